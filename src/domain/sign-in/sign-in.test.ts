import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choicesOf, chooseDigits, readStart, startPayload } from './sign-in.ts';

const digits = fc.integer({ min: 10, max: 99 }).map(String);
const seed = fc.string({ minLength: 43, maxLength: 43, unit: fc.constantFrom(...'abcXYZ019-_') });

test('three choices of two digits, one of them right, the same each time', () => {
  fc.assert(
    fc.property(digits, seed, (right, from) => {
      const choices = choicesOf(right, from);
      expect(new Set(choices).size).toBe(3);
      expect(choices).toContain(right);
      for (const choice of choices) expect(choice).toMatch(/^[1-9]\d$/);
      expect(choicesOf(right, from)).toEqual(choices);
    }),
  );
});

test('the right digits stand at every place about equally often', () => {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let state = 7;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return signs[(state >>> 16) % 64] ?? '';
  };
  const places = [0, 0, 0];
  for (let turn = 0; turn < 3000; turn++) {
    const from = Array.from({ length: 43 }, random).join('');
    places[choicesOf('47', from).indexOf('47')]! += 1;
  }
  for (const count of places) expect(count).toBeGreaterThan(700);
});

test('digits that somebody shows just now are not shown to anybody else while others are free', () => {
  const shown = Array.from({ length: 89 }, (_, index) => String(10 + index));
  expect(chooseDigits(shown, () => 0)).toBe('99');
  expect(chooseDigits([...shown, '99'], () => 3)).toBe('13');
});

test('a deep link of a sign-in is told from an invitation', () => {
  const secret = 'abcdefghij_KLMNOPQR-12';
  expect(readStart(startPayload(secret))).toBe(secret);
  expect(startPayload(secret)).toHaveLength(25);
  expect(readStart(secret)).toBeNull();
  expect(readStart('in_short')).toBeNull();
});
