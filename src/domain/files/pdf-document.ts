/** A document as plain data: texts say what stands in it, `documents` how it looks. */
export type PdfDocument = {
  title: string;
  blocks: readonly PdfBlock[];
  /** One line at the foot of every page. */
  footer?: string;
  /** `{page}` and `{pages}` are filled in: «стр. {page} из {pages}». Bare numbers where it is left out. */
  pageLine?: string;
};

export type PdfBlock =
  /** Line breaks are kept. */
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  /** The head comes again on every page. */
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'pairs'; rows: readonly (readonly [name: string, value: string])[] };
