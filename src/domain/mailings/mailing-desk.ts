import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type {
  Mailing,
  MailingDraft,
  MailingFile,
  MailingForecast,
  MailingState,
  RecipientCounts,
  RecipientState,
} from './mailing.ts';
import type { MailingSummary, RecipientRow } from './mailing-book.ts';

export type MailingView = Omit<Mailing, 'programmeId'> & {
  authorName: string;
  /** Those named one by one. */
  people: { id: string; name: string }[];
};

export type MailingPreview = {
  forecast: MailingForecast;
  /** If it began now; `null` where nobody works within a year. */
  finishesAt: Date | null;
  /** The first few of those who are meant, by name. */
  sample: { id: string; name: string }[];
  /** As the first of them would read it. */
  shown: { reader: string; text: string; otherText: string | null };
};

export type MailingProgress = {
  state: MailingState;
  counts: RecipientCounts;
  /** `null` where nothing is under way. */
  finishesAt: Date | null;
};

export const staffActions = ['start', 'pause', 'resume', 'stop', 'retry'] as const;
export type StaffAction = (typeof staffActions)[number];

/**
 * What staff write to many: coordinators to the whole city, curators to their organizations. A mailing that reaches further than
 * theirs is unknown to them: `Refusal('mailing-unknown')`.
 */
export type MailingDesk = {
  list(
    staff: Staff,
    query: ListQuery<'createdAt'> & { state: MailingState | null },
  ): Promise<Page<MailingSummary>>;
  one(staff: Staff, id: string): Promise<MailingView>;
  /** The refusals of `checkDraft`, and `organization-unknown`, `person-unknown`. */
  create(staff: Staff, draft: MailingDraft, call: CallKey | null): Promise<{ id: string }>;
  /** Of a draft: `Refusal('mailing-passed')` for anything else; `Outdated`. */
  change(staff: Staff, id: string, draft: MailingDraft, version: string): Promise<MailingView>;
  /** Of a draft. */
  remove(staff: Staff, id: string): Promise<void>;
  /** `Refusal('mailing-too-many-files')`, `FileTrouble`. */
  addFile(staff: Staff, id: string, file: Pick<FileContent, 'name' | 'bytes'>): Promise<MailingFile>;
  removeFile(staff: Staff, id: string, fileId: string): Promise<void>;
  /** `Refusal('file-unknown')`. */
  readFile(staff: Staff, id: string, fileId: string): Promise<FileContent>;
  preview(staff: Staff, id: string): Promise<MailingPreview>;
  progress(staff: Staff, id: string): Promise<MailingProgress>;
  recipients(
    staff: Staff,
    id: string,
    query: ListQuery<'surname'> & { state: RecipientState | null },
  ): Promise<Page<RecipientRow>>;
  /**
   * `readers`: how many were shown before the start; another number by now is `Refusal('mailing-readers-changed')`. Besides
   * `mailing-passed`, and the refusals of `checkReady` at the start.
   */
  act(staff: Staff, id: string, action: StaffAction, readers: number | null): Promise<MailingProgress>;
  /** A new draft of the same words, group and files. */
  copy(staff: Staff, id: string, call: CallKey | null): Promise<{ id: string }>;
};
