import type { Form, Question } from '../forms/form.ts';
import { schoolKinds } from '../organizations/organization.ts';
import type { RegistrationForm } from './application.ts';

/** Forms of mentoring as Р-145 and the recommendations on mentoring of teachers name them. */
export const mentoringForms = [
  'teacher-teacher',
  'head-teacher',
  'employer-teacher',
  'employer-pupil',
  'student-pupil',
  'pupil-pupil',
  'university-teacher',
  'partner-teacher',
] as const;
export type MentoringForm = (typeof mentoringForms)[number];

const nameMax = 60;

/** Spelling kept, in three fields. */
export const names: readonly Question[] = [
  { key: 'surname', kind: 'text', shape: 'person-name', max: nameMax },
  { key: 'name', kind: 'text', shape: 'person-name', max: nameMax },
  { key: 'patronymic', kind: 'text', shape: 'person-name', max: nameMax, optional: true },
];

const contact: readonly Question[] = [
  { key: 'contact', kind: 'one-of', options: { values: ['bot', 'phone'] } },
  { key: 'phone', kind: 'phone', when: { contact: ['phone'] } },
];

const personalData: Question = { key: 'pd', kind: 'consent', consent: 'personal-data' };
const takingPart: Question = { key: 'part', kind: 'consent', consent: 'participation' };

const competencies: Question = { key: 'skills', kind: 'many-of', options: { from: 'competencies' }, own: 5 };
const requests: Question = { key: 'requests', kind: 'many-of', options: { from: 'competencies' }, own: 5 };
const ways: Question = { key: 'forms', kind: 'many-of', options: { values: mentoringForms } };
const capacity: Question = { key: 'capacity', kind: 'number', min: 1, max: 10 };

const work: readonly Question[] = [
  { key: 'organization', kind: 'organization', of: [...schoolKinds, 'office', 'partner'] },
  { key: 'post', kind: 'text', max: 120 },
  { key: 'subject', kind: 'text', max: 120, optional: true },
];

export const mentorForm: Form = {
  key: 'mentor',
  version: 1,
  questions: [
    personalData,
    ...names,
    ...work,
    { key: 'years', kind: 'number', min: 0, max: 70 },
    {
      key: 'category',
      kind: 'one-of',
      options: { values: ['none', 'conformity', 'first', 'highest', 'methodist', 'mentor', 'not-teacher'] },
    },
    { key: 'experience', kind: 'one-of', options: { values: ['none', 'to-3', 'to-10', 'over-10'] } },
    competencies,
    ways,
    capacity,
    { key: 'offer', kind: 'long-text', max: 1500, optional: true },
    ...contact,
    takingPart,
  ],
};

export const menteeForm: Form = {
  key: 'mentee',
  version: 1,
  questions: [
    personalData,
    ...names,
    ...work,
    { key: 'began', kind: 'year', min: -60, max: 0 },
    requests,
    { key: 'wishes', kind: 'long-text', max: 1500, optional: true },
    ...contact,
    takingPart,
  ],
};

/** Of a pupil, as the hook of the form works it out: `consented` is a minor whose representative has agreed. */
export type PupilAge = 'adult' | 'minor' | 'consented';
const free = { age: ['adult', 'consented'] } as const;
const asMentee = { ...free, as: ['mentee'] } as const;
const asMentor = { ...free, as: ['mentor'] } as const;

/**
 * Until a representative of somebody under 18 has consented nothing is asked but name, school, class and birth year.
 * `age` is no question: it follows from the birth year and the representative, see `PupilAge`.
 */
export const pupilForm: Form = {
  key: 'pupil',
  version: 1,
  questions: [
    { key: 'surname', kind: 'text', shape: 'person-name', max: nameMax },
    { key: 'name', kind: 'text', shape: 'person-name', max: nameMax },
    { key: 'organization', kind: 'organization', of: ['school', 'college'] },
    { key: 'class', kind: 'text', max: 12 },
    { key: 'birth-year', kind: 'year', min: -25, max: -6 },
    { ...personalData, when: { age: ['adult'] } },
    { key: 'as', kind: 'one-of', options: { values: ['mentee', 'mentor'] }, when: free },
    { ...requests, when: asMentee },
    { key: 'wishes', kind: 'long-text', max: 1500, optional: true, when: asMentee },
    { ...competencies, when: asMentor },
    { ...capacity, when: asMentor },
    { key: 'offer', kind: 'long-text', max: 1500, optional: true, when: asMentor },
    { ...takingPart, when: { age: ['adult'] } },
  ],
};

/** For whoever opened the pupil's link: about themselves first, then the consents for the pupil, each on its own. */
export const representativeForm: Form = {
  key: 'representative',
  version: 1,
  questions: [
    personalData,
    ...names,
    {
      key: 'relation',
      kind: 'one-of',
      options: { values: ['parent', 'adoptive-parent', 'guardian'] },
    },
    { key: 'phone', kind: 'phone' },
    { key: 'pupil-pd', kind: 'consent', consent: 'personal-data' },
    { key: 'pupil-part', kind: 'consent', consent: 'participation' },
    { key: 'pupil-media', kind: 'consent', consent: 'pupil-media', optional: true },
  ],
};

export const staffForm: Form = {
  key: 'staff',
  version: 1,
  questions: [
    personalData,
    ...names,
    { key: 'role', kind: 'one-of', options: { values: ['curator', 'deputy-head', 'head'] } },
    { key: 'organization', kind: 'organization', of: schoolKinds },
    { key: 'post', kind: 'text', max: 120, optional: true },
    { key: 'phone', kind: 'phone', optional: true },
  ],
};

/** What an application was filled in by. */
export const registrationFormOf: Readonly<Record<RegistrationForm, Form>> = {
  mentor: mentorForm,
  mentee: menteeForm,
  pupil: pupilForm,
  staff: staffForm,
};
