import { setTimeout as pause } from 'node:timers/promises';
import type { CursorBook } from '../domain/delivery/cursor-book.ts';
import { faultOf } from '../domain/delivery/fault.ts';
import type { InboxBook } from '../domain/delivery/inbox-book.ts';
import type { LeaseBook } from '../domain/delivery/lease.ts';
import type { Log } from '../domain/log.ts';
import { createLeaseholder, type Held } from './leaseholder.ts';
import { type Messenger, PollTrouble } from './messenger.ts';

type PollerDeps = {
  messenger: Pick<Messenger, 'platform' | 'poll'>;
  leases: LeaseBook;
  cursors: CursorBook;
  inbox: InboxBook;
  /** Called after events were stored: somebody may wait to handle them. */
  arrived(): void;
  log: Log;
  /** Milliseconds before the n-th try in a row; tests make it short. */
  pauseMs?(trouble: PollTrouble, failures: number): number;
};

/** `waiting`: another copy of this program holds the lease. */
export type PollerState = { state: 'waiting' | 'polling' | 'trouble'; code: string | null };

export type Poller = { start(): void; stop(): Promise<void>; state(): PollerState };

/** Keeps one bot polled by one process: under a lease, and again after every kind of trouble. */
export function createPoller(deps: PollerDeps): Poller {
  const { messenger, leases, cursors, inbox, arrived, log, pauseMs = pollPause } = deps;
  const { platform } = messenger;
  const name = `poll:${platform}`;
  let current: PollerState = { state: 'waiting', code: null };

  async function work({ signal }: Held): Promise<void> {
    let failures = 0;
    const heard = () => {
      failures = 0;
      current = { state: 'polling', code: null };
    };
    const cursor = { read: () => cursors.read(name), write: (value: unknown) => cursors.write(name, value) };
    const sink = async (events: Parameters<InboxBook['put']>[0]) => {
      await inbox.put(events);
      arrived();
    };
    while (!signal.aborted) {
      try {
        await messenger.poll({ sink, cursor, heard, signal, log });
      } catch (error) {
        failures += 1;
        const trouble = asTrouble(error);
        current = { state: 'trouble', code: trouble.code };
        const ms = pauseMs(trouble, failures);
        report(trouble, ms);
        await pause(ms, undefined, { signal }).catch(() => undefined);
      }
    }
    current = { state: 'waiting', code: null };
  }

  function asTrouble(error: unknown): PollTrouble {
    if (error instanceof PollTrouble) return error;
    log.error({ platform, ...faultOf(error) }, 'Polling broke off in a way it should not');
    return new PollTrouble('passing', 'unexpected');
  }

  function report({ kind, code }: PollTrouble, ms: number): void {
    const fields = { platform, code, pauseMs: Math.round(ms) };
    if (kind === 'token') log.error(fields, 'The platform refuses the token: no events until it is replaced');
    else if (kind === 'rival') log.warn(fields, 'Another program polls this bot with the same token');
    else log.warn(fields, 'Polling broke off and is tried again');
  }

  return { ...createLeaseholder({ leases, name, log, work }), state: () => current };
}

const second = 1000;

/**
 * A refused token is asked about every five minutes; a rival's poll is left half a minute; other trouble waits 1, 2,
 * 4 … 60 seconds, give or take a quarter so that copies don't return all at once.
 */
export function pollPause({ kind, afterMs }: PollTrouble, failures: number, random = Math.random()): number {
  if (kind === 'token') return 300 * second;
  const wait = kind === 'rival' ? 30 * second : Math.min(2 ** (failures - 1), 60) * second;
  return Math.max(afterMs, wait * (0.75 + random / 2));
}
