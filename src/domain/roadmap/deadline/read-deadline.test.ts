import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lastDayOfMonth } from '../../calendar/day.ts';
import { readDeadline } from './read-deadline.ts';
import type { Window } from './windows.ts';

const period = { from: '2022-01-01', to: '2024-12-31' };

/** `2022-10` is a whole month, `2023` a whole year, `..2022-03-01` a last day, `36: … ` more than twelve windows. */
function written({ from, to }: Window): string {
  if (from === null) return `..${to}`;
  if (from === to) return to;
  const [year, month] = [to.slice(0, 4), to.slice(5, 7)];
  if (!from.endsWith('-01') || to !== lastDayOfMonth(Number(year), Number(month))) return `${from}..${to}`;
  const years = from.slice(5, 7) === '01' && month === '12';
  const [first, last] = [from, to].map((day) => day.slice(0, years ? 4 : 7));
  return first === last ? `${first}` : `${first}..${last}`;
}

function summary(cell: string): string {
  const { occurrences, standing, unparsed } = readDeadline(cell, period);
  const windows = occurrences.map(written);
  const many = `${windows.length}: ${windows[0]} … ${windows.at(-1)}`;
  return [
    windows.length > 12 ? many : windows.join(' '),
    ...standing.map(({ kind, every, text }) => `${kind}${every === null ? '' : ` ${every}`} «${text}»`),
    ...unparsed.map((text) => `unparsed «${text}»`),
  ]
    .filter((part) => part !== '')
    .join(' | ');
}

const chapters = readFileSync(new URL('cells.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((chapter) => chapter.trim().split('\n'));

describe.each(chapters.map(([title = '', ...rows]) => [title, rows] as const))('%s', (_, rows) => {
  test.each(rows.map((row) => row.split(' => ') as [string, string]))('%s', (cell, expected) => {
    expect(summary(cell)).toBe(expected);
  });
});

describe('the period', () => {
  const schoolYear = { from: '2022-09-01', to: '2023-05-31' };
  const windows = (cell: string, within = schoolYear) => readDeadline(cell, within).occurrences.map(written);

  test('decides which of its years a date without a year means', () => {
    expect(windows('январь')).toEqual(['2023-01']);
    expect(windows('октябрь, май')).toEqual(['2022-10', '2023-05']);
    expect(windows('до 1 сентября')).toEqual(['..2022-09-01']);
    expect(windows('до 15 мая')).toEqual(['..2023-05-15']);
    expect(windows('декабрь–январь')).toEqual(['2022-12..2023-01']);
    expect(windows('в течение учебного года')).toEqual(['2022-09..2023-05']);
  });

  test('takes a school year that began before it when it meets no other', () => {
    expect(windows('в течение учебного года', { from: '2023-02-01', to: '2023-06-30' })).toEqual([
      '2022-09..2023-05',
    ]);
  });

  test('never drops or cuts what names its year', () => {
    expect(windows('август 2022')).toEqual(['2022-08']);
    expect(windows('2022–2030 годы')).toEqual(['2022..2030']);
    expect(windows('до 1 марта 2019')).toEqual(['..2019-03-01']);
  });

  test('is what repetition is expanded within, by whole units', () => {
    expect(windows('ежемесячно')).toHaveLength(9);
    expect(windows('1 раз в квартал')).toEqual([
      '2022-07..2022-09',
      '2022-10..2022-12',
      '2023-01..2023-03',
      '2023-04..2023-06',
    ]);
    expect(windows('ежегодно')).toEqual(['2022', '2023']);
    expect(windows('ежемесячно, до 5 числа')).toHaveLength(9);
  });

  test('leaves a date that falls on none of its days to be read by people', () => {
    expect(readDeadline('июль', schoolYear)).toEqual({ occurrences: [], standing: [], unparsed: ['июль'] });
  });
});

describe('pieces', () => {
  test('are verbatim but for folded white space', () => {
    const { standing, unparsed } = readDeadline(
      'Отчёт  ОО; ПО МЕРЕ\n\u00a0необходимости;\tПостоянно',
      period,
    );
    expect(standing.map(({ text }) => text)).toEqual(['ПО МЕРЕ необходимости', 'Постоянно']);
    expect(unparsed).toEqual(['Отчёт ОО']);
  });

  test('of an empty cell or a dash are none', () => {
    for (const cell of ['', ' ', '-', '—', ' – ;']) {
      expect(readDeadline(cell, period)).toEqual({ occurrences: [], standing: [], unparsed: [] });
    }
  });
});
