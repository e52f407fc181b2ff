/** Seals what must be read again but not from the database alone: with a key that lies elsewhere. */
export type Vault = {
  /** `context` belongs to it: sealed for one person it can't be opened for another. */
  seal(text: string, context: string): string;
  /** Throws where the key or the context is not the one it was sealed with. */
  open(sealed: string, context: string): string;
  /** A keyed hash: short codes can't be gone through by whoever has only the table. */
  hash(text: string, context: string): string;
};
