import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { Staff } from '../staff/staff.ts';
import type { Errand } from './errand.ts';

/** Long work as staff look on. What they could not have ordered themselves is `Refusal('errand-unknown')`. */
export type ErrandDesk = {
  /** What they have ordered themselves, the newest first. */
  list(staff: Staff, query: Pick<ListQuery<'id'>, 'page' | 'size'>): Promise<Page<Errand>>;
  get(staff: Staff, id: string): Promise<Errand>;
  /** Stops at the next step; what is done stays done. `Refusal('state-passed')` for one that is over. */
  cancel(staff: Staff, id: string): Promise<Errand>;
  file(staff: Staff, id: string): Promise<FileContent>;
};
