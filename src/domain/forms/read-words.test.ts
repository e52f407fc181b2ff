import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswer, fitsSort } from './check-answer.ts';
import type { Choice, Question } from './form.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readPhone } from './read-phone.ts';
import { readWords } from './read-words.ts';

const today = '2022-03-18';
const colours: Choice[] = [
  { value: 'r', label: 'Красный' },
  { value: 'k', label: 'Красно-синий' },
  { value: 'g', label: 'Зелёный' },
];
const context = { choices: colours, today };
const name: Question = { key: 'n', kind: 'text', shape: 'person-name', max: 60 };
const many: Question = { key: 'm', kind: 'many-of', options: { values: ['r', 'k', 'g'] }, own: 2 };

function read(question: Question, words: string) {
  const verdict = readWords(question, words, context);
  return verdict.ok ? verdict.answer : verdict.fault.code;
}

test.each([
  ['Петрова', 'Петрова'],
  ['  Салтыкова-Щедрина ', 'Салтыкова-Щедрина'],
  ['д’Артаньян', 'д’Артаньян'],
  ["О'Нил", "О'Нил"],
  ['Ҡыҙыл', 'Ҡыҙыл'],
  ['Мамед  оглы', 'Мамед оглы'],
  ['ЁЛКИНА', 'ЁЛКИНА'],
  ['李', '李'],
])('the name «%s» keeps its spelling', (words, answer) => {
  expect(read(name, words)).toBe(answer);
});

test.each(['Петрова2', '😀', 'https://vk.com/id1', 'a@b.ru', '-', 'Иван_', "''", 'Анна--Мария', '/start'])(
  '«%s» is no name',
  (words) => {
    expect(read(name, words)).toBe('not-a-name');
  },
);

test('long and empty texts are told apart', () => {
  expect(read(name, 'я'.repeat(61))).toBe('too-long');
  expect(read(name, '   ')).toBe('empty');
  expect(read({ key: 't', kind: 'text', max: 20 }, '🌿🌿')).toBe('only-words');
  expect(read({ key: 't', kind: 'long-text', max: 20 }, ' a\n\nb ')).toBe('a\n\nb');
});

test.each([
  ['5', 5],
  ['5 лет', 5],
  ['около 12 лет', 12],
  ['пять', 5],
  ['двадцать пять лет', 25],
  ['сто пять', 105],
  ['полтора', null],
  ['два с половиной', null],
  ['0', 0],
  ['пять-шесть', null],
  ['5,5', null],
  ['от 3 до 5', null],
  ['-5', null],
  ['много', null],
  ['9'.repeat(40), null],
])('«%s» is the number %s', (words, number) => {
  expect(readNumber(words)).toBe(number);
});

test.each(['constructor', '__proto__', 'два valueOf'])('«%s» names no number that objects have', (words) => {
  expect(readNumber(words)).toBe(words.startsWith('два') ? 2 : null);
});

test('numbers and years keep within their bounds', () => {
  const years: Question = { key: 'y', kind: 'number', min: 0, max: 70 };
  expect(read(years, '71')).toBe('too-large');
  expect(read({ ...years, min: 1 }, 'ноль')).toBe('too-small');
  const began: Question = { key: 'b', kind: 'year', min: -60, max: 0 };
  expect(read(began, 'в 2019 году')).toBe(2019);
  expect(read(began, '2023')).toBe('too-large');
  expect(read(began, '19')).toBe('not-a-number');
});

test.each([
  ['15.03.2022', '2022-03-15'],
  ['15/3/22', '2022-03-15'],
  ['15 марта 2022', '2022-03-15'],
  ['1 мая 1999 г.', '1999-05-01'],
  ['2022-03-15', '2022-03-15'],
  ['15 мар. 85', '1985-03-15'],
  ['31.02.2022', null],
  ['вчера', null],
  ['15 мартобря 2022', '2022-03-15'],
  ['13.13.2022', null],
])('«%s» is the day %s', (words, day) => {
  expect(readDate(words, today)).toBe(day);
});

test('a day to come is no day of the past', () => {
  expect(read({ key: 'd', kind: 'date', past: true }, '19.03.2022')).toBe('in-future');
  expect(read({ key: 'd', kind: 'date' }, '19.03.2022')).toBe('2022-03-19');
});

test.each([
  ['8 (912) 345-67-89', '+79123456789'],
  ['+7 912 345 67 89', '+79123456789'],
  ['79123456789', '+79123456789'],
  ['912-345-67-89', '+79123456789'],
  ['тел. 89123456789', '+79123456789'],
  ['+375 29 123-45-67', '+375291234567'],
  ['8 34141 2-34-56', '+73414123456'],
  ['12345', null],
  ['+7 912 345', null],
  ['89123456789, 89123456780', null],
  ['89123456789 доб. 12', null],
  ['нет', null],
])('«%s» is the phone %s', (words, phone) => {
  expect(readPhone(words)).toBe(phone);
});

describe('an option', () => {
  const one: Question = { key: 'o', kind: 'one-of', options: { values: ['r', 'k', 'g'] } };
  test.each([
    ['красный', 'r'],
    ['КРАСНЫЙ!', 'r'],
    ['зел', 'g'],
    ['Зеленый', 'g'],
    ['2', 'k'],
    ['3.', 'g'],
    ['красн', 'not-an-option'],
    ['4', 'not-an-option'],
    ['синий', 'not-an-option'],
  ])('is meant by «%s»: %s', (words, answer) => {
    expect(read(one, words)).toBe(answer);
  });

  test('whose label has a number is not meant by its place', () => {
    const choices = [
      { value: 'none', label: 'Нет' },
      { value: 'to-3', label: 'До 3 лет' },
      { value: 'over', label: 'Больше' },
    ];
    expect(readWords(one, '3', { choices, today }).ok).toBe(false);
  });
});

test('several options are a list, and the rest are own words', () => {
  expect(read(many, '1, зелёный')).toEqual({ chosen: ['r', 'g'], own: [] });
  expect(read(many, 'красный; лиловый')).toEqual({ chosen: ['r'], own: ['лиловый'] });
  expect(read(many, 'а, б, в')).toBe('too-many');
  expect(read(many, `а, ${'б'.repeat(81)}`)).toBe('too-long');
  expect(read({ ...many, own: 0 }, 'лиловый')).toBe('not-an-option');
  expect(read(many, '👍')).toBe('empty');
});

test('own words that the list has are the option', () => {
  expect(checkAnswer(many, { chosen: [], own: ['ЗЕЛЁНЫЙ', 'лиловый', 'Лиловый'] }, context)).toEqual({
    ok: true,
    answer: { chosen: ['g'], own: ['лиловый'] },
  });
});

test('a consent is never taken from words', () => {
  expect(read({ key: 'c', kind: 'consent', consent: 'personal-data' }, 'Даю согласие')).toBe('press-button');
});

test('a file fits by its name or by what its sender says it is', () => {
  expect(fitsSort({ name: 'Приказ.PDF', mime: '' }, ['pdf'])).toBe(true);
  expect(fitsSort({ name: 'photo', mime: 'image/jpeg' }, ['pdf', 'image'])).toBe(true);
  expect(fitsSort({ name: 'a.docx', mime: 'application/pdf2' }, ['pdf', 'image'])).toBe(false);
});

const questions: fc.Arbitrary<Question> = fc.constantFrom<Question>(
  name,
  many,
  { key: 'l', kind: 'long-text', max: 50 },
  { key: 'o', kind: 'one-of', options: { values: ['r', 'k', 'g'] } },
  { key: 'y', kind: 'number', min: 0, max: 70 },
  { key: 'b', kind: 'year', min: -60, max: 0 },
  { key: 'd', kind: 'date' },
  { key: 'p', kind: 'phone' },
  { key: 'f', kind: 'file', accept: ['pdf'] },
);

test('whatever is given, there is a verdict; what was taken once is taken again as it is', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1', 'зел', '2019', '15.03.2020', '89123456789', 'Анна'),
  );
  fc.assert(
    fc.property(questions, anything, (question, raw) => {
      const verdict =
        typeof raw === 'string' ? readWords(question, raw, context) : checkAnswer(question, raw, context);
      if (!verdict.ok) return;
      expect(checkAnswer(question, verdict.answer, context)).toEqual(verdict);
    }),
    { numRuns: 500 },
  );
});
