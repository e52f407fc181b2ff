import { expect, test } from 'vitest';
import { fitMessage } from './fit.ts';
import { named } from './named.ts';

const line = (mayNameOthers: boolean) => ({
  text: mayNameOthers ? 'Отвечает Бабинцева Н. Ю.' : 'Отвечает куратор',
});

test('names are said where they may be, and such a message is marked', () => {
  expect(named(true, line)).toEqual({ text: 'Отвечает Бабинцева Н. Ю.', namesOthers: true });
  expect(named(false, line)).toEqual({ text: 'Отвечает куратор' });
});

test('a message without names is not marked: every channel may carry it', () => {
  expect(named(true, () => ({ text: 'Срок прошёл' }))).toEqual({ text: 'Срок прошёл' });
});

test('each piece of a long message with names is marked', () => {
  const long = named(true, (may) => ({
    text: 'слово '.repeat(2000),
    ...(may && { text: 'имя '.repeat(2000) }),
  }));
  const pieces = fitMessage(long);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.every((piece) => piece.namesOthers)).toBe(true);
});

test('a name on a button counts as one in the text', () => {
  const card = (may: boolean) => ({
    text: 'Ваши согласия',
    buttons: [[{ label: may ? 'Ушакова П.' : 'Ученик', action: 'consent:of:7' }]],
  });
  expect(named(true, card)).toMatchObject({ namesOthers: true });
});
