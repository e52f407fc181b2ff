import type { PostKey } from '../posts/post.ts';

export type ClaimedPosting = {
  id: string;
  contestId: string;
  text: string;
  /** The same at each try: VK drops the double by it. */
  guid: string;
  /** Tries so far, this one among them. */
  tries: number;
  /** An earlier try may have arrived: its answer never came. */
  isDoubtful: boolean;
  /** When the former claim ran out; `null` of the first. */
  lostAt: Date | null;
  leasedUntil: Date;
};

export type PostingEnd =
  | { state: 'sent'; key: PostKey }
  /** Certainly not on the wall; again then. */
  | { state: 'planned'; dueAt: Date; error: string }
  /** Perhaps on the wall; again then, under the same guid. */
  | { state: 'claimed'; dueAt: Date; error: string }
  | { state: 'failed' | 'uncertain'; error: string }
  /** There is no token to post with: staff copy the text. */
  | { state: 'by-hand' };

/** What goes onto the community's wall. Bound to one transaction. */
export type ContestPosting = {
  claim(at: Date, leasedUntil: Date): Promise<ClaimedPosting | null>;
  /** Where the row was claimed anew meanwhile, nothing is written. */
  settle(claimed: Pick<ClaimedPosting, 'id' | 'leasedUntil'>, end: PostingEnd, at: Date): Promise<void>;
};
