import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { everything, gives, lets, withdraws } from '../../../test/helpers/publishing.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { mayPublish as rule } from '../../domain/consents/required.ts';
import type { Database } from '../sql.ts';
import { consentsOf } from './consent-giving.ts';
import { mayPublish, publishedScope } from './publishable.ts';

let database: Database;
let town: Town;
let people = 0;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
});
afterAll(() => database.stop());

async function somebody(birthYear: number | null = null): Promise<string> {
  people += 1;
  const { id } = await town.person(`Зырянова Вера Человек${people}`, 'mentee', town.school.id);
  await database.query('update person set birth_year = $2 where id = $1', [id, birthYear]);
  return id;
}

async function scopeOf(personId: string): Promise<string[]> {
  const [row] = await database.query<{ scope: string[] }>(
    `select ${publishedScope('p.id', 'office-site')} as scope from person p where p.id = $1`,
    [personId],
  );
  return row?.scope ?? [];
}

test('says what the rule in the domain says, whatever was given and withdrawn', {
  timeout: 60_000,
}, async () => {
  const what = fc.subarray([...everything]);
  const where = fc.subarray(['office-site', 'vk', 'press']);
  const given = fc.record({
    kind: fc.constantFrom('distribution', 'distribution', 'personal-data', 'participation'),
    giver: fc.constantFrom('self' as const, 'representative' as const),
    version: fc.integer({ min: 1, max: 3 }),
    day: fc.integer({ min: 1, max: 5 }),
    scope: fc.record({ what, where }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(given, { maxLength: 5 }),
      fc.boolean(),
      fc.constantFrom(null, 'distribution', 'personal-data'),
      async (all, minor, gone) => {
        // Born in 2010: 12 in the year of these consents.
        const id = await somebody(minor ? 2010 : null);
        for (const each of all) {
          await gives(database, id, { ...each, at: new Date(Date.UTC(2022, 1, each.day)) });
        }
        if (gone !== null) await withdraws(database, id, gone);
        const consents = await consentsOf(database, id);
        const expected = everything.filter((each) => rule(consents, each, 'office-site', { minor }));
        const scope = await scopeOf(id);
        expect(everything.filter((each) => scope.includes(each))).toEqual(expected);
        const [row] = await database.query<{ may: boolean }>(
          `select ${mayPublish('p.id', 'names', 'vk')} as may from person p where p.id = $1`,
          [id],
        );
        expect(row?.may).toBe(rule(consents, 'names', 'vk', { minor }));
      },
    ),
    { numRuns: 60 },
  );
});

test('whoever wrote conditions of their own, asked to be erased or was erased lets nothing', async () => {
  const careful = await somebody();
  await lets(database, careful, { conditions: 'Только после показа мне' });
  expect(await scopeOf(careful)).toEqual([]);

  const leaving = await somebody();
  await lets(database, leaving);
  expect(await scopeOf(leaving)).toEqual(everything);
  const ask = (state: string) =>
    database.query(
      `insert into data_request (person_id, kind, state, due_on, created_at, settled_at)
       values ($1, 'erase', $2, '2022-03-01', now(), case when $2 = 'cancelled' then now() end)`,
      [leaving, state],
    );
  await ask('cancelled');
  expect(await scopeOf(leaving)).toEqual(everything);
  await ask('open');
  expect(await scopeOf(leaving)).toEqual([]);

  const erased = await somebody();
  await lets(database, erased);
  await database.query('update person set erased_at = now() where id = $1', [erased]);
  expect(await scopeOf(erased)).toEqual([]);
});

test('what a pupil gave without a representative stays good for nothing when they come of age', async () => {
  const pupil = await somebody(2005);
  await lets(database, pupil, { at: new Date('2023-10-01') });
  expect(await scopeOf(pupil)).toEqual([]);
  await lets(database, pupil, { at: new Date('2024-01-02'), version: 2 });
  expect(await scopeOf(pupil)).toEqual(everything);
});
