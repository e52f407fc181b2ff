import { expect, test } from 'vitest';
import { mayNameSomebody } from './names-others.ts';

test.each([
  [['Как мы учились друг у друга'], false],
  [['«История одного урока»'], false],
  [['Первый год. Второй год'], false],
  [['Мой наставник Иванова'], true],
  [['Мой наставник — «Анна Петровна»'], true],
  [['Уроки А. П. Серовой'], true],
  [['серовой посвящается'], true],
  [['История', 'Команда Веры'], true],
  [[], false],
])('%j may name somebody: %s', (words, expected) => {
  expect(mayNameSomebody(words, ['Серова'])).toBe(expected);
});
