import { describe, expect, test } from 'vitest';
import type { Consent } from '../consents/consent.ts';
import { Refusal } from '../refusal.ts';
import { mentoringForms } from '../registration/forms.ts';
import {
  capacityOf,
  checkProposal,
  fitsForm,
  type Participant,
  type Proposal,
  type ProposedMentor,
} from './check-proposal.ts';

const consent = (kind: Consent['kind'], giver: Consent['giver'] = 'self'): Consent => ({
  id: '1',
  personId: '1',
  givenBy: '1',
  textId: '1',
  kind,
  giver,
  version: 1,
  hash: 'h',
  current: true,
  way: 'chat',
  scope: {},
  givenAt: new Date('2022-09-01T00:00:00Z'),
  withdrawnAt: null,
});
const both = [consent('personal-data'), consent('participation')];
const ofMother = [consent('personal-data', 'representative'), consent('participation', 'representative')];
const teacher = (personId: string): Participant => ({
  personId,
  takesPart: true,
  pupil: false,
  minor: false,
  represented: false,
  consents: both,
});
const pupil = (personId: string): Participant => ({
  ...teacher(personId),
  pupil: true,
  minor: true,
  represented: true,
  consents: ofMother,
});
const mentor = (given: Partial<ProposedMentor> = {}): ProposedMentor => ({
  ...teacher('m'),
  capacity: 2,
  load: 0,
  menteeIds: [],
  ...given,
});
const proposal = (given: Partial<Proposal> = {}): Proposal => ({
  mentorId: 'm',
  menteeIds: ['a'],
  form: 'teacher-teacher',
  fromOn: '2022-10-01',
  toOn: '2023-05-31',
  goal: 'Освоиться в школе',
  ...given,
});
const check = (
  given: Partial<Proposal> = {},
  by: ProposedMentor = mentor(),
  mentees: readonly Participant[] = [teacher('a')],
) => {
  try {
    checkProposal(proposal(given), by, mentees);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.facts };
    throw error;
  }
  return 'proposed';
};

test('two who take part and have agreed to that may be proposed to each other', () => {
  expect(check()).toBe('proposed');
});

describe('nobody is paired', () => {
  test('with themselves, with nobody, or twice in one group', () => {
    expect(check({ menteeIds: ['m'] })).toMatchObject({ code: 'own-mentor' });
    expect(check({ menteeIds: [] })).toMatchObject({ code: 'mentees-missing' });
    expect(check({ menteeIds: ['a', 'a'] })).toMatchObject({ code: 'mentees-missing' });
  });

  test('who takes no part, or lacks a consent; a minor’s own counts for nothing', () => {
    expect(check({}, mentor({ takesPart: false }))).toEqual({ code: 'not-taking-part', personId: 'm' });
    expect(check({}, mentor(), [{ ...teacher('a'), consents: [consent('personal-data')] }])).toEqual({
      code: 'consent-missing',
      kind: 'participation',
      personId: 'a',
    });
    const alone = { ...pupil('a'), consents: both };
    expect(check({ form: 'employer-pupil' }, mentor(), [alone])).toMatchObject({ code: 'consent-missing' });
    const orphan = { ...pupil('a'), represented: false };
    expect(check({ form: 'employer-pupil' }, mentor(), [orphan])).toMatchObject({
      code: 'representative-missing',
    });
  });

  test('beyond what the mentor is ready to take, a group counted by its heads', () => {
    expect(check({}, mentor({ load: 2 }))).toEqual({ code: 'capacity-reached', capacity: 2, load: 2 });
    expect(check({ menteeIds: ['a', 'b'] }, mentor({ load: 1 }), [teacher('a'), teacher('b')])).toMatchObject(
      {
        code: 'capacity-reached',
      },
    );
    expect(check({ menteeIds: ['a', 'b'] }, mentor(), [teacher('a'), teacher('b')])).toBe('proposed');
  });

  test('with whom they are paired already', () => {
    expect(check({}, mentor({ load: 1, menteeIds: ['a'] }))).toEqual({ code: 'pair-exists', personId: 'a' });
  });

  test('for a term that ends before it begins or lasts for ever', () => {
    expect(check({ toOn: '2022-09-30' })).toMatchObject({ code: 'term-invalid' });
    expect(check({ toOn: '2025-05-31' })).toMatchObject({ code: 'term-invalid' });
    expect(check({ toOn: '2022-10-01' })).toBe('proposed');
    expect(check({ goal: 'ц'.repeat(1001) })).toMatchObject({ code: 'goal-too-long' });
  });
});

test('a form of mentoring fits whom it is meant for', () => {
  const grown = { pupil: false, minor: false };
  const young = { pupil: true, minor: true };
  const student = { pupil: true, minor: false };
  const fitting = (one: typeof grown, other: typeof grown) =>
    mentoringForms.filter((form) => fitsForm(form, one, other));
  expect(fitting(grown, grown)).toEqual([
    'teacher-teacher',
    'head-teacher',
    'employer-teacher',
    'university-teacher',
    'partner-teacher',
  ]);
  expect(fitting(grown, young)).toEqual(['employer-pupil', 'student-pupil']);
  expect(fitting(young, young)).toEqual(['student-pupil', 'pupil-pupil']);
  expect(fitting(student, young)).toEqual(['employer-pupil', 'student-pupil', 'pupil-pupil']);
  expect(fitting(young, grown)).toEqual([]);
});

test('a mentor who never said how many they take takes one', () => {
  expect([capacityOf(3), capacityOf(undefined), capacityOf('много'), capacityOf(0)]).toEqual([3, 1, 1, 1]);
});
