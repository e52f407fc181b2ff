import type { Day } from '../calendar/day.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { Page } from '../lists/page.ts';
import type { ChatAccount, Platform } from '../people/channel.ts';
import type { Person } from '../people/person.ts';
import type { Moment } from '../reminders/moment.ts';
import type { Reader } from './letter.ts';
import type {
  Audience,
  Mailing,
  MailingDraft,
  MailingFile,
  MailingState,
  RecipientCounts,
  RecipientState,
  SkipReason,
} from './mailing.ts';

/** A reader whose turn it is. */
export type DueReader = Reader & { recipientId: string; person: Person };

export type MailingOutcome =
  | { recipientId: string; queued: { deliveryId: string; platform: Platform } }
  | { recipientId: string; skipped: SkipReason };

/** The round's side of mailings. Bound to one transaction. */
export type MailingRounds = {
  /**
   * What became of queued deliveries is written down; whoever was not reached because the working day ended, or because their last open
   * channel may not carry names, is planned again. Also of mailings that were paused or stopped. Returns how many rows.
   */
  settle(programmeId: string, at: Date): Promise<number>;
  /** Those that send, the oldest first, and how many deliveries of any mailing are still in the outbox. */
  sending(programmeId: string): Promise<{ ids: string[]; queued: number }>;
  /** `null` where it does not send any more. Nobody can pause or stop it until the transaction ends. */
  hold(mailingId: string): Promise<Mailing | null>;
  /** Locks and reads up to `size` planned readers whose hours it is, or who will not be written to at all. */
  claim(mailingId: string, moment: Moment, size: number): Promise<DueReader[]>;
  write(outcomes: readonly MailingOutcome[], at: Date): Promise<void>;
  /** `done` once nobody is planned or queued. */
  finish(mailingId: string, at: Date): Promise<boolean>;
};

export type RecipientRow = {
  personId: string;
  surname: string;
  name: string;
  patronymic: string;
  organizations: string[];
  state: RecipientState;
  reason: string | null;
  platform: Platform | null;
  settledAt: Date | null;
};

/** Where somebody may look: the whole city, or these organizations. */
export type Within = readonly string[] | null;

export type MailingSummary = Pick<
  Mailing,
  'id' | 'title' | 'state' | 'createdAt' | 'startedAt' | 'settledAt'
> & {
  authorName: string;
  counts: RecipientCounts;
};

/** The staff's side. Bound to one transaction; who may is decided by whoever calls. */
export type MailingBook = {
  add(
    mailing: MailingDraft & Pick<Mailing, 'programmeId' | 'organizationIds' | 'authorId' | 'copiedFrom'>,
    at: Date,
  ): Promise<string>;
  /** `null` for one that is not within. */
  byId(programmeId: string, within: Within, mailingId: string): Promise<Mailing | null>;
  /** The same, locked until the transaction ends. */
  lock(programmeId: string, within: Within, mailingId: string): Promise<Mailing | null>;
  change(mailingId: string, draft: MailingDraft): Promise<void>;
  /** With files that no other mailing has. */
  remove(mailingId: string): Promise<void>;
  list(
    programmeId: string,
    within: Within,
    query: {
      offset: number;
      size: number;
      descending: boolean;
      q: string | null;
      state: MailingState | null;
    },
  ): Promise<Page<MailingSummary>>;
  countsOf(mailingId: string): Promise<RecipientCounts>;
  recipients(
    mailingId: string,
    query: {
      offset: number;
      size: number;
      descending: boolean;
      q: string | null;
      state: RecipientState | null;
    },
  ): Promise<Page<RecipientRow>>;
  /** Readers planned in this mailing and in those that go before it. */
  waitingBefore(mailing: Pick<Mailing, 'id' | 'programmeId'>): Promise<number>;
  addFile(mailingId: string, file: FileContent & { sha256: string }): Promise<MailingFile>;
  removeFile(mailingId: string, fileId: string): Promise<boolean>;
  copyFiles(fromId: string, toId: string): Promise<void>;
  /** `Refusal('person-unknown' | 'organization-unknown')` for whoever is named and not within. */
  mustReach(group: Pick<AudienceQuery, 'programmeId' | 'within' | 'audience'>): Promise<void>;
  /** Whom the audience means, alike ones together; the refusals of `mustReach`, here and below. */
  readers(group: AudienceQuery): Promise<AlikeReaders[]>;
  /** The first few by name. */
  sample(group: AudienceQuery, size: number): Promise<Person[]>;
  /** A row for each reader; returns how many there are. */
  fill(mailingId: string, group: AudienceQuery): Promise<number>;
  move(mailingId: string, state: MailingState, at: Date): Promise<void>;
  /** What has not left yet stays here: planned again, or skipped where the mailing is over. */
  callBack(mailingId: string, over: boolean, at: Date): Promise<void>;
  /** Whoever was not reached is planned again; never somebody of whom it is not known. Returns how many. */
  retry(mailingId: string): Promise<number>;
};

export type AlikeReaders = Reader<Pick<ChatAccount, 'platform' | 'closedAt'>> & { count: number };

export type AudienceQuery = {
  programmeId: string;
  within: Within;
  audience: Audience;
  today: Day;
  at: Date;
};
