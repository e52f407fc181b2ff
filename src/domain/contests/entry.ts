export const entryStates = [
  'draft',
  'checking',
  'mending',
  'accepted',
  'waitlisted',
  'found',
  'withdrawn',
  'rejected',
] as const;
/**
 * `checking`: handed in, and not looked at yet, or we could not; `mending`: a check found what the author is to mend;
 * `waitlisted`: no seat yet at an event; `found`: our search found it, and nobody has handed it in; `rejected`: staff
 * decided so.
 */
export type EntryState = (typeof entryStates)[number];

/** Handed in and neither taken back nor turned down. */
export const liveEntryStates: readonly EntryState[] = ['checking', 'mending', 'accepted', 'waitlisted'];

/** What a check found, in codes; the words are in `texts/contests`. */
export type EntryFinding = { code: string; facts: Readonly<Record<string, string | number>> };

export type EntryCounters = {
  at: Date;
  likes: number;
  reposts: number;
  comments: number;
  /** Old and small posts show none. */
  views: number | null;
  final: boolean;
};

export type Entry = {
  id: string;
  contestId: string;
  /** `null` of an event, and of a found one whose hashtags fit none. */
  nominationId: string | null;
  /** The author, or whoever registered the team; `null` of one that was found and is nobody's yet. */
  personId: string | null;
  organizationId: string | null;
  state: EntryState;
  source: 'chat' | 'panel' | 'found';
  title: string;
  description: string;
  link: string | null;
  teamName: string | null;
  /** Whoever knows it may join. */
  teamCode: string | null;
  /** A post on VK; the owner of a community is negative. */
  post: { ownerId: number; postId: number } | null;
  mentorId: string | null;
  mentorAnswer: 'asked' | 'agreed' | 'declined' | null;
  findings: EntryFinding[];
  /** Growth that looks bought; for staff alone. */
  marks: EntryFinding[];
  checkDueAt: Date | null;
  /** Why it could not be looked at: a code; `null` where it could. */
  checkTrouble: string | null;
  checkedAt: Date | null;
  createdAt: Date;
  submittedAt: Date | null;
  withdrawnAt: Date | null;
  decidedAt: Date | null;
  reason: string;
};
