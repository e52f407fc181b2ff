import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../domain/log.ts';
import type { Launched } from './launch.ts';

export type Keeper = {
  /** Keeps it no longer. @returns the server that is still ours to stop; null when another process took it over */
  leave(): Promise<Launched | null>;
};

const pauseMs = 1_000;

/** Brings the server that we started back when it ends by itself: killed for lack of memory, or by a careless hand. */
export function keepRunning(first: Launched, deps: { again(): Promise<Launched | null>; log: Log }): Keeper {
  const { again, log } = deps;
  const leaving = new AbortController();
  const { signal } = leaving;
  const left = once(signal, 'abort');
  let mine: Launched | null = first;

  const bringBack = async (): Promise<Launched | null> => {
    while (!signal.aborted) {
      // The processes that outlive a killed server need a moment to notice it. The wait alone keeps nobody from ending.
      await pause(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) break;
      try {
        return await again();
      } catch (error) {
        log.error(
          { fault: error instanceof Error ? error.name : 'unknown' },
          'PostgreSQL does not start again',
        );
      }
    }
    return null;
  };

  const keeping = (async () => {
    while (mine !== null) {
      await Promise.race([mine.ended, left]);
      if (signal.aborted) return;
      log.warn({}, 'PostgreSQL ended by itself: starting it again');
      mine = await bringBack();
    }
  })();

  return {
    async leave() {
      leaving.abort();
      await keeping;
      return mine;
    },
  };
}
