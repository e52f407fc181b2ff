import type { Day } from '../calendar/day.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { CaseException, Gender, Names } from '../names/name-cases.ts';
import type { Reach } from '../staff/powers.ts';
import type { OrderEventKind, OrderPerson, OrderState, OrderText, PairOrder } from './pair-order.ts';

/** Pairs that wait for an order, as a list to choose from. */
export type PairToOrder = {
  id: string;
  mentor: string;
  mentees: string[];
  form: string;
  fromOn: Day;
  toOn: Day;
};

export type OrderLine = {
  id: string;
  organizationId: string;
  organizationName: string;
  state: OrderState;
  number: string | null;
  orderedOn: Day | null;
  pairs: number;
  isPrintCurrent: boolean;
  hasScan: boolean;
  createdAt: Date;
};

/** What is known of somebody before the clerk has looked: enough to word their name and post. */
export type PersonToWord = Names & {
  personId: string;
  /** As they wrote it themselves. */
  post: string;
  /** Of a pupil. */
  className: string;
  /** The weightiest role of staff in the organization, for whoever wrote no post. */
  role: string | null;
  organizationKind: string;
};

export type OrderSort = 'created' | 'organization' | 'ordered';
export type OrderFilter = { state: OrderState | null; organizationId: string | null };

/** Orders on pairs. Bound to one transaction; whoever calls has made sure that the actor may. */
export type OrderBook = {
  /** Agreed and in no order yet, by mentor. */
  candidates(reach: Reach, organizationId: string): Promise<PairToOrder[]>;
  /** Organizations with pairs that wait, the pairs of each. */
  waiting(reach: Reach): Promise<{ organizationId: string; organizationName: string; pairIds: string[] }[]>;
  list(reach: Reach, query: ListQuery<OrderSort>, filter: OrderFilter): Promise<Page<OrderLine>>;
  /** Locked until the transaction ends if `lock`; `null` for one beyond reach. */
  find(reach: Reach, id: string, lock?: boolean): Promise<PairOrder | null>;
  /** `Refusal('order-pair-gone')` for a pair that is not agreed or in another order. */
  create(
    order: OrderText & { programmeId: string; organizationId: string; by: string },
    pairIds: readonly string[],
    at: Date,
  ): Promise<string>;
  setPairs(orderId: string, pairIds: readonly string[]): Promise<void>;
  setText(orderId: string, text: OrderText): Promise<void>;
  /** Those who are named in it, to be worded: mentors, mentees, whoever signs and whoever controls. */
  peopleToWord(orderId: string): Promise<PersonToWord[]>;
  /** Puts these in place of what is there; whoever is named no longer goes. Corrected ones stay unless `person.corrected`. */
  setPeople(orderId: string, people: readonly OrderPerson[]): Promise<void>;
  printed(orderId: string, fileId: string, templateId: string | null): Promise<void>;
  /** `Refusal('order-number-taken')`. */
  register(orderId: string, number: string, orderedOn: Day): Promise<void>;
  scanned(orderId: string, fileId: string): Promise<void>;
  /** Its pairs wait for an order again. */
  cancel(orderId: string): Promise<void>;
  note(
    orderId: string,
    event: { kind: OrderEventKind; by: string | null; facts?: Record<string, string | number>; at: Date },
  ): Promise<void>;
  /** Head first, then deputies: who may sign or control. */
  officials(organizationId: string): Promise<{ personId: string; name: string; role: string }[]>;
};

/** How the programme declines names, whatever the rules say. */
export type NameExceptionBook = {
  list(programmeId: string): Promise<(CaseException & { id: string })[]>;
  /** In place of an earlier one for the same word. */
  remember(
    programmeId: string,
    exception: Omit<CaseException, 'gender'> & { gender: Gender | null },
    by: string,
    at: Date,
  ): Promise<void>;
  forget(programmeId: string, id: string): Promise<boolean>;
};
