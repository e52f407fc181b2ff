import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptied, testDatabase } from '../test/helpers/database.ts';
import { foundTown } from '../test/helpers/small-town.ts';
import type { Database } from './database/sql.ts';
import { openVault } from './panel-key.ts';

let database: Database;
let dataDir: string;
const key = () => randomBytes(32).toString('base64');

beforeAll(async () => {
  database = await testDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'nastavnik-key-'));
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await database.stop();
});
beforeEach(() => emptied(database));

async function somebodyEnrolled(): Promise<void> {
  const town = await foundTown(database);
  const { id } = await town.person('Громова Анна', 'coordinator', town.office.id);
  await database.query(`insert into second_factor (person_id, secret, created_at) values ($1, 'x', now())`, [
    id,
  ]);
}

test('a key is made once, for nobody else to read, and found again', async () => {
  const folder = join(dataDir, 'made');
  const [one, other] = await Promise.all([
    openVault({ panelKey: null, dataDir: folder }, database),
    openVault({ panelKey: null, dataDir: folder }, database),
  ]);
  expect(other.open(one.seal('secret', 'x'), 'x')).toBe('secret');
  expect(statSync(join(folder, 'panel.key')).mode & 0o777).toBe(0o600);
  expect(Buffer.from(readFileSync(join(folder, 'panel.key'), 'utf8'), 'base64')).toHaveLength(32);
});

test('machines that were given the same key open what the others sealed', async () => {
  const panelKey = key();
  const [one, other] = [
    await openVault({ panelKey, dataDir: join(dataDir, 'a') }, database),
    await openVault({ panelKey, dataDir: join(dataDir, 'b') }, database),
  ];
  expect(other.open(one.seal('secret', 'x'), 'x')).toBe('secret');
});

test('another key is taken while nobody has enrolled, and refused afterwards', async () => {
  await openVault({ panelKey: key(), dataDir }, database);
  const panelKey = key();
  await openVault({ panelKey, dataDir }, database);
  await somebodyEnrolled();
  await openVault({ panelKey, dataDir }, database);
  await expect(openVault({ panelKey: key(), dataDir }, database)).rejects.toThrow('PANEL_KEY');
});

test('a file that holds no key is no key', async () => {
  writeFileSync(join(dataDir, 'panel.key'), 'not a key');
  await expect(openVault({ panelKey: null, dataDir }, database)).rejects.toThrow('holds no key');
});
