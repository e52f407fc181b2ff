import { expect, test } from 'vitest';
import { periodOf, periodOfCells, readHeading } from './heading.ts';

test.each([
  ['План на 2022 – 2024г.г.', '2022-01-01', '2024-12-31'],
  ['План на 2022-2024 годы', '2022-01-01', '2024-12-31'],
  ['План на 2022, 2023, 2024 гг.', '2022-01-01', '2024-12-31'],
  ['План на 2023 и 2024 год', '2023-01-01', '2024-12-31'],
  ['План на 2023 год', '2023-01-01', '2023-12-31'],
  ['Дорожная карта 2023', '2023-01-01', '2023-12-31'],
  ['План на 2022/2023 учебный год', '2022-09-01', '2023-05-31'],
  ['План на 2022/23 уч. год', '2022-09-01', '2023-05-31'],
  ['План работы с 01.09.2022 по 31.05.2023', '2022-09-01', '2023-05-31'],
  ['План на 2022-2024 учебные годы', '2022-09-01', '2024-05-31'],
])('the title «%s» covers %s – %s', (title, from, to) => {
  expect(periodOf(title)).toEqual({ from, to });
});

test.each(['План мероприятий', 'План на 2024–2022 годы'])('the title «%s» names no period', (title) => {
  expect(periodOf(title)).toBeNull();
});

test('years of the cells stand in for those of the title', () => {
  expect(periodOfCells(['Май 2023', 'до 1 июня', '15.10.2022'])).toEqual({
    from: '2022-01-01',
    to: '2023-12-31',
  });
  expect(periodOfCells(['Май', ''])).toBeNull();
});

test.each([
  ['к приказу от 22.04.2022 № 70-ОД', '70-ОД', '2022-04-22'],
  ['приказом от 22 апреля 2022 г. № 70', '70', '2022-04-22'],
  ['от «05» мая 2023 года №01-05/12', '01-05/12', '2023-05-05'],
  ['распоряжение № Р-145 от 25.12.2019', 'Р-145', '2019-12-25'],
  ['от 1.9.22 N 7', '7', '2022-09-01'],
])('«%s» is order %s of %s', (line, number, on) => {
  expect(readHeading([line, 'План мероприятий']).order).toEqual({ number, on });
});

test('a day that the calendar lacks makes no order', () => {
  expect(readHeading(['от 31.02.2022 № 5', 'План']).order).toBeNull();
});

test('the title begins with its first word and may go over several lines', () => {
  const lines = [
    'УТВЕРЖДЕНО',
    'приказом от 01.02.2023 № 5',
    '',
    'ДОРОЖНАЯ КАРТА',
    'внедрения  модели',
    'на 2023 год',
  ];
  expect(readHeading(lines)).toEqual({
    title: 'ДОРОЖНАЯ КАРТА внедрения модели на 2023 год',
    order: { number: '5', on: '2023-02-01' },
    period: { from: '2023-01-01', to: '2023-12-31' },
  });
});

test('the order that the title itself mentions is second to the one above it', () => {
  const lines = ['от 01.02.2023 № 5', 'План по исполнению распоряжения от 25.12.2019 № Р-145'];
  expect(readHeading(lines).order).toEqual({ number: '5', on: '2023-02-01' });
});
