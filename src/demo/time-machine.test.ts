import { expect, test } from 'vitest';
import type { SandboxClock } from './sandbox-clock.ts';
import { createTimeMachine } from './time-machine.ts';

function machine(start: string, messagesAt: (now: Date) => number = () => 0) {
  let now = new Date(start);
  const lived: string[] = [];
  const clock: SandboxClock = {
    now: () => now,
    put: async (at) => {
      now = at;
    },
  };
  const { advance } = createTimeMachine({
    clock,
    programme: { timeZone: 'Europe/Samara', workFrom: '09:00' },
    live: async () => {
      lived.push(now.toISOString());
      return messagesAt(now);
    },
  });
  return { advance, lived, now: () => now.toISOString() };
}

test('a week is lived morning by morning and ends at the same time of day', async () => {
  const { advance, lived, now } = machine('2022-03-18T04:30:00Z');
  await advance('week', () => {});
  expect(lived).toHaveLength(9);
  expect(lived.slice(0, 2)).toEqual(['2022-03-18T04:30:00.000Z', '2022-03-18T05:00:00.000Z']);
  expect(now()).toBe('2022-03-25T04:30:00.000Z');
});

test('a day that starts after the morning meets the next morning on its way', async () => {
  const { advance, lived } = machine('2022-03-18T10:00:00Z');
  await advance('day', () => {});
  expect(lived.slice(1)).toEqual(['2022-03-19T05:00:00.000Z', '2022-03-19T10:00:00.000Z']);
});

test('to the next deadline stops at the first morning that writes to somebody', async () => {
  const { advance, now } = machine('2022-03-18T10:00:00Z', (at) => (at >= new Date('2022-03-24') ? 3 : 0));
  await advance('next', () => {});
  expect(now()).toBe('2022-03-24T05:00:00.000Z');
});

test('to the next deadline ends even where there is none', async () => {
  const { advance, lived } = machine('2024-12-31T10:00:00Z');
  await advance('next', () => {});
  expect(lived.length).toBe(201);
});
