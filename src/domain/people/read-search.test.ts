import { expect, test } from 'vitest';
import { nameKey } from './name-key.ts';
import { readSearch } from './read-search.ts';

const key = (word: string) => nameKey(word)[0];

test('case, ё and Udmurt letters make no difference', () => {
  expect(nameKey('СЕМЁНОВА Алёна-Мария')).toEqual(nameKey('семенова алена мария'));
  expect(nameKey('Ӟечев')).toEqual(nameKey('Зечев'));
});

test('the order of keys is that of the alphabet', () => {
  const names = ['Авдеев', 'Елин', 'Ёлкин', 'Ельцов', 'Жуков', 'Щукин', 'Эмирова', 'Яшин'];
  expect(names.toSorted((a, b) => ((key(a) ?? '') < (key(b) ?? '') ? -1 : 1))).toEqual(names);
});

test('words are read in any order and number, up to six', () => {
  expect(readSearch('  Мария   Иванова ').readings).toEqual([[key('мария'), key('иванова')]]);
  expect(readSearch('а б в г д е ж з').readings[0]).toHaveLength(6);
});

test('a forgotten switch of the keyboard and Latin spelling are both understood', () => {
  expect(readSearch('bdfyjdf').readings).toContainEqual([key('иванова')]);
  expect(readSearch('Ivanova').readings).toContainEqual([key('иванова')]);
  expect(readSearch(';erjdf').readings).toContainEqual([key('жукова')]);
  expect(readSearch('иванова').readings).toHaveLength(1);
});

test('a phone is found however it is written', () => {
  for (const typed of ['+7 912 456-78-90', '8 (912) 456-78-90', '9124567890']) {
    expect(readSearch(typed)).toEqual({ readings: [], digits: '9124567890' });
  }
  expect(readSearch('45678').digits).toBe('45678');
  expect(readSearch('школа 12').digits).toBeNull();
});

test('what holds neither letters nor digits finds nothing', () => {
  expect(readSearch(' .,!% _ ')).toEqual({ readings: [], digits: null });
});

test('of a word without end its beginning is looked for, and of many words the first', () => {
  const { readings } = readSearch(`${'ж'.repeat(190)} ${'а б '.repeat(20)}`);
  expect(readings.flat().map(({ length }) => length)).toEqual([40, 1, 1, 1, 1, 1]);
});
