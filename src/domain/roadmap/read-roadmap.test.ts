import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { readRoadmap } from './read-roadmap.ts';
import { rowsOfCells } from './rows-of-cells.ts';

const heading = ['Мероприятие', 'Срок', 'Ответственный', 'Результат'];
const paragraphs = ['от 01.02.2023 № 5', 'План на 2023 год'];
const read = (rows: string[][], given = {}) => readRoadmap({ paragraphs, rows }, given);
const brief = (rows: string[][]) =>
  read(rows).items.map(({ section, code, title, deadline }) => [section, code, title, deadline]);

test('columns are found by their words, wherever they stand', () => {
  const { items } = read([
    [
      'Ответственные за мероприятие',
      'Сроки проведения мероприятия',
      '№ п/п',
      'Вид документа',
      'Наименование мероприятия',
    ],
    ['УО', 'Май 2023', '1.', 'Приказ', 'Мониторинг'],
  ]);
  expect(items[0]).toMatchObject({
    code: '1',
    title: 'Мониторинг',
    deadline: 'Май 2023',
    responsible: ['УО'],
    result: 'Приказ',
  });
});

test('a number is glued to the title in many ways', () => {
  const titles = [
    '1.1. Один',
    '1.2.Два',
    '1.3 Три',
    '1.4)Четыре',
    '10.12.  Пять',
    '2. Шесть',
    '4К: семь',
    '2023 год наставника',
  ];
  expect(
    read([heading, ...titles.map((title) => [title, 'май', 'УО', ''])]).items.map(({ code, title }) => [
      code,
      title,
    ]),
  ).toEqual([
    ['1.1', 'Один'],
    ['1.2', 'Два'],
    ['1.3', 'Три'],
    ['1.4', 'Четыре'],
    ['10.12', 'Пять'],
    ['2', 'Шесть'],
    ['', '4К: семь'],
    ['', '2023 год наставника'],
  ]);
});

test('sections are merged rows, lone titles, numbered titles or a column', () => {
  expect(
    brief([
      ['№', ...heading],
      ['1. Первый'],
      ['1.1', 'А', 'май', 'УО', ''],
      ['', 'Второй', '', '', ''],
      ['2.1', 'Б', 'май', 'УО', ''],
      ['3.', 'Третий', '', '', ''],
      ['3.1', 'В', 'май', 'УО', ''],
    ]),
  ).toEqual([
    ['1. Первый', '1.1', 'А', 'май'],
    ['Второй', '2.1', 'Б', 'май'],
    ['3. Третий', '3.1', 'В', 'май'],
  ]);
  expect(
    brief([
      ['Этап', ...heading],
      ['Подготовка', '1. А', 'май', 'УО', ''],
      ['', '2. Б', 'июнь', 'УО', ''],
    ]),
  ).toEqual([
    ['Подготовка', '1', 'А', 'май'],
    ['Подготовка', '2', 'Б', 'июнь'],
  ]);
});

test('a heading printed again, a row of column numbers and «Продолжение» change nothing', () => {
  expect(
    brief([
      heading,
      ['1', '2', '3', '4'],
      ['Раздел'],
      ['1.1. А', 'май', 'УО', ''],
      ['Продолжение таблицы'],
      heading,
      ['1.2. Б', 'июнь', 'УО', ''],
    ]),
  ).toEqual([
    ['Раздел', '1.1', 'А', 'май'],
    ['Раздел', '1.2', 'Б', 'июнь'],
  ]);
});

test('a row cut by a page break or merged downwards is one item', () => {
  const { items } = read([
    heading,
    ['1.1. А', 'Май 2023,', 'УО', 'Приказ'],
    ['', 'июнь 2023', '', ''],
    ['1.2. Б', 'Май 2023', 'УО', 'Приказ'],
    ['1.2. Б', 'Октябрь 2023', 'Куратор', 'Приказ'],
  ]);
  expect(items.map(({ deadline, responsible, result }) => ({ deadline, responsible, result }))).toEqual([
    { deadline: 'Май 2023, июнь 2023', responsible: ['УО'], result: 'Приказ' },
    { deadline: 'Май 2023; Октябрь 2023', responsible: ['УО', 'Куратор'], result: 'Приказ' },
  ]);
});

test('what is missing or odd is a warning, never lost', () => {
  const { warnings } = readRoadmap({
    paragraphs: [],
    rows: [
      heading,
      ['1.1. А', '', '', ''],
      ['1.1. Б', 'Май 2023', 'УО', '', 'лишнее'],
      ['В', 'когда-нибудь', 'УО', ''],
    ],
  });
  expect(warnings).toEqual(
    expect.arrayContaining([
      { code: 'no-title' },
      { code: 'no-order' },
      { code: 'period-guessed', from: '2023-01-01', to: '2023-12-31' },
      { code: 'row-unread', text: 'лишнее' },
      { code: 'code-twice', item: '1.1', times: 2 },
      { code: 'no-code', title: 'В' },
      { code: 'no-deadline', item: '1.1' },
      { code: 'no-responsible', item: '1.1' },
      { code: 'unparsed', item: 'В' },
    ]),
  );
});

test('a given period overrules the title', () => {
  const rows = [heading, ['1.1. А', 'май', 'УО', '']];
  expect(read(rows, { from: '2024-01-01', to: '2024-12-31' }).items[0]?.occurrences).toEqual([
    { from: '2024-05-01', to: '2024-05-31' },
  ]);
  expect(() => read(rows, { from: '2024-01-01' })).toThrow(
    new Refusal('period-backwards', { from: '2024-01-01', to: '2023-12-31' }),
  );
});

test('a school year reaches into the summer where its deadlines do', () => {
  const rows = (deadline: string) => [heading, ['1.1. А', deadline, 'УО', '']];
  const period = (deadline: string) =>
    readRoadmap({ paragraphs: ['План на 2022/2023 учебный год'], rows: rows(deadline) }).period.to;
  expect(period('май')).toBe('2023-05-31');
  expect(period('июнь')).toBe('2023-08-31');
});

test.each([
  ['roadmap-no-table', [['просто', 'таблица']]],
  ['roadmap-no-items', [heading]],
  ['roadmap-no-period', [heading, ['1.1. А', 'май', 'УО', '']]],
])('%s', (code, rows) => {
  expect(() => readRoadmap({ paragraphs: [], rows })).toThrow(new Refusal(code));
});

test('rows are found in a bare stream of cells', () => {
  const cells = [
    'Дорожная карта',
    ...heading,
    '1. Раздел',
    '1.1. А',
    'май',
    'УО',
    'Приказ',
    '1.2. Б',
    'июнь',
    'УО',
    '',
    'Без номера',
    '2.1 В',
    '25.03.2023',
    'УО',
    '',
  ];
  expect(rowsOfCells(cells)).toEqual([
    ['Дорожная карта'],
    heading,
    ['1. Раздел'],
    ['1.1. А', 'май', 'УО', 'Приказ'],
    ['1.2. Б', 'июнь', 'УО', ''],
    ['Без номера'],
    ['2.1 В', '25.03.2023', 'УО', ''],
  ]);
});

test('a deadline that begins like a number is no new row', () => {
  expect(
    rowsOfCells([...heading.slice(0, 3), '1.1 А', '1.10 - 5.10.2023', 'УО', '1.2 Б', '01.09.2023', 'УО']),
  ).toEqual([heading.slice(0, 3), ['1.1 А', '1.10 - 5.10.2023', 'УО'], ['1.2 Б', '01.09.2023', 'УО']]);
});

test('a stream with a column of numbers, and one with a row that lacks cells', () => {
  expect(
    rowsOfCells([
      '№',
      ...heading,
      '1.',
      'Раздел',
      '1.1.',
      'А',
      'май',
      'УО',
      'Приказ',
      '1.2',
      'Б',
      'июнь',
      'УО',
      '',
    ]),
  ).toEqual([
    ['№', ...heading],
    ['1.', 'Раздел'],
    ['1.1.', 'А', 'май', 'УО', 'Приказ'],
    ['1.2', 'Б', 'июнь', 'УО', ''],
  ]);
  expect(rowsOfCells([...heading, '1.1. А', 'май', 'УО', '1.2. Б', 'июнь', 'УО', 'Приказ'])).toEqual([
    heading,
    ['1.1. А', 'май', 'УО'],
    ['1.2. Б', 'июнь', 'УО', 'Приказ'],
  ]);
});
