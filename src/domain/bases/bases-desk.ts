import type { Errand } from '../errands/errand.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { Staff } from '../staff/staff.ts';
import type { Base } from './city-base.ts';

/** What an import would do, before anything is stored. */
export type BasePreview = {
  /** Rows that would be entered. */
  ready: number;
  /** People who are known in that organization already, or stand in the sheet twice: left out. */
  duplicates: { number: number; names: string }[];
  /** `cell`: «C5»; in words. */
  faults: { cell: string; message: string }[];
};

/** The bases as spreadsheets, as far as the caller reaches. What is read may be refused as `BaseDesk` says. */
export type BasesDesk = {
  /** `people:export`. */
  template(staff: Staff, base: Base): Promise<FileContent>;
  export(staff: Staff, base: Base): Promise<FileContent>;
  /** `people:write`, these two. */
  preview(staff: Staff, base: Base, bytes: Uint8Array): Promise<BasePreview>;
  /**
   * Long work: codes are made slowly on purpose. All or nothing; the invitations are the errand's file.
   * `Refusal('base-has-faults')` unless `onlyGood`.
   */
  import(staff: Staff, base: Base, bytes: Uint8Array, options: { onlyGood: boolean }): Promise<Errand>;
};
