import { afterEach, expect, it } from 'vitest';
import type { LeaseBook } from '../domain/delivery/lease.ts';
import { createLeaseholder, type Held } from './leaseholder.ts';

const log = { info() {}, warn() {}, error() {} };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

function leaseBook(facts: Partial<LeaseBook> = {}) {
  const calls: string[] = [];
  const leases: LeaseBook = {
    async take(name, holder) {
      calls.push(`take ${name} ${holder}`);
      return true;
    },
    async release(name, holder) {
      calls.push(`release ${name} ${holder}`);
    },
    ...facts,
  };
  return { leases, calls };
}

function start(leases: LeaseBook, work: (held: Held) => Promise<void>) {
  const holder = createLeaseholder({ leases, name: 'poll:vk', log, leaseMs: 30, work });
  stops.push(holder.stop);
  holder.start();
  return holder;
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });

it('renews the lease while the work goes on, and gives it back at the end', async () => {
  const { leases, calls } = leaseBook();
  let holder = '';
  const renewed = new Promise<void>((resolve) => {
    start(leases, async (held) => {
      holder = held.holder;
      const look = setInterval(() => calls.length >= 4 && resolve(), 1);
      await aborted(held.signal);
      clearInterval(look);
    });
  });
  await renewed;
  await stops[0]?.();
  expect(new Set(calls.slice(0, -1))).toEqual(new Set([`take poll:vk ${holder}`]));
  expect(calls.at(-1)).toBe(`release poll:vk ${holder}`);
});

it('waits for the work to end before it gives the lease back', async () => {
  const { leases, calls } = leaseBook();
  let finish = () => {};
  await new Promise<void>((resolve) => {
    start(leases, async () => {
      resolve();
      await new Promise<void>((end) => {
        finish = end;
      });
    });
  });
  const stopped = stops[0]?.();
  expect(calls.some((call) => call.startsWith('release'))).toBe(false);
  finish();
  await stopped;
  expect(calls.at(-1)).toMatch(/^release/);
});

it.each([
  ['somebody else has taken it', async () => false],
  ['the database answers with errors', async () => Promise.reject(new Error('away'))],
  ['the database does not answer at all', () => new Promise<boolean>(() => {})],
])('calls the work off when %s, and begins anew under another name', async (_case, renewal) => {
  const holders: string[] = [];
  // The first holder never gets another answer, however fast it asks; whoever comes next gets the lease.
  const { leases } = leaseBook({ take: async (_name, holder) => holder !== holders[0] || renewal() });
  await new Promise<void>((resolve) => {
    start(leases, async ({ holder, signal }) => {
      holders.push(holder);
      if (holders.length === 2) resolve();
      await aborted(signal);
    });
  });
  expect(new Set(holders).size).toBe(2);
});

it('starts work again that broke off', async () => {
  const { leases } = leaseBook();
  let begun = 0;
  await new Promise<void>((resolve) => {
    start(leases, async ({ signal }) => {
      if (++begun === 1) throw new Error('a bug');
      resolve();
      await aborted(signal);
    });
  });
  expect(begun).toBe(2);
});
