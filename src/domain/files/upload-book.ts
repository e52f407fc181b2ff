import type { FileContent } from './stored-file.ts';

/** Files as our own page takes and shows them. Bound to one transaction. */
export type UploadBook = {
  /** Keeps a file handed in, bytes and all; the id of its row. `personId` is whose it is. */
  keep(personId: string | null, file: FileContent & { sha256: string }): Promise<string>;
  /**
   * Whether this is a document of ours that this person may read: about themselves or a pupil they represent, made for
   * them, or a text of a consent.
   */
  mayRead(personId: string, fileId: string): Promise<boolean>;
};
