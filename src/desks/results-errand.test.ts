import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database, Sql } from '../database/sql.ts';
import { defaultResultRules } from '../domain/contests/result-rules.ts';
import { createResultsDesk } from './results-desk.ts';
import { createResultNotices } from './results-errand.ts';

let database: Database;
let town: Town;
const clock = { now: () => new Date('2022-04-12T06:00:00Z') };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
});

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A contest with results of so many people, each in a chat of their own, published by its desk. */
async function published(people: number): Promise<{ contestId: string; errandId: string }> {
  const { id: staffId } = await town.person('Широбокова Ольга Ивановна', 'coordinator', town.office.id);
  const staff = staffAs(staffId, town.programme.id, [
    { role: 'coordinator', organizationId: town.office.id },
  ]);
  const contest = await contestIn(database, town.programme.id, {
    kind: 'work',
    terms: { results: { ...defaultResultRules, minSheets: 1 } },
  });
  for (let number = 1; number <= people; number += 1) {
    const author = await town.person(`Автор${'а'.repeat(number % 9)} Анна`, 'mentor', town.school.id);
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [`${1000 + number}`, author.id],
    );
    await entryIn(database, {
      contestId: contest.id,
      nominationId: contest.nominations[0]?.id ?? null,
      personId: author.id,
      title: `Работа ${number}`,
    });
  }
  const desk = createResultsDesk(deskDeps(database, clock));
  await desk.check(staff, contest.id, { force: 'Жюри не собралось' });
  const { id } = await desk.publish(staff, contest.id, { post: 'none', text: '' });
  return { contestId: contest.id, errandId: id };
}

const told = (from: Sql = database) =>
  from.query<{ notices: number; people: number; deliveries: number; addressees: number }>(
    `select (select count(*) from contest_notice)::int as notices,
       (select count(distinct person_id) from contest_notice)::int as people,
       (select count(*) from delivery)::int as deliveries,
       (select count(distinct person_id) from delivery)::int as addressees`,
  );

/** A database whose process dies at the query after so many. */
function dyingAfter(queries: number): Database {
  let left = queries;
  const guarded = (sql: Sql): Sql => ({
    async query(text, params) {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return sql.query(text, params);
    },
  });
  return {
    ...database,
    query: guarded(database).query,
    transaction: (work) => database.transaction((sql) => work(guarded(sql))),
  };
}

test('dying at twenty random queries, it tells everybody once, and never a notice without its message', async () => {
  const people = 100;
  const { contestId } = await published(people);
  const context = {
    errandId: '1',
    programmeId: town.programme.id,
    createdBy: '1',
    resumedAt: 0,
    signal: new AbortController().signal,
    progress: async () => undefined,
  };
  let seed = 20_220_412;
  const random = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % most;
  };
  let deaths = 0;
  for (let at = 0; at < 20; at += 1) {
    const kind = createResultNotices({ database: dyingAfter(random(40)), clock, mayNameOthers: () => true });
    await kind.run({ contestId }, context).catch(() => {
      deaths += 1;
    });
    const [now] = await told();
    expect(now?.notices).toBe(now?.deliveries);
  }
  expect(deaths).toBe(20);
  expect((await told())[0]?.notices).toBeGreaterThan(20);
  await createResultNotices({ database, clock, mayNameOthers: () => true }).run({ contestId }, context);
  expect(await told()).toEqual([{ notices: people, people, deliveries: people, addressees: people }]);
});

test('two that run at once tell nobody twice', async () => {
  const { contestId } = await published(10);
  const context = {
    errandId: '1',
    programmeId: town.programme.id,
    createdBy: '1',
    resumedAt: 0,
    signal: new AbortController().signal,
    progress: async () => undefined,
  };
  const kind = createResultNotices({ database, clock, mayNameOthers: () => true });
  await Promise.all([kind.run({ contestId }, context), kind.run({ contestId }, context)]);
  expect(await told()).toEqual([{ notices: 10, people: 10, deliveries: 10, addressees: 10 }]);
});

test('killed as a process again and again, it tells everybody once', async () => {
  const people = 120;
  const { errandId } = await published(people);
  const options = JSON.stringify({ databaseUrl: database.url, leaseMs: 400 });
  const start = () =>
    spawn(
      process.execPath,
      [path('../../test/helpers/run-ts.mjs'), path('../../test/helpers/order-errand-process.ts'), options],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
  const notices = async () => (await told())[0]?.notices ?? 0;
  const state = async () =>
    (await database.query<{ state: string }>('select state from errand where id = $1', [errandId]))[0]?.state;
  for (const least of [5, 40, 80]) {
    const doomed = start();
    await expect.poll(notices, { timeout: 60_000, interval: 2 }).toBeGreaterThan(least);
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
  }
  const heir = start();
  await expect.poll(state, { timeout: 60_000 }).toBe('done');
  heir.kill('SIGKILL');
  await once(heir, 'exit');
  expect(await told()).toEqual([{ notices: people, people, deliveries: people, addressees: people }]);
}, 240_000);
