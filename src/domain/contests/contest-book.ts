import type { Contest } from './contest.ts';
import type { Entry, EntryState } from './entry.ts';

/** Contests as everybody reads them. Bound to one transaction; who may is decided by whoever calls. */
export type ContestBook = {
  /** With nominations (archived ones too), criteria and jurors, each in their order; `null` for one of another programme. */
  find(programmeId: string, contestId: string): Promise<Contest | null>;
  /** The same, its row locked until the transaction ends: whatever depends on its stage or counts entries asks here. */
  lock(programmeId: string, contestId: string): Promise<Contest | null>;
  /** Announced ones, archived and cancelled ones not, the nearest close first. */
  running(programmeId: string): Promise<Contest[]>;
  /** Whether anybody has given points. */
  isScored(contestId: string): Promise<boolean>;
};

export type NewEntry = Pick<
  Entry,
  'contestId' | 'nominationId' | 'personId' | 'organizationId' | 'source'
> & {
  state: EntryState;
  title?: string;
  description?: string;
  link?: string | null;
  teamName?: string | null;
  post?: Entry['post'];
};

export type EntryChange = Partial<
  Pick<
    Entry,
    | 'nominationId'
    | 'personId'
    | 'organizationId'
    | 'state'
    | 'title'
    | 'description'
    | 'link'
    | 'teamName'
    | 'teamCode'
    | 'post'
    | 'findings'
    | 'checkDueAt'
    | 'checkTrouble'
    | 'checkedAt'
    | 'submittedAt'
    | 'withdrawnAt'
    | 'reason'
  >
>;

/** Entries, one by one. Bound to one transaction. */
export type EntryBook = {
  find(programmeId: string, entryId: string): Promise<Entry | null>;
  lock(programmeId: string, entryId: string): Promise<Entry | null>;
  /** Of a contest, by the person who handed them in or is a member of the team; drafts too, the oldest first. */
  ofPerson(personId: string, contestId?: string): Promise<Entry[]>;
  /** Its author becomes its first member. `Refusal('entry-repeated')` for a post that a live entry of this contest has. */
  add(entry: NewEntry, at: Date): Promise<Entry>;
  /** Only what is given changes. `Refusal('entry-repeated')` likewise. */
  change(entryId: string, change: EntryChange): Promise<Entry>;
  members(entryId: string): Promise<EntryMember[]>;
  files(
    entryId: string,
  ): Promise<{ id: string; name: string; mime: string; size: number | null; state: string }[]>;
  /** In their order, in place of those before; the files that nothing else has go. */
  setFiles(entryId: string, fileIds: readonly string[]): Promise<void>;
  /**
   * Notes that somebody was told something once; `false` where they had been. Whoever is told is told in the same
   * transaction.
   */
  isFirstNotice(notice: {
    contestId: string;
    personId: string;
    occasion: string;
    at: Date;
  }): Promise<boolean>;
};

export type EntryMember = {
  id: string;
  personId: string;
  role: 'author' | 'member';
  joinedAt: Date;
  leftAt: Date | null;
  attendedAt: Date | null;
};
