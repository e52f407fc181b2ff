import type { Day } from '../calendar/day.ts';
import type { ConsentKind } from '../consents/consent.ts';
import type { Answers, Form, Question } from '../forms/form.ts';
import type { PairState } from '../pairs/pair.ts';
import type { Person } from '../people/person.ts';
import type { ApplicationState } from '../registration/application.ts';
import { menteeForm, mentorForm } from '../registration/forms.ts';

/** The municipal bases that items 2.1–2.3 of the roadmap ask for. */
export const bases = ['mentors', 'mentees'] as const;
export type Base = (typeof bases)[number];

export const roleOfBase = { mentors: 'mentor', mentees: 'mentee' } as const;

/** The form by which a row of a base is judged. Pupils are never imported: their representatives register them. */
export const formOfBase: Readonly<Record<Base, Form>> = { mentors: mentorForm, mentees: menteeForm };

/**
 * What a row is asked for: everything of the form but consents, which nobody gives for another, and but how to get in
 * touch, which follows from the phone.
 */
export function importedQuestions(base: Base): Question[] {
  return formOfBase[base].questions.filter(({ key, kind }) => kind !== 'consent' && key !== 'contact');
}

export function isRequired({ key, optional }: Question): boolean {
  return optional !== true && key !== 'phone';
}

/** Somebody on the other side of a pair. */
export type PairedWith = Pick<Person, 'surname' | 'name' | 'patronymic'> & {
  state: PairState;
  fromOn: Day;
  toOn: Day;
  result: string;
};

/** One participant as a base shows them. */
export type BaseEntry = {
  person: Pick<Person, 'surname' | 'name' | 'patronymic'> & {
    phone: string | null;
    birthYear: number | null;
  };
  organizationName: string;
  /** `null` for somebody appointed by staff who has no application. */
  state: ApplicationState | null;
  answers: Answers;
  /** Needed and not given, or withdrawn. */
  lacking: readonly ConsentKind[];
  /** Those they are paired with, in live pairs; without any, in the newest that is over. */
  pairs: readonly PairedWith[];
};
