import { expect, test } from 'vitest';
import { counted, dayForms, plural } from './plural.ts';

test.each([
  [0, '0 дней'],
  [1, '1 день'],
  [2, '2 дня'],
  [4, '4 дня'],
  [5, '5 дней'],
  [11, '11 дней'],
  [14, '14 дней'],
  [21, '21 день'],
  [22, '22 дня'],
  [111, '111 дней'],
  [1001, '1001 день'],
])('%i is written «%s»', (count, words) => {
  expect(counted(count, dayForms)).toBe(words);
});

test('a fraction takes the form of «две с половиной»', () => {
  expect(plural(2.5, dayForms)).toBe('дня');
});
