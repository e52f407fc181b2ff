import type { Person } from '../people/person.ts';

/** Where a line of what a mentor can do or a mentee needs stands in their application, the surest first. */
export const lineSources = ['chosen', 'own', 'free'] as const;
/** `chosen` from the programme's list, `own` words beside it, `free` text about what is offered or wished. */
export type LineSource = (typeof lineSources)[number];

/** Why a mentor is suggested, as data; the words lie in `texts/suggestion-reasons`. The weightiest come first. */
export type Reason =
  /** What is needed and what the mentor says of it, in both people's own words. */
  | { kind: 'competencies'; fits: readonly Fit[]; needed: number }
  | { kind: 'no-competencies' }
  | { kind: 'same-organization' }
  | { kind: 'other-organization' }
  /** Both lists know it, or it is the usual one of teachers. */
  | { kind: 'form'; form: string }
  | { kind: 'capacity'; left: number; of: number }
  | { kind: 'experience'; experience: string }
  | { kind: 'on-leave' };

export type Fit = { request: string; competency: string };

/** One mentor for one mentee. `score` is for comparing within one list only: 0 to 1, rounded to thousandths. */
export type Suggestion = {
  mentor: Pick<Person, 'id' | 'surname' | 'name' | 'patronymic'> & {
    organizationId: string;
    organizationName: string;
  };
  score: number;
  reasons: readonly Reason[];
};
