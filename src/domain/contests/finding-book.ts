import type { Post } from '../posts/post.ts';
import type { Contest } from './contest.ts';

/** Where works of a contest are sought: a hashtag as staff wrote it, or the programme's own wall (`''`). */
export type ClaimedSearch = {
  contest: Contest;
  place: string;
  /** All before this was seen; `null`: nothing yet. */
  seenUntil: Date | null;
  tries: number;
  leasedUntil: Date;
};

export type FoundPost = { post: Post; nominationId: string | null; authorId: number | null };

/** The search for works nobody has handed in. Bound to one transaction. */
export type ContestFinding = {
  /** Open contests of posts get a row for each hashtag and, `withWall`, for the wall; what is sought no more goes. */
  plan(at: Date, withWall: boolean): Promise<void>;
  /** What was found in contests that are over and never handed in goes, with its text: nobody agreed to our keeping it. */
  forget(): Promise<number>;
  /** Due ones; their next instant becomes `leasedUntil`. */
  claim(at: Date, leasedUntil: Date, size: number): Promise<ClaimedSearch[]>;
  /**
   * New ones become `found` entries, each post once and never again, whatever became of it. Known authors are known by
   * their pages. Answers how many were new.
   */
  keep(contest: Pick<Contest, 'id' | 'programmeId'>, found: readonly FoundPost[], at: Date): Promise<number>;
  /** Where the row was claimed anew meanwhile, nothing is written. */
  settle(
    claimed: ClaimedSearch,
    outcome: { dueAt: Date | null } & ({ seenUntil: Date } | { trouble: string }),
    at: Date,
  ): Promise<void>;
};
