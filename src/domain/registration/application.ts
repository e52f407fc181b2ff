import type { Answers } from '../forms/form.ts';
import type { Person } from '../people/person.ts';

/** What somebody may apply to be. Pupils apply as mentors or mentees by a form of their own. */
export const appliedRoles = ['mentor', 'mentee', 'curator', 'deputy-head', 'head'] as const;
export type AppliedRole = (typeof appliedRoles)[number];

/** Which form registers whom. `staff` is for curators, deputy heads and heads. */
export const registrationForms = ['mentor', 'mentee', 'pupil', 'staff'] as const;
export type RegistrationForm = (typeof registrationForms)[number];

export const applicationStates = [
  'draft',
  'applied',
  'confirmed',
  'active',
  'on-leave',
  'left',
  'declined',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

export type Application = {
  id: string;
  personId: string;
  form: RegistrationForm;
  /** Both are `null` in a draft only. */
  role: AppliedRole | null;
  organizationId: string | null;
  state: ApplicationState;
  /** Everything but what is the person's own (`personKeys`). */
  answers: Answers;
  /** Somebody known of the same name in the same organization, whom the applicant says to be. */
  duplicateOf: string | null;
  appliedAt: Date | null;
  decidedAt: Date | null;
  createdAt: Date;
};

/** An application with the words that people need to see. */
export type ApplicationCard = Application & {
  person: Person & { phone: string | null; birthYear: number | null };
  /** Empty in a draft. */
  organizationName: string;
  /** Under 18 as far as is known: a representative consents. */
  minor: boolean;
};

/** Answers that belong to the person whatever they apply for: they live in `person`. */
export const personKeys = ['surname', 'name', 'patronymic', 'phone', 'birth-year'] as const;

/** Which states may follow which; nothing else ever happens. */
export const nextStates: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['applied'],
  applied: ['confirmed', 'declined', 'left'],
  confirmed: ['active', 'on-leave', 'left'],
  active: ['on-leave', 'left'],
  'on-leave': ['active', 'left'],
  left: [],
  declined: [],
};

/** In the programme: counts in the bases, may be paired, is reminded. */
export const takingPart: readonly ApplicationState[] = ['confirmed', 'active', 'on-leave'];
