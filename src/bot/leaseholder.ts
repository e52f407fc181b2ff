import { setTimeout as pause } from 'node:timers/promises';
import { faultOf } from '../domain/delivery/fault.ts';
import type { LeaseBook } from '../domain/delivery/lease.ts';
import type { Log } from '../domain/log.ts';

/** What the work may know about its lease while it runs. */
export type Held = {
  name: string;
  /** Another one at each taking, so that what an earlier life left behind can be told apart. */
  holder: string;
  /** Aborted when the lease is lost, or can't be proved any more, or at `stop()`. */
  signal: AbortSignal;
};

type LeaseholderDeps = {
  leases: LeaseBook;
  name: string;
  log: Log;
  /** Runs while the lease is held; returns soon after `signal` is aborted. */
  work(held: Held): Promise<void>;
  leaseMs?: number;
};

export type Leaseholder = { start(): void; stop(): Promise<void> };

/**
 * Keeps trying for a lease, runs `work` while it is held and renews it at a third of its length. When renewing
 * fails for so long that somebody else may hold it, the work is told to stop at once: two copies never poll or send.
 */
export function createLeaseholder({
  leases,
  name,
  log,
  work,
  leaseMs = 15_000,
}: LeaseholderDeps): Leaseholder {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const holder = crypto.randomUUID();
      const askedAt = performance.now();
      if (await take(holder)) await hold(holder, askedAt);
      else await sleep(leaseMs / 3, stopping.signal);
    }
  }

  /** `null`: the database did not answer. */
  async function take(holder: string): Promise<boolean | null> {
    try {
      return await leases.take(name, holder, leaseMs);
    } catch (error) {
      log.warn({ lease: name, error: faultOf(error).code }, 'The database did not answer about the lease');
      return null;
    }
  }

  async function hold(holder: string, askedAt: number): Promise<void> {
    log.info({ lease: name, holder }, 'Lease taken');
    const lost = new AbortController();
    const signal = AbortSignal.any([lost.signal, stopping.signal]);
    // Not awaited: a hanging database must not keep the work from being called off.
    void keep(holder, askedAt, lost);
    try {
      await work({ name, holder, signal });
    } catch (error) {
      log.error({ lease: name, ...faultOf(error) }, 'The work under the lease broke off');
      await sleep(leaseMs / 3, signal);
    } finally {
      lost.abort();
      await leases.release(name, holder).catch(() => undefined); // it runs out by itself
    }
  }

  /** Renews until `lost` is aborted, and aborts it when the lease is no longer provably ours. */
  async function keep(holder: string, askedAt: number, lost: AbortController): Promise<void> {
    // Counted from before each request: the database can't have started the term earlier than that.
    const termFrom = (asked: number) =>
      setTimeout(() => lost.abort(), asked + leaseMs - performance.now()).unref();
    let term = termFrom(askedAt);
    for (;;) {
      await sleep(leaseMs / 3, lost.signal);
      if (lost.signal.aborted) break;
      const asked = performance.now();
      const answer = await take(holder);
      if (answer === false) lost.abort();
      if (answer !== true) continue;
      clearTimeout(term);
      term = termFrom(asked);
    }
    clearTimeout(term);
  }

  return {
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
