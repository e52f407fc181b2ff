import { expect, test } from 'vitest';
import { findOrganizations } from './find-organizations.ts';
import type { Organization } from './organization.ts';

const school = (number: number, ...aliases: string[]) => ({
  kind: 'school' as const,
  name: `МБОУ «Средняя школа № ${number}»`,
  shortName: `Школа № ${number}`,
  aliases,
});

const city: Organization[] = [
  {
    kind: 'office' as const,
    name: 'Управление образования города',
    shortName: 'Управление образования',
    aliases: ['УО'],
  },
  school(3, 'третья'),
  school(7),
  school(11),
  school(15),
  { kind: 'school' as const, name: 'МБОУ «Школа № 1 имени Пушкина»', shortName: 'Школа № 1', aliases: [] },
  { kind: 'school' as const, name: 'МБОУ «Гимназия № 8»', shortName: 'Гимназия № 8', aliases: [] },
  {
    kind: 'kindergarten' as const,
    name: 'МБДОУ «Детский сад № 12»',
    shortName: 'Детский сад № 12',
    aliases: [],
  },
].map((each, index) => ({ ...each, id: String(index + 1), programmeId: '1' }));

const found = (words: string) => findOrganizations(city, words).map((each) => each.shortName);

test.each([
  ['шк 3', 'Школа № 3'],
  ['шк3', 'Школа № 3'],
  ['Школа №11', 'Школа № 11'],
  ['сш 1', 'Школа № 1'],
  ['Пушкин', 'Школа № 1'],
  ['третья', 'Школа № 3'],
  ['ГИМНАЗИЯ', 'Гимназия № 8'],
  ['8', 'Гимназия № 8'],
  ['д/с 12', 'Детский сад № 12'],
  ['детский', 'Детский сад № 12'],
  ['УО', 'Управление образования'],
  ['МБОУ «Средняя школа № 7»', 'Школа № 7'],
])('«%s» is %s', (words, name) => {
  expect(found(words)).toEqual([name]);
});

test.each([
  ['гимнзия', 'Гимназия № 8'],
  ['гминазия 8', 'Гимназия № 8'],
  ['Пушкмн', 'Школа № 1'],
  ['дедский сад', 'Детский сад № 12'],
  ['шкала 7', 'Школа № 7'],
  ['школла № 15', 'Школа № 15'],
])('«%s», mistyped, is %s', (words, name) => {
  expect(found(words)).toEqual([name]);
});

test.each(['школа 16', 'гимназия 88', 'УК', 'гмнзия'])('«%s» is guessed to be nobody', (words) => {
  expect(found(words)).toEqual([]);
});

test('ambiguous words give every candidate', () => {
  expect(found('школа').length).toBeGreaterThan(3);
});

test.each(['', '   ', '№', 'школа 99', 'лицей', 'constructor', 'toString 3'])('«%s» is nobody', (words) => {
  expect(found(words)).toEqual([]);
});
