import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { defaultCompetencies } from '../../domain/competencies/default-competencies.ts';
import type { Database } from '../sql.ts';
import { createCompetencyBook } from './competency-book.ts';

const at = new Date('2022-09-05T10:00:00+04:00');
let database: Database;
let town: Town;
beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
});
afterAll(() => database.stop());

test('a programme begins with the usual list, which staff then make their own', async () => {
  const book = createCompetencyBook(database);
  const { id } = town.programme;
  const first = await book.list(id);
  expect(first.map(({ label }) => label)).toEqual(defaultCompetencies);
  expect(await book.list(id)).toEqual(first);

  const added = await book.add(id, '  Театр   в школе ');
  expect((await book.list(id)).at(-1)).toEqual({ value: added.value, label: 'Театр в школе' });
  expect(await book.add(id, 'театр в школе')).toEqual(added);

  await book.archive(id, added.value, at);
  expect((await book.list(id)).map(({ value }) => value)).not.toContain(added.value);
  expect(await book.labels([added.value, 'x'])).toEqual(new Map([[added.value, 'Театр в школе']]));
  expect(await book.add(id, 'Театр в школе')).toEqual(added);

  for (const { value } of await book.list(id)) await book.archive(id, value, at);
  expect(await book.list(id)).toEqual([]);
  await expect(book.archive(id, 'x', at)).rejects.toMatchObject({ code: 'competency-unknown' });
  await expect(book.add(id, '  ')).rejects.toMatchObject({ code: 'competency-empty' });
});

test('two people who look first at the same moment see one list', async () => {
  const [other] = await database.query<{ id: string }>(
    `insert into programme (key, name) values ('other', 'Город') returning id`,
  );
  const look = () => database.transaction((sql) => createCompetencyBook(sql).list(other!.id));
  const [one, two] = await Promise.all([look(), look()]);
  expect(one).toEqual(two);
  expect(one).toHaveLength(defaultCompetencies.length);
});
