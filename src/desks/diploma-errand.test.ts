import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database, Sql } from '../database/sql.ts';
import type { ErrandContext } from '../domain/errands/errand.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { createDiplomaDesk } from './diploma-desk.ts';
import { createDiplomasErrand } from './diploma-errand.ts';

let database: Database;
let town: Town;
let coordinator: Staff;
let contestId: string;
const clock = { now: () => new Date('2022-04-05T07:00:00Z') };
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  const { id } = await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id);
  coordinator = staffAs(id, town.programme.id, [{ role: 'coordinator', organizationId: town.office.id }]);
  contestId = (await contestIn(database, town.programme.id, { kind: 'work', state: 'published' })).id;
});

async function winners(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const letters = 'абвгдежиклмнопрстуфхцчшэ'[at];
    const { id } = await town.person(`Петр${letters}ва Анна Ильинична`, 'mentor', town.school.id);
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [String(100 + at), id],
    );
    const entry = await entryIn(database, { contestId, personId: id, organizationId: town.school.id });
    await database.query(
      `insert into contest_result (contest_id, entry_id, place, award) values ($1, $2, 1, 'winner')`,
      [contestId, entry.id],
    );
  }
}

const issue = (on: Database, count: number) =>
  createDiplomaDesk({ ...deskDeps(on, clock), pageUrl: () => 'https://nastavnik.example.org' }).issue(
    coordinator,
    contestId,
    { personIds: [], corrections: [], templates: {}, groups: ['diplomas'], count },
    null,
  );

const killed = new Error('killed');

/** The same database, which goes away for good at a step: before a statement, or after a commit that nobody heard of. */
function mortal(whole: Database, steps: number): Database {
  let left = steps;
  const step = () => {
    left -= 1;
    if (left < 0) throw killed;
  };
  const stepping = (sql: Sql): Sql => ({
    async query(text, params) {
      step();
      return sql.query(text, params);
    },
  });
  return {
    ...stepping(whole),
    async transaction(work) {
      const result = await whole.transaction((sql) => work(stepping(sql)));
      step();
      return result;
    },
    url: whole.url,
    stop: whole.stop,
  };
}

/** Everything that must be so however often it died: one number, one file and one message each. */
async function expectWhole(count: number): Promise<void> {
  const given = await database.query<{ serial: number; told: boolean; printed: boolean }>(
    `select serial, told_at is not null as told, file_id is not null as printed from diploma order by serial`,
  );
  expect(given).toEqual(
    Array.from({ length: count }, (_, at) => ({ serial: at + 1, told: true, printed: true })),
  );
  const sent = await database.query<{ personId: string; files: string[] }>(
    `select d.person_id::text as "personId", d.outgoing->'message'->'files' as files from delivery d order by 1`,
  );
  expect(new Set(sent.map(({ personId }) => personId)).size).toBe(count);
  expect(sent).toHaveLength(count);
  const own = await database.query(
    `select p.id from diploma p join delivery d on d.person_id = p.person_id
       and d.outgoing->'message'->'files'->>0 = p.file_id::text`,
  );
  expect(own).toHaveLength(count);
  expect(await database.query('select from stored_file')).toHaveLength(count);
}

/** The same numbers on each run. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
}

test('killed at 20 points while it gives, prints and sends, each has one number, one file and one message', async () => {
  const count = 12;
  await winners(count);
  const roll = dice(7);
  let kills = 0;
  // Where the order itself dies nobody has a number.
  for (let at = 0; at < 6; at += 1) {
    const dying = await issue(mortal(database, roll(14)), count).catch((error: unknown) => error);
    expect(dying).toBe(killed);
    kills += 1;
    expect(await database.query('select from diploma')).toEqual([]);
    expect(await database.query('select from errand')).toEqual([]);
  }
  await issue(database, count);
  const [errand] = await database.query<{ id: string; params: Record<string, unknown> }>(
    'select id::text, params from errand',
  );
  const context: ErrandContext = {
    errandId: errand?.id ?? '',
    programmeId: town.programme.id,
    createdBy: coordinator.personId,
    resumedAt: 0,
    progress: async () => undefined,
    signal: new AbortController().signal,
  };
  const run = (on: Database) =>
    createDiplomasErrand({ database: on, clock, mayNameOthers: () => true }).run(
      errand?.params ?? {},
      context,
    );
  for (let at = 0; at < 14; at += 1) {
    // What goes on in the other hands settles before the next one begins, as it would in a process that is gone.
    const dying = await run(mortal(database, 1 + roll(60))).catch((error: unknown) => error);
    if (dying === killed) kills += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(kills).toBeGreaterThanOrEqual(20);
  expect(await run(database)).toMatchObject({ facts: { diplomas: count, told: count } });
  await expectWhole(count);
}, 120_000);

test('its process killed again and again, another one goes on, and nobody hears of it twice', async () => {
  const count = 20;
  await winners(count);
  const { id } = await issue(database, count);
  const options = JSON.stringify({ databaseUrl: database.url, leaseMs: 600 });
  const start = () =>
    spawn(
      process.execPath,
      [path('../../test/helpers/run-ts.mjs'), path('../../test/helpers/order-errand-process.ts'), options],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
  const told = async () => (await database.query('select from diploma where told_at is not null')).length;
  for (const enough of [2, 9]) {
    const doomed = start();
    await expect.poll(told, { timeout: 90_000, interval: 5 }).toBeGreaterThan(enough);
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
  }
  const heir = start();
  const state = async () =>
    (await database.query<{ state: string }>('select state from errand where id = $1', [id]))[0]?.state;
  await expect.poll(state, { timeout: 90_000 }).toBe('done');
  heir.kill('SIGKILL');
  await once(heir, 'exit');
  await expectWhole(count);
}, 300_000);
