import type { Person } from '../people/person.ts';
import type { MentoringForm } from '../registration/forms.ts';

/**
 * Where a line of what a mentor can do or a mentee needs stands in their application: picked from the programme's list, their own
 * words beside it, or the free text about what is offered or wished.
 */
export type LineSource = 'chosen' | 'own' | 'free';

/** Why a mentor is suggested, as data; the words lie in `texts/panel/suggestions`. The weightiest come first. */
export type Reason =
  /** What is needed and what the mentor says of it, in both people's own words; `needed` counts all that is asked for. */
  | { kind: 'competencies'; fits: Fit[]; needed: number }
  /** Something is needed, and nothing of it is among what the mentor names. */
  | { kind: 'no-competencies'; needed: number }
  | { kind: 'same-subject'; subject: string }
  | { kind: 'same-organization' }
  | { kind: 'form'; form: MentoringForm }
  /** The mentor named forms of mentoring, and none of them is for this mentee. */
  | { kind: 'other-forms' }
  /** Places left of those the mentor offers. */
  | { kind: 'capacity'; left: number; of: number }
  | { kind: 'experience'; experience: MentoringExperience }
  /** Not in the bot: cannot be asked there. */
  | { kind: 'unreachable' };

export type Fit = { request: string; competency: string };

/** How many years somebody has been a mentor, as the mentor's form asks it. */
export const mentoringExperiences = ['none', 'to-3', 'to-10', 'over-10'] as const;
export type MentoringExperience = (typeof mentoringExperiences)[number];

/** One mentor for one mentee. `score` is for comparing within one list only: 0 to 1, rounded to thousandths. */
export type Suggestion = {
  mentor: Pick<Person, 'id' | 'surname' | 'name' | 'patronymic'> & {
    organizationId: string;
    organizationName: string;
  };
  score: number;
  reasons: Reason[];
};
