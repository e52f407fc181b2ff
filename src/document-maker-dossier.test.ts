import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../test/helpers/database.ts';
import { foundTown } from '../test/helpers/small-town.ts';
import { createFileDesk } from './database/repositories/file-desk.ts';
import type { Database } from './database/sql.ts';
import { createDocumentMaker, createDocumentShelf } from './document-maker.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

test('people get what is stored about them as JSON and as PDF', async () => {
  const town = await foundTown(database);
  const her = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
  const clock = { now: () => new Date('2022-03-18T06:00:00Z') };
  const shelf = createDocumentShelf({ database, maker: createDocumentMaker({ database, clock }) });
  const read = async (format: 'json' | 'pdf') => {
    const recipe = { document: 'dossier', personId: her.id, format, requestId: '1' } as const;
    return shelf.read(await createFileDesk(database).document(recipe, `moi-dannye.${format}`, her.id));
  };
  const json = await read('json');
  expect(json?.mime).toBe('application/json');
  const dossier = JSON.parse(Buffer.from(json?.bytes ?? []).toString('utf8')) as Record<string, unknown[]>;
  expect(dossier.person).toMatchObject([{ surname: 'Бабинцева', name: 'Наталья' }]);
  expect(Object.keys(dossier)).toEqual(['stored_file', 'appointment', 'person']);
  const pdf = await read('pdf');
  expect(
    Buffer.from(pdf?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});
