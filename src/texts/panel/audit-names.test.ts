import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factsLine, subjectName } from './audit.ts';
import { actionNames, subjectNames } from './audit-names.ts';

const rooms = ['desks', 'cli', 'bot/dialogues'].map((room) => new URL(`../../${room}/`, import.meta.url));
const sources = rooms.flatMap((room) =>
  readdirSync(room)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, room), 'utf8')),
);

function found(pattern: RegExp): string[] {
  return sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''));
}

test('every action that is written into the audit has Russian words', () => {
  const actions = found(/\baction: '([a-z-]+\.[a-z-]+)'/g);
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((action) => !actionNames.has(action))).toEqual([]);
});

test('and so has everything they were done with', () => {
  const kinds = found(/\bsubject: \{ kind: '([a-z-]+)'/g);
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.filter((kind) => !subjectNames.has(kind))).toEqual([]);
});

test('what was and is now is said in words, days as days, and without brackets', () => {
  expect(
    factsLine({ role: 'curator', dueOn: '2022-03-25', isNew: true, menteeIds: ['7', '8'], number: null }),
  ).toBe('роль: куратор; срок: 25 марта 2022; новая: да; наставляемые №: 7, 8; номер: —');
  expect(subjectName({ subjectKind: 'person', subjectId: '39' })).toBe('человек № 39');
  expect(subjectName({ subjectKind: 'holiday', subjectId: '2026-03-09' })).toBe('день 9 марта 2026');
});
