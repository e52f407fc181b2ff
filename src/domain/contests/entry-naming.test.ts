import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn } from '../../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createContestBook } from '../../database/repositories/contest-book.ts';
import { createEntryBook } from '../../database/repositories/entry-book.ts';
import type { Database } from '../../database/sql.ts';
import { Refusal } from '../refusal.ts';
import type { Entrant } from './entering.ts';
import { beginEntry, withdrawEntry } from './entry-acts.ts';
import { mostAsked, nameMentor } from './entry-naming.ts';

let database: Database;
let town: Town;
const at = new Date('2022-03-12T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
});

test('whoever begins a work again and again has no more mentors asked than for one', async () => {
  const contest = await contestIn(database, town.programme.id, { terms: { perPerson: 1 } });
  const mentors = await Promise.all(
    ['Белова Вера', 'Орлова Анна', 'Серова Нина'].map((names) =>
      town.person(names, 'mentor', town.school.id),
    ),
  );
  const author = await town.person('Котова Анна Ильинична', 'mentee', town.school.id);
  const who: Entrant = { personId: author.id, programmeId: town.programme.id, appointments: [] };
  const books = { contests: createContestBook(database), entries: createEntryBook(database) };
  const ids = mentors.map(({ id }) => id);
  const nominationId = contest.nominations[0]?.id ?? '';
  let asked = 0;
  const askAll = async () => {
    const { entry } = await beginEntry(books, who, { contestId: contest.id, nominationId }, at);
    for (const mentorId of ids) {
      const wish = { entryId: entry.id, mentorId, mayBe: () => true };
      if ((await nameMentor(books, who, wish, at)).isFirst) asked += 1;
    }
    await withdrawEntry(books, who, entry.id, at);
  };
  await askAll();
  await expect(askAll()).rejects.toEqual(new Refusal('naming-enough', { most: mostAsked }));
  expect(asked).toBe(mostAsked);
});
