import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Gender } from '../names/name-cases.ts';
import { fillLine, readLine } from './line.ts';

const values = { 'Кто дат': 'Ивановой Марии', Город: 'Глазов', Работа: '', Хитрец: '{Город}[' };
const filled = (text: string, gender: Gender | null = null) => fillLine(readLine(text)!, values, gender);

test('fields are filled in, and what is filled in is not read again', () => {
  expect(filled('вручается {Кто дат} ({Город})')).toBe('вручается Ивановой Марии (Глазов)');
  expect(filled('{ Кто  дат }')).toBe('Ивановой Марии');
  expect(filled('{Хитрец} и {Город}')).toBe('{Город}[ и Глазов');
});

test('a line without its field is gone, in brackets the part alone', () => {
  expect(filled('за работу «{Работа}»')).toBe('');
  expect(filled('{Город}[, работа «{Работа}»]')).toBe('Глазов');
  expect(filled('[{Работа}, ][{Город}]')).toBe('Глазов');
  expect(filled('[{Город}, ][{Работа}]')).toBe('Глазов');
  expect(filled('{toString}')).toBe('');
});

test('a choice goes by gender, and does without where nobody can tell', () => {
  const text = '{принял|приняла|принимает} участие';
  expect(filled(text, 'male')).toBe('принял участие');
  expect(filled(text, 'female')).toBe('приняла участие');
  expect(filled(text, null)).toBe('принимает участие');
  expect(filled('{подтверждает, что|подтверждает, что|}', null)).toBe('');
});

test.each(['{Город', 'Город}', '{Го{род}', '[{Город}', '{Город}]', '[[{Город}]]', '{[Город]}'])(
  '%s has a brace without its other half',
  (text) => {
    expect(readLine(text)).toBeNull();
  },
);

test('whatever is typed, it is read whole or not at all', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const pieces = readLine(text);
      if (/[{}[\]]/u.test(text)) return;
      expect(pieces?.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')).toBe(text);
    }),
  );
});
