/** What a template is filled with, by the names of its fields. A list repeats what stands between its two tags. */
export type DocumentData = { readonly [field: string]: string | boolean | readonly DocumentData[] };
