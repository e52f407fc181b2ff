import type { Day } from '../calendar/day.ts';
import type { CaseForms, Gender } from '../names/name-cases.ts';
import type { PairState } from '../pairs/pair.ts';
import { Refusal } from '../refusal.ts';

/** Drafted, printed for signing, entered with number and date; or given up before that. */
export const orderStates = ['draft', 'printed', 'registered', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];

export const orderEventKinds = [
  'drafted',
  'edited',
  'name-corrected',
  'printed',
  'registered',
  'renumbered',
  'scanned',
  'cancelled',
] as const;
export type OrderEventKind = (typeof orderEventKinds)[number];

export type OrderEvent = {
  kind: OrderEventKind;
  facts: Readonly<Record<string, string | number>>;
  at: Date;
  /** Of the staff; empty for somebody erased since. */
  by: string;
};

/** What the order says of one person; the clerk may have corrected it. */
export type OrderPerson = {
  personId: string;
  /** «Фамилия Имя Отчество». */
  name: string;
  /** In the nominative; empty where none is known. */
  post: string;
  gender: Gender | null;
  nameForms: CaseForms;
  postForms: CaseForms;
  /** The rules are not sure, and nobody has looked yet. */
  doubtful: boolean;
  corrected: boolean;
};

export type OrderPair = {
  id: string;
  state: PairState;
  mentorId: string;
  menteeIds: string[];
  form: string;
  fromOn: Day;
  toOn: Day;
  goal: string;
};

/** What the clerk writes into an order, names aside. */
export type OrderText = {
  basis: string;
  points: readonly string[];
  /** Who sees to it that it is carried out; `null`: whoever signs. */
  controlId: string | null;
  signerId: string | null;
};

export type PairOrder = Omit<OrderText, 'points'> & {
  points: string[];
  id: string;
  programmeId: string;
  organizationId: string;
  organizationName: string;
  organizationShortName: string;
  state: OrderState;
  templateId: string | null;
  /** What was printed is what stands here. */
  isPrintCurrent: boolean;
  number: string | null;
  orderedOn: Day | null;
  fileId: string | null;
  scanFileId: string | null;
  createdAt: Date;
  pairs: OrderPair[];
  people: OrderPerson[];
  events: OrderEvent[];
};

export const orderLimits = {
  basis: 2000,
  points: 20,
  point: 600,
  pairs: 100,
  number: 40,
  reason: 500,
} as const;

/** Printed it can still be changed, and is printed anew. `Refusal('order-registered' | 'order-cancelled')`. */
export function requireOpen(state: OrderState): void {
  if (state === 'registered') throw new Refusal('order-registered');
  if (state === 'cancelled') throw new Refusal('order-cancelled');
}

/**
 * Number and date are entered once the head has signed what was printed last; afterwards only to correct a slip.
 * `Refusal('order-not-printed' | 'order-cancelled' | 'order-date')`.
 */
export function requireNumberable(
  order: Pick<PairOrder, 'state' | 'isPrintCurrent'>,
  orderedOn: Day,
  today: Day,
): void {
  if (order.state === 'cancelled') throw new Refusal('order-cancelled');
  if (order.state === 'draft' || !order.isPrintCurrent) throw new Refusal('order-not-printed');
  // A date of the future is a slip, one of years ago, too.
  if (orderedOn > today || Number(today.slice(0, 4)) - Number(orderedOn.slice(0, 4)) > 2)
    throw new Refusal('order-date');
}

/** Whose pairs are no longer agreed, as when somebody left meanwhile: they come out before it is printed. */
export function requireAgreed(pairs: readonly Pick<OrderPair, 'id' | 'state'>[]): void {
  if (pairs.length === 0) throw new Refusal('order-empty');
  const gone = pairs.find(({ state }) => state !== 'agreed');
  if (gone !== undefined) throw new Refusal('order-pair-gone', { pairId: gone.id });
}
