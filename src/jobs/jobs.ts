import { schedule } from 'node-cron';
import type { Log } from '../domain/log.ts';
import { type JobQueue, openQueue, type QueueStore } from './queue.ts';

/** What is done when a bell rings; each may run any number of times, at any time, in any number of processes. */
export type JobList = {
  /** Every minute. */
  sweep(): Promise<unknown>;
  /** Every minute, too: the rows know whose summary of the week is missing. */
  summaries(): Promise<unknown>;
  /** Every hour. */
  housekeeping(): Promise<unknown>;
};

export type Jobs = {
  start(): Promise<void>;
  /** Rings for a sweep now, after time was moved. */
  sweepNow(): Promise<void>;
  stop(): Promise<void>;
  health(): Promise<{ ok: boolean; words: string }>;
};

const hourMs = 3_600_000;

/** Cron only rings: minutes and hours are named by the machine's clock, what is due by the programme's. */
export function createJobs(deps: { store: QueueStore; tasks: JobList; log: Log }): Jobs {
  const { store, tasks, log } = deps;
  let queue: JobQueue | null = null;
  let crons: { destroy(): unknown }[] = [];

  const work = async (job: string) => {
    if (job === 'housekeeping') {
      await tasks.housekeeping();
      await queue?.forget(hourMs);
      return;
    }
    await tasks.sweep();
    await tasks.summaries();
  };

  const ring = async (job: string, slot: string) => {
    try {
      await queue?.ring(job, slot);
    } catch (error) {
      log.warn({ job, fault: error instanceof Error ? error.name : 'unknown' }, 'a bell could not be rung');
    }
  };

  return {
    async start() {
      queue = await openQueue({ store, work, log });
      crons = [
        schedule('* * * * *', ({ date }) => ring('sweep', slotOf(date, 'minute'))),
        schedule('7 * * * *', ({ date }) => ring('housekeeping', slotOf(date, 'hour'))),
      ];
      // What fell due while nothing ran need not wait for the next minute.
      await ring('sweep', slotOf(new Date(), 'minute'));
    },
    async sweepNow() {
      await queue?.ring('sweep', `now-${Date.now()}-${process.pid}`);
    },
    async stop() {
      for (const cron of crons) await cron.destroy();
      crons = [];
      const open = queue;
      queue = null;
      await open?.stop();
    },
    async health() {
      if (queue === null) return { ok: false, words: 'not started' };
      try {
        await queue.ping();
        return { ok: true, words: store.kind };
      } catch {
        return { ok: false, words: `${store.kind} does not answer` };
      }
    },
  };
}

/** Names a minute or an hour so that all replicas name it alike: `2022-03-25T10-01`. */
export function slotOf(date: Date, unit: 'minute' | 'hour'): string {
  return date
    .toISOString()
    .slice(0, unit === 'minute' ? 16 : 13)
    .replaceAll(':', '-');
}
