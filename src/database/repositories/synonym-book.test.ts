import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { defaultSynonyms } from '../../domain/competencies/default-synonyms.ts';
import type { Database } from '../sql.ts';
import { createSynonymBook } from './synonym-book.ts';

const at = new Date('2022-09-05T10:00:00+04:00');
let database: Database;
let town: Town;
beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
});
afterAll(() => database.stop());

test('a programme begins with the usual table, which staff then make their own', async () => {
  const book = createSynonymBook(database);
  const { id } = town.programme;
  const first = await book.list(id);
  expect(first.map(({ words }) => words)).toEqual(defaultSynonyms);
  expect(await book.list(id)).toEqual(first);

  const added = await book.add(id, [' ШМО ', 'методическое   объединение', 'шмо', '']);
  expect((await book.list(id)).at(-1)).toEqual({ id: added.id, words: ['ШМО', 'методическое объединение'] });

  const { before, after } = await book.change(id, added.id, ['ШМО', 'кафедра']);
  expect(before.words).toEqual(['ШМО', 'методическое объединение']);
  expect((await book.list(id)).at(-1)).toEqual(after);

  await book.archive(id, added.id, at);
  expect((await book.list(id)).map((group) => group.id)).not.toContain(added.id);
  await expect(book.change(id, added.id, ['а', 'б'])).rejects.toMatchObject({ code: 'synonym-unknown' });
  await book.archive(id, added.id, null);
  expect((await book.list(id)).at(-1)).toEqual(after);

  for (const group of await book.list(id)) await book.archive(id, group.id, at);
  expect(await book.list(id)).toEqual([]);
});

test('what is no group, or another programme’s, is refused', async () => {
  const book = createSynonymBook(database);
  const { id } = town.programme;
  for (const words of [[], ['один'], ['ёлка', 'ЕЛКА'], [' ', '']]) {
    await expect(book.add(id, words)).rejects.toMatchObject({ code: 'synonyms-too-few' });
  }
  const many = Array.from({ length: 61 }, (_, number) => `слово ${number}`);
  await expect(book.add(id, many)).rejects.toMatchObject({ code: 'synonyms-too-many' });
  const { id: known } = await book.add(id, ['а', 'б']);
  for (const [programme, group] of [
    [id, 'x'],
    [id, '99999'],
    ['99999', known],
  ] as const) {
    await expect(book.change(programme, group, ['а', 'б'])).rejects.toMatchObject({
      code: 'synonym-unknown',
    });
    await expect(book.archive(programme, group, at)).rejects.toMatchObject({ code: 'synonym-unknown' });
  }
});

test('two people who look or add at the same moment see one table', async () => {
  const [other] = await database.query<{ id: string }>(
    `insert into programme (key, name) values ('other', 'Город') returning id::text`,
  );
  const look = () => database.transaction((sql) => createSynonymBook(sql).list(other!.id));
  const [one, two] = await Promise.all([look(), look()]);
  expect(one).toEqual(two);
  expect(one).toHaveLength(defaultSynonyms.length);
  const add = (word: string) =>
    database.transaction((sql) => createSynonymBook(sql).add(other!.id, [word, 'другое']));
  await Promise.all(['раз', 'два', 'три'].map(add));
  expect(await look()).toHaveLength(defaultSynonyms.length + 3);
});
