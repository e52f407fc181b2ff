import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTargetsOf, phraseKey, type ResponsiblePhrase } from './responsible.ts';
import { splitResponsible } from './responsible-list.ts';
import { usualMeanings } from './responsible-seed.ts';
import { rowsOfCells } from './rows-of-cells.ts';

const row = (
  phrase: string,
  role: ResponsiblePhrase['role'],
  place: ResponsiblePhrase['place'] = 'each-organization',
) => ({
  phrase,
  place,
  role,
  organizationId: null,
});
const targetsOf = createTargetsOf([
  row('Заместитель директора', 'deputy-head'),
  row('куратор', 'curator'),
  row('Наставническая пара', 'mentor'),
  row('Наставническая пара', 'mentee'),
  row('УО', 'coordinator', 'office'),
]);
const roles = (phrase: string) => targetsOf(phrase)?.map((target) => target.role) ?? null;

test.each([
  ['ЗАМЕСТИТЕЛЬ  ДИРЕКТОРА.', ['deputy-head']],
  ['наставническая пара', ['mentor', 'mentee']],
  ['Куратор (по согласованию)', ['curator']],
  ['Заместитель директора и куратор', ['deputy-head', 'curator']],
  ['YO', ['coordinator']],
  ['заместитель мэра', null],
  ['Куратор и заместитель мэра', null],
  ['', null],
])('«%s» means %j', (phrase, expected) => {
  expect(roles(phrase)).toEqual(expected);
});

test.each([
  ['МАУ ЦСОО «Перемена»', 'МАУ ЦСОО “Перемена»'],
  ['Наставник-наставляемый', 'наставник – наставляемый'],
  ['Учёный совет', 'учебный совет'.replace('учебный', 'ученый')],
])('«%s» and «%s» are one phrase', (one, other) => {
  expect(phraseKey(one)).toBe(phraseKey(other));
});

test('every phrase of the Glazov roadmap has a usual meaning', () => {
  const text = readFileSync(new URL('../../demo/glazov-2022-2024.txt', import.meta.url), 'utf8');
  const rows = rowsOfCells(text.slice(text.indexOf('\t') + 1).split('\n\t'));
  const phrases = rows
    .filter((cells) => cells.length === 4)
    .slice(1)
    .flatMap((cells) => splitResponsible(cells[2] ?? ''));
  expect(phrases.length).toBeGreaterThan(50);
  expect(phrases.filter((phrase) => usualMeanings(phrase).length === 0)).toEqual([]);
});
