import { setTimeout as pause } from 'node:timers/promises';
import { schedule } from 'node-cron';
import type { PartHealth } from '../domain/health.ts';
import type { Log } from '../domain/log.ts';
import { faultWord } from './fault-word.ts';
import { type JobQueue, openQueue, type QueueStore } from './queue.ts';

/** What is done when a bell rings; each may run any number of times, at any time, in any number of processes. */
export type JobList = {
  /** Every minute. */
  sweep(): Promise<unknown>;
  /** Every minute, too: the rows know whose summary of the week is missing. */
  summaries(): Promise<unknown>;
  /** Every minute: the next portion of what staff write to many. */
  mailings(): Promise<unknown>;
  /** Every minute: whose data is to be erased today. */
  privacy(): Promise<unknown>;
  /** Every minute: pairs that begin or lapse, and whoever is to hear of it. */
  pairs(): Promise<unknown>;
  /** Every minute: posts to look at, works to seek, whoever is to hear of a contest, and what goes onto the wall. */
  contests(): Promise<unknown>;
  /** Every minute: wakes whoever does long work, without waiting for it. */
  errands(): void;
  /** Every hour. */
  housekeeping(): Promise<unknown>;
  /** Every hour: what was kept long enough. */
  retention(): Promise<unknown>;
};

export type Jobs = {
  /** Does not wait for the queue, which may be out of reach for a while. */
  start(): void;
  /** Rings for a sweep now, after time was moved. */
  sweepNow(): Promise<void>;
  /** Also while the queue is still being opened. */
  stop(): Promise<void>;
  health(): Promise<PartHealth>;
};

const hourMs = 3_600_000;

const hourly: readonly (keyof JobList)[] = ['housekeeping', 'retention'];
const eachMinute: readonly (keyof JobList)[] = [
  'errands',
  'sweep',
  'summaries',
  'mailings',
  'pairs',
  'privacy',
  // The last: it waits for VK.
  'contests',
];

/** Cron only rings: minutes and hours are named by the machine's clock, what is due by the programme's. */
export function createJobs(deps: { store: QueueStore; tasks: JobList; log: Log; retryMs?: number }): Jobs {
  const { store, tasks, log, retryMs = 3000 } = deps;
  const ending = new AbortController();
  const { signal } = ending;
  let queue: JobQueue | null = null;
  let opening: Promise<void> = Promise.resolve();
  let missing = 'not started';
  let crons: { destroy(): unknown }[] = [];

  const work = async (job: string) => {
    for (const each of job === 'housekeeping' ? hourly : eachMinute) await tasks[each]();
    if (job === 'housekeeping') await queue?.forget(hourMs);
  };

  const ring = async (job: string, slot: string) => {
    try {
      await queue?.ring(job, slot);
    } catch (error) {
      log.warn({ job, fault: error instanceof Error ? error.name : 'unknown' }, 'a bell could not be rung');
    }
  };

  /** The rest of the process works meanwhile: what is due waits in its rows. */
  const open = async () => {
    while (!signal.aborted) {
      try {
        queue = await openQueue({ store, work, log, signal });
        // What fell due while nothing ran need not wait for the next minute.
        void ring('sweep', slotOf(new Date(), 'minute'));
        return;
      } catch (error) {
        if (signal.aborted) return;
        const fault = faultWord(error);
        const words = `${store.kind} cannot be opened: ${fault}`;
        // Once for each reason: an hour without Redis is one line, and health tells how it is.
        if (words !== missing) log.warn({ fault }, 'the queue cannot be opened yet');
        missing = words;
        await pause(retryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };

  return {
    start() {
      missing = `${store.kind} is being opened`;
      opening = open();
      crons = bells(ring);
    },
    async sweepNow() {
      await ring('sweep', `now-${Date.now()}-${process.pid}`);
    },
    async stop() {
      for (const cron of crons) await cron.destroy();
      crons = [];
      ending.abort();
      await opening;
      const opened = queue;
      queue = null;
      missing = 'stopped';
      await opened?.stop();
    },
    async health() {
      if (queue === null) return { ok: false, words: missing };
      try {
        await queue.ping();
        return { ok: true, words: store.kind };
      } catch {
        return { ok: false, words: `${store.kind} does not answer` };
      }
    },
  };
}

function bells(ring: (job: string, slot: string) => Promise<void>): { destroy(): unknown }[] {
  return [
    schedule('* * * * *', ({ date }) => ring('sweep', slotOf(date, 'minute'))),
    schedule('7 * * * *', ({ date }) => ring('housekeeping', slotOf(date, 'hour'))),
  ];
}

/** Names a minute or an hour so that all replicas name it alike: `2022-03-25T10-01`. */
export function slotOf(date: Date, unit: 'minute' | 'hour'): string {
  return date
    .toISOString()
    .slice(0, unit === 'minute' ? 16 : 13)
    .replaceAll(':', '-');
}
