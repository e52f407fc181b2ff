import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';

/** Lets requests through as soon as the gate allows, each noticed late by the next number of `delays`. */
function run(perSecond: number, delays: readonly number[]): number[] {
  const gate = createGate({ perSecond });
  const left: number[] = [];
  let now = 0;
  for (const delay of delays) {
    now += gate.waitMs(now) + delay;
    gate.pass(now);
    left.push(now);
  }
  return left;
}

describe('gate', () => {
  it('never lets more through in any sliding second than the platform takes, however late timers fire', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 3, 20, 30),
        fc.array(fc.oneof(fc.double({ min: 0, max: 5, noNaN: true }), fc.constantFrom(0, 40, 900, 5000)), {
          minLength: 1,
          maxLength: 200,
        }),
        (perSecond, delays) => {
          const left = run(perSecond, delays);
          for (const [index, at] of left.entries()) {
            const before = left[index - perSecond];
            if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(1024.9);
          }
        },
      ),
    );
  });

  it('uses at least 97 % of the limit when nothing is late', () => {
    const left = run(30, Array(3000).fill(0));
    expect(2970 / (((left[2999] ?? 0) - (left[29] ?? 0)) / 1000)).toBeGreaterThan(30 * 0.97);
  });

  it('hardly loses time to timers that fire two milliseconds late each time', () => {
    const punctual = run(30, Array(300).fill(0));
    const late = run(30, Array(300).fill(2));
    expect((late.at(-1) ?? 0) - (punctual.at(-1) ?? 0)).toBeLessThan(100);
  });

  it('keeps requests apart, so that an answer never waits for a whole second', () => {
    const gate = createGate({ perSecond: 30 });
    let longest = 0;
    let now = 0;
    for (let request = 0; request < 300; request++) {
      const wait = gate.waitMs(now);
      longest = Math.max(longest, wait);
      now += wait;
      gate.pass(now);
    }
    expect(longest).toBeLessThan(150);
  });

  it('waits as long as the platform says, and the longer of two pauses counts', () => {
    const gate = createGate({ perSecond: 30 });
    gate.pause(3000, 100);
    gate.pause(500, 200);
    expect(gate.waitMs(200)).toBe(2900);
    expect(gate.waitMs(3100)).toBe(0);
  });
});
