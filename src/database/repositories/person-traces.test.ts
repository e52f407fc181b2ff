import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import type { Database } from '../sql.ts';
import { columnsOf, impersonalTables, personTraces } from './person-traces.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const treatments = ['export', 'id', 'secret', 'bytes'] as const;

function classified(): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>();
  for (const trace of personTraces) {
    const known = tables.get(trace.table) ?? new Set<string>();
    for (const column of columnsOf(trace, ...treatments)) known.add(column);
    tables.set(trace.table, known);
  }
  return tables;
}

test('every column of every table is classified, or its table names nobody', async () => {
  const rows = await database.query<{ name: string; column: string }>(
    `select table_name as name, column_name as column from information_schema.columns
     where table_schema = 'public' order by 1, 2`,
  );
  const known = classified();
  const forgotten = rows.filter(
    ({ name, column }) => !impersonalTables.includes(name) && !known.get(name)?.has(column),
  );
  expect(forgotten).toEqual([]);
  const real = new Set(rows.map(({ name, column }) => `${name}.${column}`));
  const invented = [...known].flatMap(([name, columns]) => [...columns].map((column) => `${name}.${column}`));
  expect(invented.filter((each) => !real.has(each))).toEqual([]);
  expect(impersonalTables.filter((name) => known.has(name))).toEqual([]);
});

test('every reference to a person is followed', async () => {
  const references = await database.query<{ name: string; column: string }>(
    `select c.conrelid::regclass::text as name, a.attname as column
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.contype = 'f' and c.confrelid in ('person'::regclass, 'chat_account'::regclass) order by 1, 2`,
  );
  expect(references.length).toBeGreaterThan(20);
  const missed = references.filter(
    ({ name, column }) => !personTraces.some((trace) => trace.table === name && trace.rows.includes(column)),
  );
  expect(missed).toEqual([]);
});

test('no hash and no link to somebody’s file is ever shown', () => {
  const shown = personTraces.flatMap((trace) =>
    columnsOf(trace, 'export', 'id').map((column) => `${trace.table}.${column}`),
  );
  // Of a consent’s text and of a file the hash is the proof, not a key to anything; of a work the source is the way it came in.
  const hashes = shown.filter((column) => /\..*(hash|secret|source|bytes)/u.test(column));
  expect(hashes).toEqual(['contest_entry.source', 'consent_text.hash']);
});
