import type { Day } from '../calendar/day.ts';
import type { Errand } from '../errands/errand.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { CaseForms, Gender } from '../names/name-cases.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { OrderFilter, OrderLine, OrderSort, PairToOrder } from './order-book.ts';
import type { OrderText, PairOrder } from './pair-order.ts';

/** What a clerk corrects of one person. Forms that are left out follow from gender and post by the rules. */
export type PersonCorrection = {
  gender: Gender | null;
  post: string;
  nameForms: CaseForms | null;
  postForms: CaseForms | null;
  /** For every document from now on. */
  remember: boolean;
};

export type Official = { personId: string; name: string; role: string };
export type WaitingOrganization = { organizationId: string; organizationName: string; pairs: number };

/** Orders on pairs. What lies beyond reach is `Refusal('order-unknown')`. */
export type OrderDesk = {
  list(staff: Staff, query: ListQuery<OrderSort>, filter: OrderFilter): Promise<Page<OrderLine>>;
  /** Where agreed pairs wait for an order. */
  waiting(staff: Staff): Promise<WaitingOrganization[]>;
  candidates(staff: Staff, organizationId: string): Promise<{ pairs: PairToOrder[]; officials: Official[] }>;
  get(staff: Staff, id: string): Promise<PairOrder>;
  /** A draft with everybody worded. `Refusal('order-pair-gone' | 'organization-unknown')`. */
  create(
    staff: Staff,
    draft: { organizationId: string; pairIds: readonly string[] },
    call: CallKey | null,
  ): Promise<{ id: string }>;
  /** One draft for each organization with pairs that wait. */
  createAll(staff: Staff, call: CallKey | null): Promise<{ ids: string[] }>;
  /** `version`: of what it is made upon; `Outdated` otherwise. */
  edit(
    staff: Staff,
    id: string,
    version: string,
    changed: OrderText & { pairIds: readonly string[] },
  ): Promise<PairOrder>;
  correct(
    staff: Staff,
    id: string,
    version: string,
    personId: string,
    correction: PersonCorrection,
  ): Promise<PairOrder>;
  /** What it would say now, line by line. */
  preview(staff: Staff, id: string): Promise<{ lines: string[] }>;
  print(staff: Staff, id: string): Promise<PairOrder>;
  /** Prints many as long work, all of them in one archive. */
  printMany(staff: Staff, ids: readonly string[], call: CallKey | null): Promise<Errand>;
  /** Enters number and date; its pairs are ordered from then on. Again: corrects them. */
  register(staff: Staff, id: string, given: { number: string; orderedOn: Day }): Promise<PairOrder>;
  cancel(staff: Staff, id: string, reason: string): Promise<PairOrder>;
  /** The signed original. A final `FileTrouble`, or `Refusal('order-not-registered')`. */
  scan(staff: Staff, id: string, file: { name: string; bytes: Uint8Array }): Promise<PairOrder>;
  file(staff: Staff, id: string, which: 'print' | 'scan'): Promise<FileContent>;
};
