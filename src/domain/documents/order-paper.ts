import type { Day } from '../calendar/day.ts';
import type { CaseForms } from '../names/name-cases.ts';
import type { OrderPerson, PairOrder } from './pair-order.ts';

type Worded = { nominative: string; forms: CaseForms };
export type PaperPerson = { name: Worded; post: Worded };

/** One pair as an order fixes it. */
export type PaperPair = {
  mentor: PaperPerson;
  mentees: readonly PaperPerson[];
  /** Key of a form of mentoring. */
  form: string;
  fromOn: Day;
  toOn: Day;
  goal: string;
};

/** Everything an order on pairs says. */
export type OrderPaper = {
  organizationName: string;
  organizationShortName: string;
  programmeName: string;
  today: Day;
  /** `null` until the order is registered. */
  number: string | null;
  orderedOn: Day | null;
  /** «В целях реализации …»: what stands before «ПРИКАЗЫВАЮ». */
  basis: string;
  /** Further points after the pairs, without numbers. */
  points: readonly string[];
  pairs: readonly PaperPair[];
  /** `null`: whoever signs keeps it. */
  control: PaperPerson | null;
  signer: PaperPerson | null;
};

/** The order as it is printed now. Whoever left a pair or was erased since is not named. */
export function paperOf(
  order: PairOrder,
  { programmeName, today }: { programmeName: string; today: Day },
): OrderPaper {
  const people = new Map(order.people.map((person) => [person.personId, person]));
  const find = (id: string | null): PaperPerson | null => {
    const person = id === null ? undefined : people.get(id);
    return person === undefined || person.name === '' ? null : paperPerson(person);
  };
  return {
    organizationName: order.organizationName,
    organizationShortName: order.organizationShortName,
    programmeName,
    today,
    number: order.number,
    orderedOn: order.orderedOn,
    basis: order.basis,
    points: order.points,
    control: find(order.controlId),
    signer: find(order.signerId),
    pairs: order.pairs.flatMap(({ mentorId, menteeIds, form, fromOn, toOn, goal }) => {
      const mentor = find(mentorId);
      const mentees = menteeIds.flatMap((id) => find(id) ?? []);
      return mentor === null || mentees.length === 0 ? [] : [{ mentor, mentees, form, fromOn, toOn, goal }];
    }),
  };
}

function paperPerson({ name, post, nameForms, postForms }: OrderPerson): PaperPerson {
  return { name: { nominative: name, forms: nameForms }, post: { nominative: post, forms: postForms } };
}
