import type { Day } from '../calendar/day.ts';
import type { ConsentGiver } from '../consents/consent.ts';
import type { Person } from '../people/person.ts';
import type { MentoringForm } from '../registration/forms.ts';

/** In the order in which a pair goes through them; the last two end it before its time. */
export const pairStates = [
  'proposed',
  'agreed',
  'ordered',
  'active',
  'completed',
  'ended-early',
  'declined',
] as const;
export type PairState = (typeof pairStates)[number];

/** Takes a place of the mentor, and the mentee has a mentor, or is about to. */
export const livePairStates: readonly PairState[] = ['proposed', 'agreed', 'ordered', 'active'];

/** What staff may give as the reason why an ordered or active pair ended before its time. */
export const endReasons = [
  'mentor-left',
  'mentee-left',
  'replaced',
  'by-agreement',
  'no-fit',
  'other',
] as const;
export type EndReason = (typeof endReasons)[number];

/** Why a pair was declined or ended early: by whom, or what came in between. */
export const closeReasons = [
  ...endReasons,
  'mentor',
  'mentee',
  'representative',
  'withdrawn',
  'expired',
] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Which states may follow which; nothing else ever happens. */
export const nextPairStates: Readonly<Record<PairState, readonly PairState[]>> = {
  proposed: ['agreed', 'declined'],
  agreed: ['ordered', 'declined'],
  ordered: ['active', 'ended-early'],
  active: ['completed', 'ended-early'],
  completed: [],
  'ended-early': [],
  declined: [],
};

export type AgreementAnswer = 'agreed' | 'declined';
export type AgreementWay = 'chat' | 'paper';

/** One side's word on a proposal: of the person themselves, or of whoever represents a pupil under 18. */
export type Agreement = {
  id: string;
  /** Mentor or mentee whom it is about. */
  personId: string;
  giver: ConsentGiver;
  /** `null` while it is awaited. */
  answer: AgreementAnswer | null;
  way: AgreementWay | null;
  reason: string;
  /** Whoever said it; `null` until then. */
  givenBy: string | null;
  askedAt: Date;
  answeredAt: Date | null;
  /** Whether anybody who is to answer can be written to. */
  reachable: boolean;
};

export type PairMentee = Person & { minor: boolean; leftAt: Date | null };

export type PairCard = {
  id: string;
  programmeId: string;
  /** Whose curator keeps the pair. */
  organizationId: string;
  organizationName: string;
  state: PairState;
  form: MentoringForm;
  fromOn: Day;
  toOn: Day;
  goal: string;
  closeReason: CloseReason | null;
  /** In somebody's own words. */
  closeNote: string;
  /** How it went, of a completed one. */
  result: string;
  /** Mentor or every mentee is on leave. */
  pausedAt: Date | null;
  orderId: string | null;
  proposedAt: Date;
  agreedAt: Date | null;
  orderedAt: Date | null;
  startedAt: Date | null;
  closedAt: Date | null;
  mentor: Person & { minor: boolean };
  /** Those who have left the group, too. */
  mentees: PairMentee[];
  agreements: Agreement[];
  meetings: { held: number; lastOn: Day | null };
};

export type Meeting = {
  id: string;
  pairId: string;
  on: Day;
  topic: string;
  outcome: 'held' | 'moved';
  /** How useful it was, 1–5; `null` where it was moved or nobody said. */
  mark: number | null;
  /** `null` for somebody erased since. */
  notedBy: string | null;
  notedAt: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
};

export const longest = { goal: 1000, note: 500, topic: 300, mentees: 10 } as const;

/** Days after the asking on which whoever has not answered is reminded, and when the proposal lapses. */
export const proposalDays = { reminders: [3, 7], expires: 14 } as const;
