import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { buildTaskCity } from '../../test/helpers/task-city.ts';
import { openQueuePool } from '../database/queue-pool.ts';
import { createRoundBooks } from '../database/repositories/round-books.ts';
import type { Database } from '../database/sql.ts';
import { createJobs, type Jobs, slotOf } from './jobs.ts';
import { type JobQueue, openQueue, type QueueStore } from './queue.ts';
import { checkRedis } from './redis-check.ts';
import type { InTransaction } from './rounds.ts';
import { createSweep } from './sweep.ts';

const redisUrl = process.env.TEST_REDIS_URL;
const open: { stop(): Promise<void> }[] = [];
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.stop();
});
afterAll(async () => {
  if (redisUrl !== undefined) await loseRedis();
  await database.stop();
});

const onPostgres = (): QueueStore => ({ kind: 'postgres', openPool: () => openQueuePool(database.url) });
const prefix = `nastavnik-test-${randomBytes(4).toString('hex')}`;
const onRedis = (): QueueStore => ({ kind: 'redis', url: redisUrl ?? '', prefix });

/** Resolves as soon as the jobs noted so far satisfy the wish. */
function createNotes() {
  const done: string[] = [];
  let check = () => {};
  return {
    done,
    note(word: string) {
      done.push(word);
      check();
    },
    until: (wish: (done: string[]) => boolean) =>
      new Promise<void>((resolve) => {
        check = () => wish(done) && resolve();
        check();
      }),
  };
}

const losePostgres = async () => void (await database.query('drop schema bullmq cascade'));

async function loseRedis(): Promise<void> {
  const redis = new Redis(redisUrl ?? '');
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
  redis.disconnect();
}

describe.each([
  { name: 'PostgreSQL', store: onPostgres, lose: losePostgres, skip: false },
  {
    name: 'Redis (skipped where TEST_REDIS_URL is not set)',
    store: onRedis,
    lose: loseRedis,
    skip: redisUrl === undefined,
  },
])('on $name', ({ store, lose, skip }) => {
  const replica = async (work: (job: string) => Promise<unknown>): Promise<JobQueue> => {
    const queue = await openQueue({ store: store(), work, log: notedLog() });
    open.push(queue);
    return queue;
  };

  test.skipIf(skip)('two replicas that start at once ring the same minute: one of them answers', async () => {
    const notes = createNotes();
    const work = async (job: string) => notes.note(job);
    const [one, other] = await Promise.all([replica(work), replica(work)]);
    await Promise.all([one, other, one].map((queue) => queue.ring('sweep', '2022-03-25T10-01')));
    await one.ring('sweep', '2022-03-25T10-02');
    await one.ring('last', '1');
    await notes.until((done) => done.includes('last'));
    // The last one may have overtaken the second minute on the other replica.
    await notes.until((done) => done.filter((job) => job === 'sweep').length === 2);
    await Promise.all([one.stop(), other.stop()]);
    expect(notes.done.filter((job) => job === 'sweep')).toHaveLength(2);
  });

  test.skipIf(skip)('a job that fails is not tried again, and the next minute works', async () => {
    const notes = createNotes();
    const queue = await replica(async (job) => {
      notes.note(job);
      if (job === 'broken') throw new Error('Иванова');
    });
    await queue.ring('broken', '1');
    await queue.ring('sound', '1');
    await notes.until((done) => done.includes('sound'));
    await queue.stop();
    expect(notes.done).toEqual(['broken', 'sound']);
  });

  test.skipIf(skip)('stopping does not wait for ever for a job that hangs', async () => {
    const notes = createNotes();
    const work = (job: string) => {
      notes.note(job);
      return new Promise(() => undefined);
    };
    const queue = await openQueue({ store: store(), work, log: notedLog(), stopMs: 100 });
    await queue.ring('hangs', '1');
    await notes.until((done) => done.length === 1);
    await queue.stop();
    await expect(queue.ping()).rejects.toThrow();
    await lose();
  });

  test.skipIf(skip)('finished jobs are forgotten, so their minute could be rung again', async () => {
    const notes = createNotes();
    const queue = await replica(async (job) => notes.note(job));
    await queue.ring('once', '1');
    await notes.until((done) => done.length === 1);
    await queue.ring('after', '1');
    await notes.until((done) => done.includes('after'));
    await queue.forget(-60_000);
    await queue.ring('once', '1');
    await notes.until((done) => done.filter((job) => job === 'once').length === 2);
  });

  test.skipIf(skip)('the jobs start with a sweep, say how they are, and stop', async () => {
    const notes = createNotes();
    const log = notedLog();
    const jobs: Jobs = createJobs({
      store: store(),
      tasks: {
        sweep: async () => notes.note('sweep'),
        summaries: async () => notes.note('summaries'),
        mailings: async () => undefined,
        housekeeping: async () => notes.note('housekeeping'),
        pairs: async () => undefined,
        contests: async () => undefined,
        privacy: async () => undefined,
        errands: () => undefined,
        retention: async () => undefined,
      },
      log,
    });
    expect(await jobs.health()).toEqual({ ok: false, words: 'not started' });
    jobs.start();
    await notes.until((done) => done.includes('summaries'));
    await jobs.sweepNow();
    await notes.until((done) => done.filter((job) => job === 'summaries').length === 2);
    expect(await jobs.health()).toMatchObject({ ok: true });
    await jobs.stop();
    expect(await jobs.health()).toMatchObject({ ok: false });
    expect(notes.done).toEqual(['sweep', 'summaries', 'sweep', 'summaries']);
  });

  test.skipIf(skip)(
    'losing the whole queue loses nothing: the rows are swept at the next start',
    async () => {
      await emptied(database);
      const city = await buildTaskCity(database);
      const organizationId = await city.organization('Школа № 3');
      await city.person('Ушаков Сергей', { [organizationId]: ['deputy-head'] });
      await city.task({ organizationId, dueOn: '2022-03-18' });
      const idle = await openQueue({ store: store(), work: async () => undefined, log: notedLog() });
      await idle.ring('sweep', slotOf(new Date(), 'minute'));
      await idle.stop();
      await lose();

      const notes = createNotes();
      const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
      const inTransaction: InTransaction = (work) =>
        database.transaction((sql) => work({ ...createRoundBooks(sql), syncTasks: async () => undefined }));
      const jobs = createJobs({
        store: store(),
        tasks: {
          sweep: createSweep({ inTransaction, clock, log: notedLog() }),
          summaries: async () => notes.note('swept'),
          mailings: async () => undefined,
          housekeeping: async () => undefined,
          pairs: async () => undefined,
          contests: async () => undefined,
          privacy: async () => undefined,
          errands: () => undefined,
          retention: async () => undefined,
        },
        log: notedLog(),
      });
      open.push(jobs);
      jobs.start();
      await notes.until((done) => done.length > 0);
      expect(await database.query('select state from delivery')).toEqual([{ state: 'planned' }]);
    },
  );
});

test('all queues and workers of one process share one small pool', async () => {
  const queue = await openQueue({ store: onPostgres(), work: async () => undefined, log: notedLog() });
  open.push(queue);
  await Promise.all(Array.from({ length: 30 }, (_, index) => queue.ring('sweep', `many-${index}`)));
  const [row] = await database.query<{ connections: number }>(
    'select count(*)::int as connections from pg_stat_activity where datname = current_database()',
  );
  // Five of the queue’s pool, up to ten of the application’s own.
  expect(row?.connections).toBeLessThanOrEqual(15);
});

test('minutes and hours are named so that every replica names them alike', () => {
  const at = new Date('2022-03-25T10:01:59.999Z');
  expect(slotOf(at, 'minute')).toBe('2022-03-25T10-01');
  expect(slotOf(at, 'hour')).toBe('2022-03-25T10');
});

describe('what Redis is told to keep', () => {
  const redisWith = (settings: Record<string, string>) => ({
    config: async (_get: string, setting: string) => [setting, settings[setting] ?? ''],
  });
  const codes = async (settings: Record<string, string>) =>
    (await checkRedis(redisWith(settings) as unknown as Redis)).map(({ code }) => code);

  test.each([
    [{ appendonly: 'yes', 'maxmemory-policy': 'noeviction' }, []],
    [{ appendonly: 'no', 'maxmemory-policy': 'noeviction' }, ['no-appendonly']],
    [{ appendonly: 'no', 'maxmemory-policy': 'allkeys-lru' }, ['no-appendonly', 'evicts']],
  ])('with %j it is warned of %j', async (settings, expected) => {
    expect(await codes(settings)).toEqual(expected);
  });

  test('one that hides its settings is one fault', async () => {
    const hidden = { config: () => Promise.reject(new Error('unknown command')) };
    expect((await checkRedis(hidden as unknown as Redis)).map(({ code }) => code)).toEqual(['unknown']);
  });
});
