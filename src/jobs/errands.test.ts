import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createAttic } from '../database/repositories/attic.ts';
import { createErrandBook } from '../database/repositories/errand-book.ts';
import { createErrandQueue } from '../database/repositories/errand-queue.ts';
import type { Database } from '../database/sql.ts';
import { type ErrandKind, type ErrandKinds, mostTries, nextTryIn } from '../domain/errands/errand.ts';
import { Refusal } from '../domain/refusal.ts';
import { createErrandRunner, type ErrandRunner } from './errands.ts';

let database: Database;
let town: Town;
let coordinator: string;
let runners: ErrandRunner[] = [];
let log = notedLog();
const at = new Date('2022-03-18T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  runners = [];
  await emptied(database);
  log = notedLog();
  town = await foundTown(database);
  coordinator = (await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id)).id;
});

function runnerOf(kinds: ErrandKinds, leaseMs = 20_000, most = 3): ErrandRunner {
  const queue = createErrandQueue(database);
  const runner = createErrandRunner({ queue, kinds, clock: { now: () => at }, log, leaseMs, most });
  runners.push(runner);
  return runner;
}

async function run(kinds: ErrandKinds): Promise<void> {
  const runner = runnerOf(kinds);
  runner.wake();
  await runner.idle();
}

const asked = { power: 'documents:write' } as const;
const wholeCity = () => ({ programmeId: town.programme.id, organizationIds: null });
const book = () => createErrandBook(database);
const order = (kind: string, params = {}) =>
  book().order({ ...asked, kind, params, reach: wholeCity(), createdBy: coordinator, at });
const find = async (id: string) => {
  const errand = await book().find({ programmeId: town.programme.id, createdBy: coordinator }, id);
  if (errand === null) throw new Error('there is no such errand');
  return errand;
};
const steps =
  (count: number, step: (at: number) => unknown): ErrandKind['run'] =>
  async (_params, { progress }) => {
    for (let done = 0; done < count; done += 1) {
      await step(done);
      await progress(done + 1, count);
    }
    return { facts: { made: count } };
  };

test('an errand is done with its params, and says how far it came and what it made', async () => {
  const seen: unknown[] = [];
  const { id } = await order('count', { organizationId: '7' });
  await run({
    count: {
      async run(params, context) {
        seen.push(params, context.createdBy, context.programmeId);
        await context.progress(3, 10);
        seen.push((await find(id)).done);
        return { facts: { made: 10 } };
      },
    },
  });
  expect(seen).toEqual([{ organizationId: '7' }, coordinator, town.programme.id, 3]);
  expect(await find(id)).toMatchObject({
    state: 'done',
    done: 10,
    total: 10,
    facts: { made: 10 },
    startedAt: at,
    finishedAt: at,
    fault: null,
  });
});

test('of many who look at once each errand is taken by one', async () => {
  const taken: string[] = [];
  for (let count = 0; count < 12; count += 1) await order('count');
  const kinds = {
    count: {
      async run(_params: unknown, { errandId }: { errandId: string }) {
        taken.push(errandId);
        return {};
      },
    },
  };
  const all = [runnerOf(kinds), runnerOf(kinds), runnerOf(kinds)];
  for (const runner of all) runner.wake();
  await Promise.all(all.map((runner) => runner.idle()));
  expect(taken).toHaveLength(12);
  expect(new Set(taken).size).toBe(12);
});

test('a kind that this process does not know is left to another one', async () => {
  const { id } = await order('later-version');
  await run({ count: { run: steps(1, () => undefined) } });
  expect(await find(id)).toMatchObject({ state: 'planned' });
});

test('what waits is cancelled at once, what runs stops at its next step and keeps what it has done', async () => {
  const waiting = await order('other');
  expect(await book().cancel(waiting.id, at)).toMatchObject({ state: 'cancelled', finishedAt: at });
  expect(await book().cancel(waiting.id, at)).toBeNull();
  const { id } = await order('count');
  const made: number[] = [];
  await run({
    count: {
      run: steps(5, async (step) => {
        made.push(step);
        if (step === 2) expect(await book().cancel(id, at)).toMatchObject({ isStopping: true });
      }),
    },
  });
  expect(made).toEqual([0, 1, 2]);
  expect(await find(id)).toMatchObject({ state: 'cancelled', done: 3, total: 5, isStopping: false });
});

test('a refusal ends it with its code, a fault of ours is tried again later', async () => {
  const refused = await order('refused');
  const broken = await order('broken');
  const kinds: ErrandKinds = {
    refused: { run: () => Promise.reject(new Refusal('organization-unknown', { line: 4 })) },
    broken: { run: () => Promise.reject(new TypeError('Иванова is not a function')) },
  };
  await run(kinds);
  expect(await find(refused.id)).toMatchObject({
    state: 'failed',
    fault: 'organization-unknown',
    facts: { line: 4 },
  });
  expect(await find(broken.id)).toMatchObject({ state: 'planned', finishedAt: null });
  await run(kinds);
  expect(await find(broken.id), 'its time has not come').toMatchObject({ state: 'planned' });
  for (let tries = 1; tries < mostTries; tries += 1) {
    await database.query('update errand set not_before = now()');
    await run(kinds);
  }
  expect(await find(broken.id)).toMatchObject({ state: 'failed', fault: 'broken' });
  expect(JSON.stringify(log.notes)).not.toContain('Иванова');
});

test('a process that ends lets another one go on', async () => {
  const { id } = await order('slow');
  let isBegun = () => {};
  const begun = new Promise<void>((resolve) => {
    isBegun = resolve;
  });
  const slow: ErrandKind = {
    async run(_params, context) {
      await context.progress(4, 10);
      isBegun();
      await new Promise((resolve) => context.signal.addEventListener('abort', resolve));
      throw new Error('whatever was at work was torn off');
    },
  };
  const first = runnerOf({ slow });
  first.wake();
  await begun;
  await first.stop();
  expect(await find(id)).toMatchObject({ state: 'planned', done: 4 });
  const resumed: number[] = [];
  await run({
    slow: {
      async run(_params, context) {
        resumed.push(context.resumedAt);
        return {};
      },
    },
  });
  expect(resumed).toEqual([4]);
  expect(await find(id)).toMatchObject({ state: 'done' });
});

test('who lost the lease stops and settles nothing', async () => {
  const { id } = await order('slow');
  const reasons: unknown[] = [];
  await run({
    slow: {
      async run(_params, context) {
        await database.query(`update errand set holder = 'somebody else' where id = $1`, [id]);
        await context.progress(1, 2).catch((error: unknown) => {
          reasons.push(error);
          throw error;
        });
        return {};
      },
    },
  });
  expect(reasons).toMatchObject([{ reason: 'taken-over' }]);
  expect(await find(id)).toMatchObject({ state: 'running', done: 0 });
});

test('an errand over which every process dies is given up', async () => {
  const { id } = await order('deadly');
  await database.query(
    `update errand set state = 'running', holder = 'dead', lease_until = now(), tries = $1, done = 5`,
    [mostTries],
  );
  await run({ deadly: { run: () => Promise.reject(new Error('it must not be run')) } });
  expect(await find(id)).toMatchObject({ state: 'failed', fault: 'broken' });
  expect([1, 2, 3, 4].map(nextTryIn)).toEqual([15_000, 60_000, 240_000, null]);
});

test('killed in the middle it is gone on with, and no step is taken twice', async () => {
  await database.query('create table made (step int not null)');
  const { id } = await order('steps');
  const options = JSON.stringify({ databaseUrl: database.url, leaseMs: 600 });
  const start = () =>
    spawn(
      process.execPath,
      [path('../../test/helpers/run-ts.mjs'), path('../../test/helpers/errand-process.ts'), options],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
  const count = async () => (await database.query('select from made')).length;
  const doomed = start();
  await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(5);
  doomed.kill('SIGKILL');
  await once(doomed, 'exit');
  const halfway = await count();
  expect(halfway).toBeLessThan(40);
  expect(await find(id)).toMatchObject({ state: 'running' });
  const heir = start();
  await expect.poll(async () => (await find(id)).state, { timeout: 20_000 }).toBe('done');
  heir.kill('SIGKILL');
  await once(heir, 'exit');
  const rows = await database.query<{ step: number }>('select step from made order by step');
  expect(rows.map(({ step }) => step)).toEqual(Array.from({ length: 40 }, (_, step) => step));
  await database.query('drop table made');
});

test('lists are of one person or of the programme, and never of another one', async () => {
  const other = await town.person('Серова Ольга', 'coordinator', town.office.id);
  const { id } = await order('count');
  const hers = await book().order({
    ...asked,
    reach: wholeCity(),
    kind: 'count',
    params: {},
    createdBy: other.id,
    at,
  });
  const ids = async (createdBy: string | null, programmeId = town.programme.id, from = 0) => {
    const { items, total } = await book().list({ programmeId, createdBy }, { from, size: 1 });
    return [items.map((errand) => errand.id), total];
  };
  expect(await ids(coordinator)).toEqual([[id], 1]);
  expect(await ids(null)).toEqual([[hers.id], 2]);
  expect(await ids(null, town.programme.id, 7)).toEqual([[], 2]);
  expect(await ids(null, '999')).toEqual([[], 0]);
  expect(await book().find({ programmeId: town.programme.id, createdBy: other.id }, id)).toBeNull();
});

test('what an errand made is kept for some days, its row for longer', async () => {
  const [file] = await database.query<{ id: string }>(
    `insert into stored_file (name, mime, state, bytes) values ('a.zip', 'application/zip', 'stored', 'x') returning id`,
  );
  await database.query(
    `insert into errand (programme_id, kind, power, state, file_id, created_by, created_at, finished_at)
     values ($1, 'orders', 'documents:write', 'done', $2, $3, $4, $4),
       ($1, 'orders', 'documents:write', 'planned', null, $3, $4, null)`,
    [town.programme.id, file?.id, coordinator, at],
  );
  const attic = createAttic(database);
  const after = new Date(at.getTime() + 1);
  expect(await attic.forgetErrands(after)).toBe(0);
  expect(await attic.forgetErrandFiles(at)).toBe(0);
  expect(await attic.forgetErrandFiles(after)).toBe(1);
  expect(await database.query('select from stored_file')).toEqual([]);
  expect(await attic.forgetErrands(after)).toBe(1);
  expect(await database.query('select state from errand')).toEqual([{ state: 'planned' }]);
});

test('what an errand was given goes as well, however it ended; what is somebody’s own stays', async () => {
  const files = await database.query<{ id: string }>(
    `insert into stored_file (name, mime, state, bytes, person_id) values
       ('mentors.xlsx', 'application/zip', 'stored', 'x', null), ('own.pdf', 'application/pdf', 'stored', 'x', $1)
     returning id`,
    [coordinator],
  );
  for (const { id } of files) {
    await database.query(
      `insert into errand (programme_id, kind, power, state, params, created_by, created_at, finished_at)
       values ($1, 'base-import', 'people:write', 'failed', $2, $3, $4, $4)`,
      [town.programme.id, { fileId: id }, coordinator, at],
    );
  }
  const attic = createAttic(database);
  expect(await attic.forgetErrandFiles(at)).toBe(0);
  expect(await attic.forgetErrandFiles(new Date(at.getTime() + 1))).toBe(1);
  expect(await database.query('select name from stored_file')).toEqual([{ name: 'own.pdf' }]);
});

function path(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
