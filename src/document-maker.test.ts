import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../test/helpers/database.ts';
import { foundTown, type Town } from '../test/helpers/small-town.ts';
import { createConsentBook } from './database/repositories/consent-book.ts';
import { createFileDesk } from './database/repositories/file-desk.ts';
import { createProgrammeBook } from './database/repositories/programme-book.ts';
import type { Database } from './database/sql.ts';
import { createDocumentMaker, createDocumentShelf } from './document-maker.ts';
import type { DocumentMaker, DocumentRecipe } from './domain/files/document.ts';
import { FileTrouble } from './domain/files/stored-file.ts';
import { defaultSettings } from './domain/programme/settings.ts';

const at = new Date('2022-03-18T10:00:00Z');
let database: Database;
let town: Town;
let maker: DocumentMaker;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  maker = createDocumentMaker({ database, clock: { now: () => at } });
  const operator = { name: 'Управление', address: 'ул. Мира, 1', contact: '' };
  await createProgrammeBook(database).saveSettings(town.programme.id, { ...defaultSettings, operator });
});
afterAll(() => database.stop());

const order = (recipe: DocumentRecipe, name = 'Согласие.pdf') =>
  createFileDesk(database).document(recipe, name, null);
const rowOf = async (id: string) =>
  (
    await database.query<{ state: string; sha256: string | null }>(
      'select state, sha256, size, mime from stored_file where id = $1',
      [id],
    )
  )[0];

test('a text and the copy of a consent are PDF, kept as they were when first read', async () => {
  const book = createConsentBook(database);
  const text = await book.current(town.programme.id, 'personal-data', 'self', at);
  const person = await town.person('Петрова Анна Ильинична', 'mentor', town.school.id);
  const consent = await book.give({
    personId: person.id,
    givenBy: person.id,
    textId: text.id,
    way: 'chat',
    evidence: { platform: 'vk' },
    at,
  });
  const shelf = createDocumentShelf({ database, maker });
  for (const recipe of [
    { document: 'consent-text', textId: text.id },
    { document: 'consent', consentId: consent.id },
  ] as const) {
    const id = await order(recipe);
    expect(await rowOf(id)).toMatchObject({ state: 'wanted', sha256: null });
    const file = await shelf.read(id);
    expect(file).toMatchObject({ name: 'Согласие.pdf', mime: 'application/pdf' });
    expect(Buffer.from(file!.bytes).toString('latin1')).toMatch(/^%PDF-/u);
    expect(await rowOf(id)).toEqual({
      state: 'stored',
      mime: 'application/pdf',
      size: String(file!.bytes.length),
      sha256: createHash('sha256').update(file!.bytes).digest('hex'),
    });
    expect(await shelf.read(id)).toEqual(file);
    expect(await order(recipe), 'the same recipe is the same row').toBe(id);
  }
});

test('readers at once, in two processes too, all get the bytes of one rendering', async () => {
  let made = 0;
  const counting: DocumentMaker = {
    make: async () => ({ mime: 'application/pdf', bytes: new TextEncoder().encode(`%PDF ${++made}`) }),
  };
  const [id] = await Promise.all([1, 2, 3].map(() => order({ document: 'consent', consentId: '777' })));
  const shelves = [1, 2].map(() => createDocumentShelf({ database, maker: counting }));
  const read = await Promise.all(
    shelves.flatMap((shelf) => [shelf.read(id!), shelf.read(id!), shelf.read(id!)]),
  );
  expect(made).toBeLessThanOrEqual(2);
  expect(new Set(read.map((file) => Buffer.from(file!.bytes).toString())).size).toBe(1);
});

test('what cannot be made is missing; what could not be made this time is tried again', async () => {
  for (const recipe of [
    { document: 'consent-text', textId: '999999' },
    { document: 'consent', consentId: 'x' },
    { document: 'something-older' } as unknown as DocumentRecipe,
  ] as DocumentRecipe[]) {
    await expect(maker.make(recipe)).rejects.toThrow(
      expect.objectContaining({ code: 'document-unknown', final: true }),
    );
    const id = await order(recipe);
    expect(await createDocumentShelf({ database, maker }).read(id)).toBeNull();
  }
  const faults: Error[] = [new Error('no memory'), new FileTrouble('busy', { final: false })];
  const shaky: DocumentMaker = {
    make: async () => {
      const fault = faults.shift();
      if (fault) throw fault;
      return { mime: 'application/pdf', bytes: new Uint8Array([1]) };
    },
  };
  const id = await order({ document: 'consent', consentId: '778' });
  const shelf = createDocumentShelf({ database, maker: shaky });
  await expect(shelf.read(id)).rejects.toThrow('no memory');
  await expect(shelf.read(id)).rejects.toThrow('busy');
  expect((await shelf.read(id))?.bytes).toHaveLength(1);
});

test('other files are read as ever, and one that is still with its platform is missing', async () => {
  const shelf = createDocumentShelf({ database, maker });
  const sent = { platform: 'vk', name: 'а.txt', mime: 'text/plain', size: null, source: {} };
  const id = await createFileDesk(database).want(null, sent);
  expect(await shelf.read(id)).toBeNull();
  await database.query(`update stored_file set state = 'stored', bytes = 'ab' where id = $1`, [id]);
  expect(Buffer.from((await shelf.read(id))!.bytes).toString()).toBe('ab');
  expect(await shelf.read('999999')).toBeNull();
});
