import type { Answer, Answers } from '../forms/form.ts';
import { Refusal } from '../refusal.ts';
import { type AppliedRole, personKeys, type RegistrationForm } from './application.ts';
import type { PersonAnswers, Submission } from './application-book.ts';
import { readAppliedRole } from './needed-consents.ts';

/** What a finished form says. `Refusal('form-unfinished', { key })` without a role or an organization. */
export function readSubmission(
  form: RegistrationForm,
  answers: Answers,
  duplicateOf: string | null = null,
): Submission {
  const organizationId = answers.organization;
  if (typeof organizationId !== 'string') throw new Refusal('form-unfinished', { key: 'organization' });
  return {
    role: roleOf(form, answers),
    organizationId,
    ...splitAnswers(answers),
    duplicateOf,
  };
}

/** The answer that says as what somebody applies; `null` where the form itself does. */
export const roleKeys: Readonly<Record<RegistrationForm, string | null>> = {
  mentor: null,
  mentee: null,
  pupil: 'as',
  staff: 'role',
};

/** No form lets anybody be what it was not made for, whatever the answers say. */
const rolesOf: Readonly<Record<RegistrationForm, readonly AppliedRole[]>> = {
  mentor: ['mentor'],
  mentee: ['mentee'],
  pupil: ['mentor', 'mentee'],
  staff: ['curator', 'deputy-head', 'head'],
};

function roleOf(form: RegistrationForm, answers: Answers): AppliedRole {
  const key = roleKeys[form];
  const role = key === null ? readAppliedRole(form) : readAppliedRole(answers[key]);
  if (role === null || !rolesOf[form].includes(role)) {
    throw new Refusal('form-unfinished', { key: key ?? form });
  }
  return role;
}

/** Which answers are the person's whatever they apply for, and the rest. */
export function splitAnswers(answers: Answers): { person: PersonAnswers; answers: Answers } {
  const own: readonly string[] = personKeys;
  const birthYear = answers['birth-year'];
  return {
    person: {
      surname: words(answers.surname),
      name: words(answers.name),
      patronymic: words(answers.patronymic),
      phone: words(answers.phone) || null,
      birthYear: typeof birthYear === 'number' ? birthYear : null,
    },
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !own.includes(key))),
  };
}

function words(answer: Answer | null | undefined): string {
  return typeof answer === 'string' ? answer : '';
}
