import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  askedQuestions,
  changeable,
  fitRun,
  nextStep,
  progressOf,
  questionAt,
  stepBefore,
  summaryStep,
  withAnswer,
} from './flow.ts';
import type { Answers, Form, Question } from './form.ts';
import type { FormRun } from './form-run.ts';

const text = (key: string, rest: Partial<Question> = {}): Question =>
  ({ key, kind: 'text', max: 20, ...rest }) as Question;

const form: Form = {
  key: 'trip',
  version: 1,
  questions: [
    { key: 'pd', kind: 'consent', consent: 'personal-data' },
    text('name'),
    { key: 'by', kind: 'one-of', options: { values: ['train', 'car'] } },
    text('coach', { when: { by: ['train'] } }),
    text('seat', { when: { coach: ['sleeper'] } }),
    text('plate', { when: { by: ['car'] } }),
    text('note', { optional: true }),
  ],
};

function run(answers: Answers, step = nextStep(form, answers)): FormRun {
  return {
    form: 'trip',
    version: 1,
    step,
    answers,
    editing: false,
    paused: false,
    page: 0,
    search: '',
    facts: {},
  };
}
const keysFor = (answers: Answers) => askedQuestions(form, answers).map(({ key }) => key);

test('questions are asked by the answers that call for them', () => {
  expect(keysFor({})).toEqual(['pd', 'name', 'by', 'note']);
  expect(keysFor({ by: 'train' })).toEqual(['pd', 'name', 'by', 'coach', 'note']);
  expect(keysFor({ by: 'train', coach: 'sleeper' })).toEqual(['pd', 'name', 'by', 'coach', 'seat', 'note']);
  // A question that is not asked calls for nothing, whatever was once answered to it.
  expect(keysFor({ by: 'car', coach: 'sleeper' })).toEqual(['pd', 'name', 'by', 'plate', 'note']);
});

test('the next step is the first open question, then the summary', () => {
  expect(nextStep(form, { pd: '1', name: 'Я' })).toBe('by');
  expect(nextStep(form, { pd: '1', name: 'Я', by: 'car', plate: 'а1', note: null })).toBe(summaryStep);
});

test('progress counts what is asked now', () => {
  expect(progressOf(form, run({ pd: '1', name: 'Я' }))).toEqual({ step: 3, of: 4 });
  expect(progressOf(form, run({ pd: '1', name: 'Я', by: 'train' }))).toEqual({ step: 4, of: 5 });
});

test('«Назад» goes by what is asked and stops before a consent', () => {
  const answers = { pd: '1', name: 'Я', by: 'car', plate: 'а1' };
  expect(stepBefore(form, answers, 'plate')).toBe('by');
  expect(stepBefore(form, answers, 'name')).toBeNull();
});

test('another answer takes away what it no longer asks for, and keeps what is no question', () => {
  const before = run({
    age: 'adult',
    pd: '1',
    name: 'Я',
    by: 'train',
    coach: 'sleeper',
    seat: '5',
    note: null,
  });
  const after = withAnswer(form, { ...before, editing: true }, 'by', 'car');
  expect(after.answers).toEqual({ age: 'adult', pd: '1', name: 'Я', by: 'car', note: null });
  expect(after).toMatchObject({ step: 'plate', editing: false });
});

test('consents are not among what may be changed', () => {
  expect(changeable(form, { pd: '1', name: 'Я', plate: 'old' }).map(({ key }) => key)).toEqual(['name']);
});

test('a newer form keeps the place and what still passes', () => {
  const newer: Form = {
    key: 'trip',
    version: 2,
    questions: [text('pet'), ...form.questions.filter(({ key }) => key !== 'note')],
  };
  const old = run({ pd: '1', name: 'Слишком длинное', by: 'train', note: 'x' }, 'coach');
  const fitted = fitRun(newer, old, ({ key }) => key !== 'name');
  expect(fitted).toMatchObject({ version: 2, step: 'coach', answers: { pd: '1', by: 'train' } });
  // What is new or has to be answered again comes next.
  expect(nextStep(newer, { ...fitted.answers, coach: 'x' })).toBe('pet');
});

test('a place that is gone is the first open question', () => {
  const newer: Form = { ...form, version: 2, questions: form.questions.filter(({ key }) => key !== 'name') };
  expect(fitRun(newer, run({ pd: '1' }, 'name'), () => true).step).toBe('by');
  const done = run({ pd: '1', name: 'Я', by: 'car', plate: 'x', note: null }, summaryStep);
  expect(
    fitRun({ ...form, version: 2, questions: [...form.questions, text('more')] }, done, () => true).step,
  ).toBe('more');
});

const answers = fc.dictionary(
  fc.constantFrom('pd', 'name', 'by', 'coach', 'seat', 'plate', 'note', 'age'),
  fc.constantFrom('1', 'train', 'car', 'sleeper', null),
);

test('whatever was answered, each step is one that is asked, and answering always comes to an end', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom('train', 'car', 'sleeper', 'x'), (given, word) => {
      let now = fitRun({ ...form, version: 2 }, run(given), () => true);
      for (let steps = 0; now.step !== summaryStep; steps += 1) {
        expect(steps).toBeLessThan(form.questions.length);
        expect(askedQuestions(form, now.answers).map(({ key }) => key)).toContain(now.step);
        expect(questionAt(form, now.step)).not.toBeNull();
        now = withAnswer(form, now, now.step, word);
      }
    }),
  );
});
