import { afterEach, expect, test } from 'vitest';
import { notedLog } from '../../test/helpers/delivery.ts';
import type { RawEvent } from '../domain/delivery/inbox-book.ts';
import type { LeaseBook } from '../domain/delivery/lease.ts';
import { type PollOptions, PollTrouble } from './messenger.ts';
import { createPoller, type Poller, pollPause } from './poller.ts';

const running: Poller[] = [];
afterEach(() => Promise.all(running.splice(0).map((poller) => poller.stop())));

function oneLease(): LeaseBook {
  let held: string | null = null;
  return {
    async take(_name, holder) {
      held ??= holder;
      return held === holder;
    },
    async release(_name, holder) {
      if (held === holder) held = null;
    },
  };
}

function start(poll: (options: PollOptions) => Promise<void>, leases = oneLease()) {
  const stored: RawEvent[] = [];
  const cursors = new Map<string, unknown>();
  const log = notedLog();
  let arrivals = 0;
  const poller = createPoller({
    messenger: { platform: 'parrot', poll },
    leases,
    cursors: {
      read: async <Value>(name: string) => (cursors.get(name) ?? null) as Value | null,
      write: async (name, value) => void cursors.set(name, value),
    },
    inbox: {
      async put(events) {
        stored.push(...events);
        return events.length;
      },
    },
    arrived: () => {
      arrivals += 1;
    },
    log,
    pauseMs: () => 0,
  });
  running.push(poller);
  poller.start();
  return { poller, stored, cursors, log, arrivals: () => arrivals };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

test('stores what came, tells whoever waits, and keeps the cursor under the bot’s name', async () => {
  const polled = new Promise<ReturnType<typeof start>>((resolve) => {
    const started = start(async ({ sink, cursor, heard, signal }) => {
      heard();
      await sink([{ platform: 'parrot', eventId: '1', chatKey: 'parrot:1', payload: {} }]);
      await cursor.write({ ts: '5' });
      resolve(started);
      await untilAborted(signal);
    });
  });
  const { poller, stored, cursors, arrivals } = await polled;
  expect([stored.length, arrivals(), cursors.get('poll:parrot')]).toEqual([1, 1, { ts: '5' }]);
  expect(poller.state()).toEqual({ state: 'polling', code: null });
});

test('goes on after every kind of trouble, saying each in its own words and none of their contents', async () => {
  const troubles = [
    new PollTrouble('token', 'telegram-401'),
    new PollTrouble('rival', 'telegram-409'),
    new PollTrouble('passing', 'network ECONNRESET'),
    new Error('https://api.telegram.org/bot1:SECRET/getUpdates'),
  ];
  const polled = new Promise<ReturnType<typeof start>>((resolve) => {
    const started = start(async ({ signal }) => {
      const trouble = troubles.shift();
      if (trouble) throw trouble;
      resolve(started);
      await untilAborted(signal);
    });
  });
  const { log, poller } = await polled;
  const warned = log.notes.filter((note) => note.level !== 'info');
  expect(warned.map((note) => note.level)).toEqual(['error', 'warn', 'warn', 'error', 'warn']);
  expect(JSON.stringify(log.notes)).not.toContain('SECRET');
  expect(poller.state()).toEqual({ state: 'trouble', code: 'unexpected' });
});

test('of two copies only one polls', async () => {
  const leases = oneLease();
  const polling: string[] = [];
  let called: (name: string) => void = () => undefined;
  const copy = (name: string) =>
    start(async ({ signal }) => {
      polling.push(name);
      called(name);
      await untilAborted(signal);
    }, leases).poller;
  const first = new Promise((resolve) => {
    called = resolve;
  });
  const a = copy('a');
  await first;
  const b = copy('b');
  expect(b.state().state).toBe('waiting');
  expect(polling).toEqual(['a']);
  await b.stop();
  expect(polling).toEqual(['a']);
  expect(a.state().code).toBeNull();
});

test('pauses grow to a minute, and what the platform asks for is kept', () => {
  const pauses = [1, 2, 3, 10].map(
    (failures) => pollPause(new PollTrouble('passing', 'x'), failures, 0.5) / 1000,
  );
  expect(pauses).toEqual([1, 2, 4, 60]);
  expect(pollPause(new PollTrouble('passing', 'telegram-429', 90_000), 1, 0.5)).toBe(90_000);
  expect(pollPause(new PollTrouble('rival', 'telegram-409'), 1, 0.5)).toBe(30_000);
  expect(pollPause(new PollTrouble('token', 'vk-5'), 9, 0.5)).toBe(300_000);
});
