import type { Day } from '../calendar/day.ts';
import type { CaseForms } from '../names/name-cases.ts';

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
