import type { FileContent } from './stored-file.ts';

/** Files that people hand in on our own page, bytes and all. Bound to one transaction. */
export type UploadBook = {
  /** The id of its row; `personId` is whose it is. */
  keep(personId: string | null, file: FileContent & { sha256: string }): Promise<string>;
};
