import type { ConsentKind } from '../consents/consent.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { RequestCard } from '../privacy/privacy-book.ts';
import type { Staff } from '../staff/staff.ts';

export type DataRequestLine = Omit<RequestCard, 'facts'> & { settledAt: Date | null };

/** Consents on paper, and what people ask us to do with their data. */
export type ConsentsDesk = {
  /**
   * A signed original has come in (`people:write`); whose consent it is hears of it. `Refusal('person-unknown')`,
   * `Refusal('state-passed')` where it does not lack any more, `Refusal('operator-unknown')`; a `FileTrouble` for a scan
   * that is none.
   */
  receivePaper(
    staff: Staff,
    personId: string,
    received: { kind: ConsentKind; scan: Pick<FileContent, 'name' | 'bytes'> | null },
  ): Promise<void>;
  /** `people:contacts`. `Refusal('consent-unknown')`. */
  scan(staff: Staff, consentId: string): Promise<FileContent>;
  /** `people:write` over the whole city, these two; `open`: those that nobody has fulfilled, the most urgent first. */
  requests(staff: Staff, query: ListQuery<'due'>, options: { open: boolean }): Promise<Page<DataRequestLine>>;
  /**
   * An erasure is due at once: the last message leaves, then the data goes. Any other request was fulfilled, and its task
   * is done. `Refusal('request-unknown' | 'state-passed')`.
   */
  fulfil(staff: Staff, requestId: string): Promise<void>;
};
