import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFactorCode, stepSeconds, takenStep } from './second-factor.ts';

const now = new Date('2026-11-05T08:00:10Z');
const step = Math.floor(now.getTime() / 1000 / stepSeconds);

test('a code is taken once, and never one of a step before the last one taken', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 1 }), { maxLength: 20 }), (deltas) => {
      let last: number | null = null;
      const taken: number[] = [];
      for (const delta of deltas) {
        const next = takenStep(now, delta, last);
        if (next === null) continue;
        taken.push(next);
        last = next;
      }
      expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
    }),
  );
  expect(takenStep(now, 0, null)).toBe(step);
  expect(takenStep(now, 0, step)).toBeNull();
  expect(takenStep(now, -1, step)).toBeNull();
  expect(takenStep(now, null, null)).toBeNull();
});

test('six digits are a code, with spaces as phones show them', () => {
  expect(readFactorCode(' 123 456 ')).toBe('123456');
  expect(readFactorCode('12345')).toBeNull();
  expect(readFactorCode('12345a')).toBeNull();
});
