import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextCheckAt, waitAfterTrouble } from './check-schedule.ts';
import { usualTerms } from './terms.ts';

const closesAt = new Date('2022-03-31T19:00:00Z');
const before = (hours: number) => new Date(closesAt.getTime() - hours * 3_600_000);
const contest = (recheckHours = 24) => ({ closesAt, terms: { ...usualTerms, recheckHours } });
const hoursLeft = (due: Date | null) =>
  due === null ? null : (closesAt.getTime() - due.getTime()) / 3_600_000;

test('works of a contest fall due together, counted from its close, and more often on the last day', () => {
  const next = (hours: number) => hoursLeft(nextCheckAt(contest(), 'accepted', before(hours)));
  expect([200, 193, 192, 30, 24, 23, 5, 2, 1.5, 1, 0.1].map(next)).toEqual([
    192, 192, 168, 24, 20, 20, 4, 1, 1, 0, 0,
  ]);
});

test('what is to be mended is looked at every three hours', () => {
  expect(hoursLeft(nextCheckAt(contest(), 'mending', before(200)))).toBe(198);
  expect(hoursLeft(nextCheckAt(contest(1), 'mending', before(200)))).toBe(199);
});

test('after the close once a day, and for two months at most', () => {
  expect(hoursLeft(nextCheckAt(contest(), 'accepted', closesAt))).toBe(-24);
  expect(hoursLeft(nextCheckAt(contest(), 'accepted', before(-30)))).toBe(-48);
  expect(nextCheckAt(contest(), 'accepted', before(-24 * 61))).toBeNull();
});

test('the next look is always later, and the close is never passed over', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: -40 * 1440, max: 60 * 1440 }),
      fc.constantFrom('accepted' as const, 'mending' as const),
      (recheckHours, minutes, state) => {
        const at = new Date(closesAt.getTime() + minutes * 60_000);
        const due = nextCheckAt(contest(recheckHours), state, at);
        if (due === null) return minutes >= 60 * 1440;
        return due > at && (at >= closesAt || due <= closesAt);
      },
    ),
  );
});

test('a failed look waits longer each time, as VK wishes, and never long after the close', () => {
  const wait = (tries: number, retryAfterMs = 0, isClosed = false) =>
    waitAfterTrouble({ tries, retryAfterMs, isClosed }, 0) / 60_000;
  expect([0, 1, 2, 3, 4, 5, 50].map((tries) => wait(tries))).toEqual([1, 2, 5, 15, 30, 60, 60]);
  expect(wait(0, 600_000)).toBe(10);
  expect(wait(9, 0, true)).toBe(15);
  expect(waitAfterTrouble({ tries: 0, retryAfterMs: 0, isClosed: false }, 1)).toBe(75_000);
});
