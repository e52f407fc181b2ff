import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDay } from '../../calendar/day.ts';
import { tokensOf } from './lexer.ts';
import { isConnecting } from './lexicon.ts';
import { printWindow } from './print-window.ts';
import { readDeadline, traceDeadline } from './read-deadline.ts';

const period = { from: '2022-01-01', to: '2024-12-31' };

const day = fc
  .record({
    year: fc.integer({ min: 1000, max: 9000 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => makeDay(year, month, date) ?? '');

const nearDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyPeriod = fc
  .tuple(nearDay, nearDay)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

/** Words and signs of such cells in any order, so that rules meet where nobody planned it. */
const piece = fc.constantFrom(
  ...(
    'январь|февраля|марте|апрель|мая|июнь|август|сентября|октябрь|декабре|1|2|5|15|25|31|I|III|IV|2022|2023|2024|2022-2024|' +
    '2022/2023|25.03.2022|01.09|31.02.2023|09.2022|г.|гг.|года|год|учебный год|учебного года|уч. г.|квартал|полугодие|четверть|' +
    'неделя|декада|половина|пятница|месяца|числа|начало|середина|конец|до|к|с|по|в|на|за|от|не позднее|в течение|начиная с|и|' +
    ',|;|.|-|–|/|(|)|:|ежегодно|ежемесячно|ежеквартально|еженедельно|каждый|каждого|1 раз в год|2 раза в месяц|раз в два года|' +
    'постоянно|регулярно|по мере необходимости|по плану ОО|по согласованию|при появлении|после|по итогам|через месяц|' +
    'в течение 10 дней после|за 3 дня до|далее|затем|осень|зимой|весенние|каникулы|период|весь период|первая|последняя|третий|' +
    'отчёт|приказ|«Лидер»|«15»|№ 70-ОД|№7|И.И.|5а|не|Управление образования|С|сен-|тябрь|\u00ad|\u00a0|\n'
  ).split('|'),
);
const cell = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', ', ')), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''));
const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  cell,
);

const folded = (text: string) => text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();

describe('any cell', () => {
  test('is read without an error into well-formed windows and verbatim pieces', () => {
    fc.assert(
      fc.property(junk, anyPeriod, (text, within) => {
        const { occurrences, standing, unparsed } = readDeadline(text, within);
        for (const { from, to } of occurrences) {
          expect(to).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          if (from !== null) expect(from <= to).toBe(true);
        }
        for (const piece of [...standing.map((each) => each.text), ...unparsed]) {
          expect(piece).not.toBe('');
          expect(folded(text)).toContain(piece);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('loses no word: each is in a date, a standing piece, an unparsed one, or joins', () => {
    fc.assert(
      fc.property(junk, (text) => {
        const { spans } = traceDeadline(text, period);
        const lost = tokensOf(text).filter(
          ({ kind, word, start, end }, at, all) =>
            kind !== 'mark' &&
            !isConnecting(word) &&
            !((kind === 'number' || word.length === 1) && all[at + 1]?.word === ')') &&
            !(kind === 'number' && text[end - 1] === '.') &&
            !spans.some((span) => span.start <= start && end <= span.end),
        );
        expect(lost.map(({ word }) => word)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('gives each occurrence once, by its last day, then by its first', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const keys = readDeadline(text, period).occurrences.map(({ from, to }) => `${to} ${from ?? ''}`);
        expect(keys).toEqual([...new Set(keys)].sort());
      }),
      { numRuns: 1000 },
    );
  });

  test('means the same with every white space folded, in capitals, and with any dash', () => {
    fc.assert(
      fc.property(cell, fc.constantFrom('–', '—', '‑', '−'), (text, dash) => {
        const { occurrences } = readDeadline(folded(text), period);
        expect(readDeadline(text, period).occurrences).toEqual(occurrences);
        expect(readDeadline(text.toUpperCase(), period).occurrences).toEqual(occurrences);
        expect(readDeadline(text.replaceAll('-', dash), period).occurrences).toEqual(occurrences);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a hundred thousand characters is no deadline', () => {
    const long = 'май 2022, '.repeat(10_000);
    expect(readDeadline(long, period)).toEqual({ occurrences: [], standing: [], unparsed: [long.trim()] });
  });

  test.each([
    '1,',
    '2022, ',
    'май ',
    'до ',
    '(',
    '(мая ',
    'по мере ',
    'x',
    '1-',
    'далее ',
    '; ',
    'ежегодно, ',
    '.',
    '«а» ',
    'май;',
    'в ',
    '1 раз ',
    'в течение ',
    'первая неделя ',
    '01.09.2022 - ',
    'с 1 по 2 мая, ',
    'до 5 числа, ',
    '\u00ad',
    'ежемесячно;',
    'сен-',
  ])('of four thousand characters «%s» ends', (piece) => {
    const text = piece.repeat(Math.floor(4_000 / piece.length));
    expect(Array.isArray(readDeadline(text, period).occurrences)).toBe(true);
  });
});

describe('a printed window', () => {
  test('is read back as itself, whatever the period', () => {
    fc.assert(
      fc.property(day, fc.option(day), anyPeriod, (one, other, within) => {
        const window =
          other === null
            ? { from: null, to: one }
            : one < other
              ? { from: one, to: other }
              : { from: other, to: one };
        expect(readDeadline(printWindow(window), within)).toEqual({
          occurrences: [window],
          standing: [],
          unparsed: [],
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('of what a cell said is read back too', () => {
    fc.assert(
      fc.property(cell, (text) => {
        for (const window of readDeadline(text, period).occurrences.slice(0, 20)) {
          expect(readDeadline(printWindow(window), period).occurrences).toEqual([window]);
        }
      }),
    );
  });
});
