import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { PostAttachment } from '../posts/post.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { Entry, EntryCounters, EntryState } from './entry.ts';
import type { EntryStep } from './entry-steps.ts';

export type EntrySort = 'submitted' | 'author' | 'title' | 'likes';
export type EntryFilter = {
  /** `null`: all but drafts and those that were only found. */
  states: readonly EntryState[] | null;
  nominationId: string | null;
  organizationId: string | null;
  /** Waits because we could not look at it. */
  trouble: boolean;
  /** Growth that looks bought, and nobody has looked at it. */
  marked: boolean;
};

export type PersonRef = { id: string; surname: string; name: string; patronymic: string };
/** Why it could not be looked at, in words; `since`: nothing was seen of it from then on. */
export type EntryTrouble = { code: string; text: string; since: Date | null };

export type EntryLine = Pick<
  Entry,
  'id' | 'state' | 'source' | 'title' | 'teamName' | 'link' | 'submittedAt' | 'createdAt'
> & {
  /** The first words of a post; empty where nothing was seen of it. */
  excerpt: string;
  /** `https://vk.com/wall-1_2`. */
  post: string | null;
  /** `null` of one that is nobody's yet, and of somebody erased. */
  author: PersonRef | null;
  organizationName: string | null;
  nominationTitle: string | null;
  trouble: EntryTrouble | null;
  findings: number;
  isMarked: boolean;
  likes: number | null;
};

/** The post as it was at a check that saw it changed. */
export type EntrySnapshot = {
  takenAt: Date;
  text: string;
  attachments: PostAttachment[];
  publishedAt: Date;
  editedAt: Date | null;
};

export type EntryEvent = {
  at: Date;
  /** An action of the audit, or `begun`, `found`, `submitted`, `seen`. */
  action: string;
  /** Of the staff; `null` where it was the author or the machine. */
  by: string | null;
};

export type EntryView = Omit<EntryLine, 'findings' | 'isMarked' | 'likes' | 'excerpt' | 'nominationTitle'> & {
  contestId: string;
  description: string;
  nominationId: string | null;
  nominationTitle: string | null;
  organizationId: string | null;
  team: (PersonRef & { role: 'author' | 'member' })[];
  mentor: (PersonRef & { answer: NonNullable<Entry['mentorAnswer']> }) | null;
  /** In the words in which authors read them. */
  findings: string[];
  marks: string[];
  marksSeenAt: Date | null;
  checkDueAt: Date | null;
  checkedAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  withdrawnAt: Date | null;
  reason: string;
  /** On whose wall the post stands, where that is a community. */
  community: { id: number; link: string; isConfirmed: boolean } | null;
  /** The oldest first. */
  snapshots: EntrySnapshot[];
  counters: EntryCounters[];
  files: { id: string; name: string; mime: string; size: number | null; state: string }[];
  history: EntryEvent[];
  /** What whoever looks may do with it now. */
  may: EntryStep[];
};

export type StepDraft =
  | { step: 'accept' | 'mend' | 'reject' | 'withdraw' | 'restore' | 'dismiss'; reason: string }
  | { step: 'nominate'; nominationId: string }
  | { step: 'assign'; personId: string }
  | { step: 'check' | 'marks-seen' | 'confirm-community' | 'unconfirm-community' };

export type EntryDraft = {
  personId: string;
  nominationId: string;
  title: string;
  description: string;
  /** Of a post, in whatever spelling; of a work wherever it leads. Empty: none. */
  link: string;
};

/** What our search found and nobody has handed in. */
export type FoundLine = Pick<Entry, 'id' | 'createdAt' | 'nominationId'> & {
  post: string;
  excerpt: string;
  publishedAt: Date | null;
  /** `https://vk.com/id1`: whoever wrote it. */
  authorLink: string | null;
  /** Whose page that is, where we know. */
  author: PersonRef | null;
  organizationName: string | null;
  nominationTitle: string | null;
  likes: number | null;
};

export type FoundPage = Page<FoundLine> & {
  /** For whoever is not known to the bot, ready to be sent. */
  invitation: string;
};

/**
 * Entries as staff see them. Who reaches only their own organization sees the entries of it; deciding is for whoever may
 * write contests. What lies beyond is `Refusal('contest-unknown' | 'entry-unknown')`, and an empty list.
 */
export type EntryDesk = {
  list(
    staff: Staff,
    contestId: string,
    query: ListQuery<EntrySort>,
    filter: EntryFilter,
  ): Promise<Page<EntryLine>>;
  /** All that the filters find; `Refusal('too-many-to-export')`. */
  export(
    staff: Staff,
    contestId: string,
    query: ListQuery<EntrySort>,
    filter: EntryFilter,
  ): Promise<FileContent>;
  get(staff: Staff, contestId: string, entryId: string): Promise<EntryView>;
  readFile(staff: Staff, contestId: string, entryId: string, fileId: string): Promise<FileContent>;
  /**
   * In the name of somebody who can't do so in the chat. The rules for authors hold: `Refusal('contest-stage' |
   * 'contest-not-for-you' | 'contest-enough' | 'contest-enough-nomination' | 'nomination-unknown' | 'person-unknown' |
   * 'post-link-wrong' | 'entry-link-wrong' | 'entry-incomplete' | 'entry-repeated')`.
   */
  add(staff: Staff, contestId: string, draft: EntryDraft, call: CallKey | null): Promise<{ id: string }>;
  /** To a work, after those it has. `Refusal('entry-too-many-files')`; a final `FileTrouble` for what can't be kept. */
  addFile(
    staff: Staff,
    contestId: string,
    entryId: string,
    file: { name: string; bytes: Uint8Array },
  ): Promise<EntryView>;
  /**
   * Authors are told what was decided, with the reason. `Refusal('entry-step' | 'contest-stage' | 'entry-repeated')` and, where
   * somebody gets an entry, those of `add`.
   */
  step(staff: Staff, contestId: string, entryId: string, draft: StepDraft): Promise<EntryView>;
  /** Known authors first, then the newest. */
  found(staff: Staff, contestId: string, query: { page: number; size: number }): Promise<FoundPage>;
};
