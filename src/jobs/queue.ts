import { once } from 'node:events';
import { createPostgresBackend, type PgPool, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../domain/log.ts';
import { faultWord } from './fault-word.ts';
import { checkRedis } from './redis-check.ts';
import { late, within } from './within.ts';

/** Where bells are kept. A lost queue loses nothing: what is due stands in our own rows. */
export type QueueStore =
  | { kind: 'postgres'; openPool: () => QueuePool }
  | { kind: 'redis'; url: string; prefix?: string };

/** A `pg.Pool` whose connections search BullMQ's schema first; closed with the queue. */
export type QueuePool = {
  connect(): Promise<object>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  end(): Promise<void>;
};

/** A bell that any replica may ring and exactly one answers. */
export type JobQueue = {
  /** Rings once for each (job, slot), however many replicas ask. A slot is digits and dashes: `2022-03-25T10-01`. */
  ring(job: string, slot: string): Promise<void>;
  /** Forgets finished jobs older than this. */
  forget(ageMs: number): Promise<void>;
  ping(): Promise<void>;
  stop(): Promise<void>;
};

type Open = { queue: Queue; worker: Worker; release(): Promise<void> };

const name = 'nastavnik';

/** Short locks, so that the jobs of a killed process run again within seconds: default locks take a minute. */
const workerOptions = {
  concurrency: 1,
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 5,
  drainDelay: 5,
};

const keep = { age: 6 * 3600, count: 1000 };
const answerMs = 3_000;
const readyMs = 10_000;

/** @throws what the store answered; nothing is left open then */
export async function openQueue(deps: {
  store: QueueStore;
  work: (job: string) => Promise<unknown>;
  log: Log;
  /** How long a running job is waited for at the end. */
  stopMs?: number;
  /** Gives up opening. */
  signal?: AbortSignal;
}): Promise<JobQueue> {
  const { store, log, stopMs = 5_000, signal } = deps;
  const work = (job: { name: string }) => deps.work(job.name);
  const { queue, worker, release } =
    store.kind === 'redis' ? await onRedis(store, work, log, signal) : await onPostgres(store, work);
  const noted = (error: Error) => log.warn({ fault: faultWord(error) }, 'the queue is in trouble');
  queue.on('error', noted);
  worker.on('error', noted);
  worker.on('failed', (job, error) => log.error({ job: job?.id, fault: error.name }, 'a job failed'));
  const ready = Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  if ((await within(readyMs, ready)) === late) {
    await close({ queue, worker, release }, stopMs);
    throw new Error('the queue was not ready in time');
  }
  void worker.run().catch(noted);
  let stopping: Promise<void> | null = null;

  return {
    async ring(job, slot) {
      await queue.add(job, {}, { jobId: `${job}-${slot}`, removeOnComplete: keep, removeOnFail: keep });
    },
    async forget(ageMs) {
      for (const state of ['completed', 'failed'] as const) await queue.clean(ageMs, 10_000, state);
    },
    async ping() {
      if ((await within(answerMs, queue.getJobCounts('wait'))) === late) throw new Error('no answer');
    },
    stop() {
      stopping ??= close({ queue, worker, release }, stopMs);
      return stopping;
    },
  };
}

/** Waits for the running job, but not for ever: whoever takes it over finds the rows whole. */
async function close({ queue, worker, release }: Open, ms: number): Promise<void> {
  const gently = worker.close().then(() => queue.close());
  if ((await within(ms, gently)) === late)
    await within(
      ms,
      worker.disconnect().catch(() => undefined),
    );
  await within(ms, release());
}

async function onPostgres(
  { openPool }: Extract<QueueStore, { kind: 'postgres' }>,
  work: (job: { name: string }) => Promise<unknown>,
): Promise<Open> {
  // Their own description of a pool is one that pg's types don't meet.
  const pool = openPool() as unknown as PgPool;
  // A broken idle connection is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    queue: new Queue(name, { connection: pool }, createPostgresBackend) as unknown as Queue,
    worker: new Worker(
      name,
      work,
      { connection: pool, autorun: false, ...workerOptions },
      createPostgresBackend,
    ) as unknown as Worker,
    release: () => pool.end(),
  };
}

/** Takes an advisory lock of its own: any number of processes may start at once. */
async function migrate(pool: PgPool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}

async function onRedis(
  { url, prefix = name }: Extract<QueueStore, { kind: 'redis' }>,
  work: (job: { name: string }) => Promise<unknown>,
  log: Log,
  signal?: AbortSignal,
): Promise<Open> {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', (error: Error) => log.warn({ fault: faultWord(error) }, 'Redis can’t be reached'));
  try {
    await once(redis, 'ready', signal ? { signal } : {});
    const faults = await within(answerMs, checkRedis(redis));
    if (faults === late) throw new Error('Redis does not answer');
    for (const { code, words } of faults) log.warn({ code }, words);
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  return {
    queue: new Queue(name, { connection: redis, prefix }),
    worker: new Worker(name, work, { connection: redis, prefix, autorun: false, ...workerOptions }),
    release: async () => redis.disconnect(),
  };
}
