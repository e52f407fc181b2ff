import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from './write-csv.ts';

const sheet = (rows: (string | number)[][]) => ({
  name: 'x',
  above: [],
  columns: [
    { heading: 'Что', width: 10 },
    { heading: 'Сколько', width: 10 },
  ],
  rows,
});
const text = (rows: (string | number)[][]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(sheet(rows)));

test('a table that spreadsheets open as it is', () => {
  expect(
    text([
      ['Приказ; «о парах»', 3],
      ['Сказал "да"\nи ушёл', -2],
    ]),
  ).toBe('\uFEFFЧто;Сколько\r\n"Приказ; «о парах»";3\r\n"Сказал ""да""\nи ушёл";-2\r\n');
});

test('nothing that is read from a row is ever a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
      const [, line = ''] = text([[`${sign}${rest}`, 1]]).split('Сколько\r\n');
      expect(line).toMatch(/^"?'/);
    }),
  );
});
