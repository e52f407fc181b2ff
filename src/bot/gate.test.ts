import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';

/** How late the sender notices that it may send, and how long the request takes there and back beyond 20 + 20 ms. */
type Trip = { late: number; there: number; back: number };

/** Sends as soon as the gate allows; returns when the requests left and when they arrived. */
function run(perSecond: number, trips: readonly Trip[]): { left: number[]; arrived: number[] } {
  const gate = createGate({ perSecond });
  const underWay: { at: number; note: (at: number) => void }[] = [];
  const left: number[] = [];
  const arrived: number[] = [];
  let now = 0;
  const passTime = (ms: number) => {
    now += ms;
    underWay.sort((a, b) => a.at - b.at);
    while (underWay[0] && underWay[0].at <= now) {
      const { at, note } = underWay.shift()!;
      note(at);
    }
  };
  for (const { late, there, back } of trips) {
    for (let wait = gate.waitMs(now); wait > 0; wait = gate.waitMs(now)) passTime(wait);
    passTime(late);
    const note = gate.pass(now);
    left.push(now);
    arrived.push(now + 20 + there);
    underWay.push({ at: now + 40 + there + back, note });
  }
  return { left, arrived: arrived.sort((a, b) => a - b) };
}

const even = (count: number, trip: Partial<Trip> = {}): Trip[] =>
  Array.from({ length: count }, () => ({ late: 0, there: 0, back: 0, ...trip }));

/** What a request takes more than the quickest one: mostly little, sometimes a stall. */
const extra = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 8, noNaN: true }), fc.constantFrom(40, 300));
const trip = fc.record({ late: extra, there: extra, back: extra });

describe('gate', () => {
  it('never lets more arrive in any sliding second than the platform takes, however late timers and network are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(3, 20, 30),
        fc.array(trip, { minLength: 1, maxLength: 200 }),
        (perSecond, trips) => {
          // The quickest way is known from the beginning, as it is on a line that was used before.
          const { arrived } = run(perSecond, [...even(1), ...trips]);
          for (const [index, at] of arrived.entries()) {
            const before = arrived[index - perSecond];
            if (before !== undefined) expect(at - before).toBeGreaterThan(1000);
          }
        },
      ),
    );
  });

  it('uses at least 97 % of the limit on a steady line, however long it is', () => {
    const { left } = run(30, even(3000));
    expect(2970 / (((left[2999] ?? 0) - (left[29] ?? 0)) / 1000)).toBeGreaterThan(30 * 0.97);
  });

  it('hardly loses time to timers that fire two milliseconds late each time', () => {
    const punctual = run(30, even(300)).left;
    const late = run(30, even(300, { late: 2 })).left;
    expect((late.at(-1) ?? 0) - (punctual.at(-1) ?? 0)).toBeLessThan(100);
  });

  it('keeps requests apart, so that an answer never waits for a whole second', () => {
    const { left } = run(30, even(300));
    const waits = left.map((at, index) => at - (left[index - 1] ?? 0));
    expect(Math.max(...waits)).toBeLessThan(150);
  });

  it('does not wait for ever for an answer that never comes', () => {
    const { left } = run(3, [...even(3), ...even(1, { back: 60_000 }), ...even(6)]);
    expect(left.at(-1)).toBeLessThan(6000);
  });

  it('waits as long as the platform says, and the longer of two pauses counts', () => {
    const gate = createGate({ perSecond: 30 });
    gate.pause(3000, 100);
    gate.pause(500, 200);
    expect(gate.waitMs(200)).toBe(2900);
    expect(gate.waitMs(3100)).toBe(0);
  });
});
