import type { ChatAccount, Platform } from '../people/channel.ts';
import type { Role } from '../people/person.ts';
import type { Moment } from '../reminders/moment.ts';
import type { Contest } from './contest.ts';
import type { Entry, EntryFinding } from './entry.ts';

/** Somebody whose hour it is, who was not told of this yet; only with an open chat. */
export type NoticeReader = { personId: string; accounts: ChatAccount[]; preferred: Platform | null };

/** The author of posts that the search found, of which nothing was handed in yet. */
export type FoundAuthor = NoticeReader & { roles: Role[]; organizationIds: string[]; links: string[] };

export type NotedEntry = Pick<Entry, 'id' | 'state' | 'title'> & {
  findings: EntryFinding[];
  marks: EntryFinding[];
};

/** What rounds say of contests on their own account; each once, by `contest_notice`. Bound to one transaction. */
export type ContestNotices = {
  /** Taking entries at this instant. */
  open(programmeId: string, at: Date): Promise<Contest[]>;
  /** Being judged at this instant, with a last instant for the jury. */
  judged(programmeId: string, at: Date): Promise<Contest[]>;
  foundAuthors(contestId: string, occasion: string, moment: Moment, size: number): Promise<FoundAuthor[]>;
  /** Whoever began before `begunBefore` and has a draft or something to mend; one entry each. */
  unfinished(
    contestId: string,
    occasion: string,
    moment: Moment,
    page: { begunBefore: Date; size: number },
  ): Promise<(NoticeReader & { entry: Entry })[]>;
  /** Jurors with accepted entries before them that they have neither finished nor abstained from. */
  lateJurors(contestId: string, occasion: string, moment: Moment, size: number): Promise<NoticeReader[]>;
  /** That have not begun and begin within two days. */
  eventsAhead(programmeId: string, at: Date): Promise<Contest[]>;
  /** Ids of those that have not begun and for which somebody waits. */
  waitingEvents(programmeId: string, at: Date): Promise<string[]>;
  /** Whoever has a seat and registered before that instant. */
  guests(
    contestId: string,
    occasion: string,
    moment: Moment,
    page: { joinedBefore: Date; size: number },
  ): Promise<(NoticeReader & { entry: Entry })[]>;
  /** `false` where somebody else tells them: then nobody is to be told here. */
  isFirst(contestId: string, personId: string, occasion: string, at: Date): Promise<boolean>;
  /** Contests with something new for staff. */
  noted(programmeId: string): Promise<{ id: string; title: string }[]>;
  /** What is new, which is then no longer so; empty where another round has taken it. */
  takeNoted(contestId: string): Promise<NotedEntry[]>;
};
