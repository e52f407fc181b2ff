import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../test/helpers/database.ts';
import { foundTown } from '../test/helpers/small-town.ts';
import { readFigures } from './database/repositories/figures.ts';
import type { Database } from './database/sql.ts';
import { postHealth } from './post-health.ts';

let database: Database;
const at = new Date('2022-03-10T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  const town = await foundTown(database);
  const author = await town.person('Орлова Анна', 'mentor', town.school.id);
  const contest = await contestIn(database, town.programme.id);
  await entryIn(database, {
    contestId: contest.id,
    personId: author.id,
    state: 'checking',
    post: { ownerId: 1, postId: 1 },
  });
});

const waiting = (trouble: string | null, tries: number) =>
  database.query('update contest_entry set check_due_at = $1, check_trouble = $2, check_tries = $3', [
    new Date(at.getTime() - 90_000),
    trouble,
    tries,
  ]);

test.each([
  [null, 0, { ok: true, words: 'answers' }],
  ['vk-6', 1, { ok: true, words: 'some wait' }],
  ['vk-6', 3, { ok: false, words: 'vk-6: 1 wait' }],
  ['vk-5', 1, { ok: false, words: 'vk-5: 1 wait' }],
  ['no-token', 1, { ok: false, words: 'no-token: 1 wait' }],
])('trouble %s at try %i', async (trouble, tries, health) => {
  await waiting(trouble, tries);
  expect(await postHealth(database)).toEqual(health);
});

test('figures tell what is due and how late it is', async () => {
  await waiting('vk-6', 1);
  const { checks } = await readFigures(database, at);
  expect(checks).toEqual({ due: 1, troubled: 1, lateSeconds: 90 });
});
