/** How one part of the program is; `words` are codes and figures, for an operator. */
export type PartHealth = { ok: boolean; words: string };
