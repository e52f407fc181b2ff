import type { PostAuthor } from '../posts/check-post.ts';
import type { CounterPoint } from '../posts/growth.ts';
import type { Post, PostKey } from '../posts/post.ts';
import type { Contest } from './contest.ts';
import type { Entry, EntryFinding, EntryState } from './entry.ts';

/** `leasedUntil`: what the claim wrote as the next instant; while it stands there, nobody else has touched the entry. */
export type ClaimedCheck = { entryId: string; key: PostKey; leasedUntil: Date };

/** An entry with all that a check of it rests on, its row locked. */
export type CheckCase = {
  entry: Entry;
  /** Looks that failed, one after another. */
  tries: number;
  contest: Contest;
  author: PostAuthor;
  /** The title of another contest that this post was handed in to before; `null`: of none. */
  enteredIn: string | null;
  /** The post as it was kept last. */
  kept: Pick<Post, 'text' | 'attachments' | 'fromId' | 'editedAt'> | null;
  /** The counters so far, the oldest first. */
  series: CounterPoint[];
};

export type SettledCheck = {
  entryId: string;
  state: EntryState;
  dueAt: Date | null;
} & (
  | { trouble: string }
  | {
      findings: EntryFinding[];
      marks: EntryFinding[];
      hasNewMarks: boolean;
      isNoted: boolean;
      /** To be kept: it differs from the one before. */
      snapshot: Post | null;
      counters: Post['counters'] | null;
      /** Looked at after the close for the first time: what is counted now stands; where nothing is, the last count does. */
      isFinal: boolean;
    }
);

/** The schedule of checks. Bound to one transaction. */
export type ContestChecks = {
  /**
   * Entries of running contests that are due, of whatever programme, those whose authors wait first. Their next instant
   * becomes `leasedUntil`. `new`: only those that were never looked at.
   */
  claim(what: 'new' | 'any', at: Date, leasedUntil: Date, size: number): Promise<ClaimedCheck[]>;
  /**
   * Locks those that are still as they were claimed and reads them anew; whoever was changed, withdrawn or claimed by
   * somebody else meanwhile is left out.
   */
  hold(claimed: readonly ClaimedCheck[]): Promise<CheckCase[]>;
  /** `at`: when the posts were looked at. */
  settle(settled: readonly SettledCheck[], at: Date): Promise<void>;
  /** Closed contests of posts whose counters do not stand yet; what is not due in them becomes so, but for what is leased. */
  callIn(at: Date, leasedBefore: Date): Promise<string[]>;
  /**
   * Once all were looked at after the close, or `graceMs` after it, where that was tried several times: then the last known
   * counters of the rest stand, with a mark. `false` where it is not the time, or done already.
   */
  freeze(contestId: string, at: Date, graceMs: number): Promise<boolean>;
  /** Of running contests: entries that wait because we could not look, by the code; `tries`: the most of one of them. */
  troubles(): Promise<{ code: string; count: number; tries: number }[]>;
};
