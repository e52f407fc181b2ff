import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../domain/calendar/clock.ts';
import {
  type ErrandContext,
  type ErrandKinds,
  type ErrandResult,
  ErrandStopped,
  mostTries,
  nextTryIn,
  type StopReason,
} from '../domain/errands/errand.ts';
import type { ClaimedErrand, ErrandQueue } from '../domain/errands/errand-book.ts';
import type { Log } from '../domain/log.ts';
import { Refusal } from '../domain/refusal.ts';

export type ErrandRunner = {
  /** Looks for errands now; returns at once. */
  wake(): void;
  /** When nothing that waited at the last look is left. */
  idle(): Promise<void>;
  /** Lets go of what is running, so that another process goes on with it. */
  stop(): Promise<void>;
};

type Deps = {
  queue: ErrandQueue;
  kinds: ErrandKinds;
  clock: Clock;
  log: Log;
  /** How long a dead process keeps its errand. */
  leaseMs?: number;
  /** At once in this process. */
  most?: number;
};

/** Runs errands beside everything else the process does, each under a lease that is kept while it is at work. */
export function createErrandRunner(deps: Deps): ErrandRunner {
  const { queue, kinds, clock, log, leaseMs = 20_000, most = 3 } = deps;
  const names = Object.keys(kinds);
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let isAskedAgain = false;

  async function look(): Promise<void> {
    do {
      isAskedAgain = false;
      while (!ending.signal.aborted && running.size < most) {
        const holder = randomUUID();
        const errand = await queue.claim(names, holder, leaseMs, clock.now());
        if (errand === null) break;
        const work = runOne({ ...deps, leaseMs, ending: ending.signal }, errand, holder).finally(() => {
          running.delete(work);
          wake();
        });
        running.add(work);
      }
    } while (isAskedAgain && !ending.signal.aborted);
  }

  function wake(): void {
    if (ending.signal.aborted) return;
    if (looking !== null) {
      isAskedAgain = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => log.warn({ fault: wordOf(error) }, 'errands could not be looked for'))
      .finally(() => {
        looking = null;
      });
  }

  return {
    wake,
    async idle() {
      while (looking !== null || running.size > 0) {
        await looking;
        await Promise.all(running);
      }
    },
    async stop() {
      ending.abort();
      await looking;
      await Promise.all(running);
    },
  };
}

type OneDeps = Deps & { leaseMs: number; ending: AbortSignal };

/** Never throws: what becomes of the errand stands in its row. */
async function runOne(deps: OneDeps, errand: ClaimedErrand, holder: string): Promise<void> {
  const { queue, log } = deps;
  try {
    await settle(deps, errand, holder, await attempt(deps, errand, holder));
  } catch (error) {
    // The lease runs out, and somebody goes on.
    log.error({ errand: errand.id, fault: wordOf(error) }, 'an errand could not be settled');
    await queue.putBack({ id: errand.id, holder }, deps.leaseMs, true).catch(() => undefined);
  }
}

type Outcome = { result: ErrandResult } | { stopped: StopReason } | { refusal: Refusal } | { fault: string };

async function attempt(deps: OneDeps, errand: ClaimedErrand, holder: string): Promise<Outcome> {
  if (errand.isStopping) return { stopped: 'cancelled' };
  // A process that died over it each time it was taken, without a word.
  if (errand.tries > mostTries) return { fault: 'broken' };
  const kind = deps.kinds[errand.kind];
  if (kind === undefined) return { fault: 'broken' };
  const grip = createGrip(deps, errand, holder);
  try {
    return { result: await kind.run(errand.params, grip.context) };
  } catch (error) {
    if (error instanceof ErrandStopped) return { stopped: error.reason };
    // What the kind threw because its signal was raised.
    const reason = grip.stopped();
    if (reason !== null) return { stopped: reason };
    if (error instanceof Refusal) return { refusal: error };
    return { fault: wordOf(error) };
  } finally {
    await grip.let();
  }
}

async function settle(
  { queue, clock, log }: OneDeps,
  errand: ClaimedErrand,
  holder: string,
  outcome: Outcome,
): Promise<void> {
  const hold = { id: errand.id, holder };
  const about = { errand: errand.id, kind: errand.kind };
  if ('result' in outcome) {
    await queue.finish(hold, 'done', outcome.result, clock.now());
  } else if ('stopped' in outcome) {
    if (outcome.stopped === 'cancelled') await queue.finish(hold, 'cancelled', {}, clock.now());
    if (outcome.stopped === 'ending') await queue.putBack(hold, 0, false);
  } else if ('refusal' in outcome) {
    await queue.fail(hold, outcome.refusal.code, outcome.refusal.facts, clock.now());
  } else {
    const ms = nextTryIn(errand.tries);
    log.error({ ...about, fault: outcome.fault, again: ms !== null }, 'an errand failed');
    if (ms === null) await queue.fail(hold, 'broken', {}, clock.now());
    else await queue.putBack(hold, ms, true);
  }
}

/** Keeps the lease while the kind works, and tells it when to stop. */
function createGrip({ queue, leaseMs, ending, log }: OneDeps, errand: ClaimedErrand, holder: string) {
  const hold = { id: errand.id, holder };
  const stopping = new AbortController();
  const over = new AbortController();
  let reason: StopReason | null = null;

  const stop = (why: StopReason) => {
    reason ??= why;
    stopping.abort();
  };
  const end = () => stop('ending');
  if (ending.aborted) end();
  ending.addEventListener('abort', end);

  async function keep(progress?: { done: number; total: number }): Promise<void> {
    const state = await queue.hold(hold, leaseMs, progress);
    if (state === 'lost') stop('taken-over');
    if (state === 'stopping') stop('cancelled');
  }

  const heart = (async () => {
    while (!over.signal.aborted) {
      await pause(leaseMs / 4, undefined, { signal: over.signal }).catch(() => undefined);
      if (over.signal.aborted) return;
      await keep().catch((error: unknown) => {
        log.warn({ errand: errand.id, fault: wordOf(error) }, 'the lease of an errand could not be kept');
      });
    }
  })();

  const context: ErrandContext = {
    errandId: errand.id,
    programmeId: errand.programmeId,
    createdBy: errand.createdBy,
    resumedAt: errand.done,
    signal: stopping.signal,
    async progress(done, total) {
      if (reason === null) await keep({ done, total });
      if (reason !== null) throw new ErrandStopped(reason);
    },
  };

  return {
    context,
    stopped: () => reason,
    async let() {
      ending.removeEventListener('abort', end);
      over.abort();
      await heart;
    },
  };
}

/** The kind of an error: its message may name people. */
function wordOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
