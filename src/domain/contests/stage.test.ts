import { expect, test } from 'vitest';
import { isTimeFor, mayDo, stageOf } from './stage.ts';

const opensAt = new Date('2022-03-01T00:00:00Z');
const closesAt = new Date('2022-03-31T18:59:59.500Z');
const judgingUntil = new Date('2022-04-10T00:00:00Z');
const contest = { state: 'announced', opensAt, closesAt, judgingUntil } as const;
const before = (date: Date) => new Date(date.getTime() - 1);

test('entries are taken from the first instant to the last millisecond before the close', () => {
  expect(stageOf(contest, before(opensAt))).toBe('announced');
  expect(stageOf(contest, opensAt)).toBe('open');
  expect(stageOf(contest, before(closesAt))).toBe('open');
  expect(stageOf(contest, closesAt)).toBe('judging');
  expect(isTimeFor('enter', contest, before(closesAt))).toBe(true);
  expect(() => mayDo('enter', contest, closesAt)).toThrow(
    expect.objectContaining({ code: 'contest-stage', facts: { act: 'enter', stage: 'judging' } }),
  );
});

test('no vote before the close, none after the last instant of the jury', () => {
  expect(isTimeFor('judge', contest, before(closesAt))).toBe(false);
  expect(isTimeFor('judge', contest, closesAt)).toBe(true);
  expect(() => mayDo('judge', contest, judgingUntil)).toThrow(
    expect.objectContaining({ code: 'contest-judging-over' }),
  );
  expect(isTimeFor('judge', { ...contest, judgingUntil: null }, new Date('2023-01-01T00:00:00Z'))).toBe(true);
});

test('criteria change until somebody has judged by them', () => {
  expect(isTimeFor('edit-criteria', contest, closesAt)).toBe(true);
  expect(() => mayDo('edit-criteria', contest, closesAt, { isScored: true })).toThrow(
    expect.objectContaining({ code: 'contest-scored' }),
  );
});

test('results are checked once, published once, and nothing is taken in between', () => {
  const checked = { ...contest, state: 'checked' } as const;
  expect(isTimeFor('check-results', contest, closesAt)).toBe(true);
  for (const act of ['check-results', 'judge', 'enter', 'edit', 'decide-entry', 'cancel'] as const)
    expect(isTimeFor(act, checked, closesAt)).toBe(false);
  expect(isTimeFor('publish', checked, closesAt)).toBe(true);
  expect(isTimeFor('publish', { ...contest, state: 'published' }, closesAt)).toBe(false);
  expect(isTimeFor('award', { ...contest, state: 'published' }, closesAt)).toBe(true);
});

test('a draft takes nothing, however the days stand', () => {
  expect(stageOf({ ...contest, state: 'draft' }, opensAt)).toBe('draft');
  expect(isTimeFor('enter', { ...contest, state: 'draft' }, opensAt)).toBe(false);
});
