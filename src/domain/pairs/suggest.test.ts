import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MentoringForm } from '../registration/forms.ts';
import type { CompetencyIndex } from './competency-index.ts';
import type { Line } from './needs.ts';
import { type MenteeNeeds, type MentorCandidate, rankMentors } from './suggest.ts';
import { mentoringExperiences } from './suggestion.ts';

/** «шум» is answered by «дисциплина» to 0.6, and so on: strengths that a test can count on. */
const strengths: Record<string, Record<string, number>> = {
  шум: { дисциплина: 0.6, поведение: 0.9 },
  журнал: { дневник: 0.5 },
  математика: { математика: 1, физика: 0.1 },
};
const index: CompetencyIndex = { match: (text) => new Map(Object.entries(strengths[text] ?? {})) };

const own = (text: string): Line => ({ text, source: 'own', competencyId: null });
const chosen = (text: string, competencyId: string): Line => ({ text, source: 'chosen', competencyId });

const mentee: MenteeNeeds = {
  personId: '1',
  organizationIds: ['10'],
  pupil: false,
  requests: [own('шум'), own('журнал')],
  subject: 'математика',
};
const mentor: MentorCandidate = {
  personId: '2',
  organizationIds: ['11'],
  pupil: false,
  skills: [],
  subject: null,
  forms: ['teacher-teacher'],
  experience: 'to-3',
  capacity: 3,
  load: 1,
  onLeave: false,
  reachable: true,
  apart: false,
};
const order = (...mentors: MentorCandidate[]) =>
  rankMentors(mentee, mentors, index).map(({ personId }) => personId);

describe('a suggestion', () => {
  it('says why: what fits in both words, the subject, the school, the places left', () => {
    const [first] = rankMentors(
      mentee,
      [
        {
          ...mentor,
          skills: [own('дневник'), own('поведение')],
          subject: 'математика',
          organizationIds: ['10'],
        },
      ],
      index,
    );
    expect(first?.reasons).toEqual([
      {
        kind: 'competencies',
        needed: 2,
        fits: [
          { request: 'шум', competency: 'поведение' },
          { request: 'журнал', competency: 'дневник' },
        ],
      },
      { kind: 'same-subject', subject: 'математика' },
      { kind: 'same-organization' },
      { kind: 'capacity', left: 2, of: 3 },
      { kind: 'form', form: 'teacher-teacher' },
      { kind: 'experience', experience: 'to-3' },
    ]);
  });

  it('hides nothing that speaks against it', () => {
    const [first] = rankMentors(mentee, [{ ...mentor, forms: ['employer-pupil'], reachable: false }], index);
    expect(first?.reasons).toEqual([
      { kind: 'no-competencies', needed: 2 },
      { kind: 'capacity', left: 2, of: 3 },
      { kind: 'other-forms' },
      { kind: 'experience', experience: 'to-3' },
      { kind: 'unreachable' },
    ]);
  });

  it('takes what both picked from the list for the very same, whatever words say', () => {
    const asking = { ...mentee, requests: [chosen('Медиация', '7')] };
    const [first] = rankMentors(asking, [{ ...mentor, skills: [chosen('Конфликты', '7')] }], index);
    expect(first?.reasons[0]).toEqual({
      kind: 'competencies',
      needed: 1,
      fits: [{ request: 'Медиация', competency: 'Конфликты' }],
    });
  });

  it('puts whoever can do something of what is needed before the nearest who cannot', () => {
    const useful = { ...mentor, personId: '3', skills: [own('дневник')], load: 2, reachable: false };
    const near = { ...mentor, organizationIds: ['10'], subject: 'математика', load: 0, capacity: 10 };
    expect(
      order({ ...near, experience: 'over-10' }, { ...useful, experience: 'none', forms: ['employer-pupil'] }),
    ).toEqual(['3', '2']);
  });

  it('leaves out whoever may not become the mentor', () => {
    const out: Partial<MentorCandidate>[] = [
      { personId: '1' },
      { apart: true },
      { onLeave: true },
      { load: 3 },
      { load: 4 },
      { capacity: 0, load: 0 },
      { pupil: true },
    ];
    expect(order(...out.map((each) => ({ ...mentor, ...each })))).toEqual([]);
    const pupil = { ...mentee, pupil: true };
    expect(rankMentors(pupil, [{ ...mentor, pupil: true }], index)).toHaveLength(1);
  });

  it('lets equals stand by load, then by id as a number', () => {
    const ids = ['10', '9', '3'].map((personId) => ({ ...mentor, personId }));
    expect(order(...ids)).toEqual(['3', '9', '10']);
  });
});

const skill = fc.constantFrom('дисциплина', 'поведение', 'дневник', 'вязание').map(own);
const candidate = fc.record({
  personId: fc.integer({ min: 1, max: 40 }).map(String),
  organizationIds: fc.subarray(['10', '11']),
  pupil: fc.boolean(),
  skills: fc.array(skill, { maxLength: 4 }),
  subject: fc.constantFrom(null, 'математика', 'физика'),
  forms: fc.subarray<MentoringForm>(['teacher-teacher', 'employer-pupil', 'head-teacher']),
  experience: fc.constantFrom(null, ...mentoringExperiences),
  capacity: fc.integer({ min: 0, max: 10 }),
  load: fc.integer({ min: 0, max: 10 }),
  onLeave: fc.boolean(),
  reachable: fc.boolean(),
  apart: fc.boolean(),
});
const possible = candidate.map((each) => ({
  ...each,
  personId: '2',
  pupil: false,
  capacity: each.load + 1 + each.capacity,
  onLeave: false,
  apart: false,
}));
const scoreOf = (each: MentorCandidate) => rankMentors(mentee, [each], index)[0]?.score ?? -1;

describe('ranking', () => {
  it('never names who has no place, is away, declined or is the mentee, and names everybody else once', () => {
    const many = fc.uniqueArray(candidate, { selector: ({ personId }) => personId });
    fc.assert(
      fc.property(many, (mentors) => {
        const named = rankMentors(mentee, mentors, index).map(({ personId }) => personId);
        const may = mentors.filter(
          ({ personId, load, capacity, onLeave, apart, pupil }) =>
            personId !== '1' && load < capacity && !onLeave && !apart && !pupil,
        );
        expect(named.toSorted()).toEqual(may.map(({ personId }) => personId).toSorted());
      }),
    );
  });

  it('does not hang on the order in which mentors come', () => {
    const many = fc.uniqueArray(candidate, { selector: ({ personId }) => personId });
    fc.assert(
      fc.property(many, (mentors) => {
        expect(rankMentors(mentee, mentors.toReversed(), index)).toEqual(rankMentors(mentee, mentors, index));
      }),
    );
  });

  it('never puts anybody lower for being better in one thing', () => {
    const better = fc.oneof(
      skill.map((more) => (each: MentorCandidate) => ({ ...each, skills: [...each.skills, more] })),
      fc.constant((each: MentorCandidate) => ({ ...each, organizationIds: ['10', ...each.organizationIds] })),
      fc.constant((each: MentorCandidate) => ({ ...each, subject: 'математика' })),
      fc.constant((each: MentorCandidate) => ({ ...each, capacity: each.capacity + 1 })),
      fc.constant((each: MentorCandidate) => ({ ...each, load: Math.max(0, each.load - 1) })),
      fc.constant((each: MentorCandidate) => ({
        ...each,
        forms: [...each.forms, 'teacher-teacher' as const],
      })),
      fc.constant((each: MentorCandidate) => ({ ...each, experience: 'over-10' as const })),
      fc.constant((each: MentorCandidate) => ({ ...each, reachable: true })),
    );
    fc.assert(
      fc.property(possible, better, (each, improve) => {
        expect(scoreOf(improve(each))).toBeGreaterThanOrEqual(scoreOf(each));
      }),
    );
  });

  it('gives a score between 0 and 1', () => {
    fc.assert(
      fc.property(possible, (each) => {
        expect(scoreOf(each)).toBeGreaterThanOrEqual(0);
        expect(scoreOf(each)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
