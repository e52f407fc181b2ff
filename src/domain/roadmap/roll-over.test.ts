import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../calendar/day.ts';
import { readDeadline } from './deadline/read-deadline.ts';
import { rollOver, shiftDay, shiftPeriod, shiftWindow, shiftYears, yearsOfPeriod } from './roll-over.ts';

const period = { from: '2022-01-01', to: '2024-12-31' };
const schoolYear = { from: '2022-09-01', to: '2023-08-31' };

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const years = fc.integer({ min: 1, max: 20 });

describe('a day', () => {
  test('keeps month and day, but for the 29th of February', () => {
    fc.assert(
      fc.property(day, years, (each, by) => {
        const shifted = shiftDay(each, by);
        const leaps = each.endsWith('-02-29') && !shifted.endsWith('-02-29');
        expect(shifted.slice(5)).toBe(leaps ? '02-28' : each.slice(5));
        expect(Number(shifted.slice(0, 4))).toBe(Number(each.slice(0, 4)) + by);
      }),
    );
  });

  test('keeps its place among others', () => {
    fc.assert(
      fc.property(day, day, years, (a, b, by) => {
        const [first = '', last = ''] = [a, b].sort();
        expect(shiftDay(first, by) <= shiftDay(last, by)).toBe(true);
      }),
    );
  });
});

test('a window of whole months ends on the month’s last day', () => {
  expect(shiftWindow({ from: '2023-02-01', to: '2023-02-28' }, 1)).toEqual({
    from: '2024-02-01',
    to: '2024-02-29',
  });
  expect(shiftWindow({ from: '2024-02-01', to: '2024-02-29' }, 1)).toEqual({
    from: '2025-02-01',
    to: '2025-02-28',
  });
  expect(shiftWindow({ from: null, to: '2023-02-28' }, 1)).toEqual({ from: null, to: '2024-02-28' });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 900 }), years, (from, length, by) => {
      const shifted = shiftWindow({ from, to: addDays(from, length) }, by);
      expect((shifted.from ?? '') <= shifted.to).toBe(true);
      expect(Math.abs(daysBetween(shifted.from ?? '', shifted.to) - length)).toBeLessThanOrEqual(1);
    }),
  );
});

test('the next period begins where this one ends', () => {
  for (const each of [period, schoolYear, { from: '2024-01-01', to: '2024-12-31' }]) {
    expect(shiftPeriod(each, yearsOfPeriod(each)).from).toBe(addDays(each.to, 1));
  }
  expect(yearsOfPeriod({ from: '2022-09-01', to: '2023-05-31' })).toBe(1);
  expect(yearsOfPeriod({ from: '2022-03-01', to: '2022-04-01' })).toBe(1);
});

test.each([
  ['до 25 марта 2022 г.', 'до 25 марта 2025 г.'],
  ['2022–2024 годы', '2025–2027 годы'],
  ['Октябрь 2022, 2023, 2024', 'Октябрь 2025, 2026, 2027'],
  ['сентябрь 2022 / май 2023', 'сентябрь 2025 / май 2026'],
  ['2022/2023 учебный год', '2025/2026 учебный год'],
  ['2022-23 учебный год', '2025-26 учебный год'],
  ['25.03.22', '25.03.25'],
  ['25.03.2022', '25.03.2025'],
  ['29 февраля 2024', '28 февраля 2027'],
  ['29.02.24', '28.02.27'],
  ['Указ 2018 года № 2045', 'Указ 2018 года № 2045'],
  ['ежегодно, по 20 человек', 'ежегодно, по 20 человек'],
])('«%s» becomes «%s»', (text, shifted) => {
  expect(shiftYears(text, period, 3)).toBe(shifted);
});

const bare = { section: '1', code: '1.1', responsible: ['УО'], result: 'Приказ', title: 'Мероприятие' };
const itemOf = (deadline: string, within = period) => ({
  ...bare,
  deadline,
  ...readDeadline(deadline, within),
});

describe('the roadmap of Glazov three years on', () => {
  const fixture = new URL('../../../test/fixtures/roadmap/glazov-2022-2024.txt', import.meta.url);
  const text = readFileSync(fixture, 'utf8');
  const cells = [...text.matchAll(/^\t(\d+\.\d+)[\s\S]*?\n\t([\s\S]*?)\n\t/gm)].map(([, , cell = '']) =>
    cell.replace(/\s+/g, ' ').trim(),
  );
  const items = cells.map((cell) => itemOf(cell));
  const rolled = rollOver({ title: 'План на 2022-2024 годы', period, items }, 3);

  test('has every item with every window, three years later', () => {
    expect(rolled).toMatchObject({
      title: 'План на 2025-2027 годы',
      order: null,
      period: { from: '2025-01-01', to: '2027-12-31' },
    });
    expect(rolled.items.map(({ occurrences }) => occurrences)).toEqual(
      items.map(({ occurrences }) => occurrences.map((window) => shiftWindow(window, 3))),
    );
    expect(cells.length).toBe(35);
  });

  test('keeps the order’s own words nearly everywhere', () => {
    const same = rolled.items.filter((item, at) => item.deadline === shiftYears(cells[at] ?? '', period, 3));
    expect(same.length).toBeGreaterThanOrEqual(33);
  });
});

test('what a shifted deadline says is what it means, whatever it was', () => {
  const windows = fc
    .array(fc.tuple(day, fc.integer({ min: 0, max: 60 }), fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((each) => each.map(([to, length, open]) => ({ from: open ? null : addDays(to, -length), to })));
  const words = fc.constantFrom(
    'октябрь 2022, 2023, 2024',
    'ежегодно до 1 февраля',
    'февраль 2024',
    '29 февраля 2024',
    'по отдельному графику',
    'в течение учебного года',
    '2022-2024',
    'конец февраля 2023',
    '',
  );
  fc.assert(
    fc.property(windows, words, years, fc.boolean(), (typed, deadline, by, corrected) => {
      const read = readDeadline(deadline, period);
      const occurrences =
        corrected || read.occurrences.length + read.standing.length === 0 ? typed : read.occurrences;
      const item = { ...bare, deadline, occurrences, standing: read.standing };
      const rolled = rollOver({ title: 'План', period, items: [item] }, by);
      const [shifted] = rolled.items;
      const again = readDeadline(shifted?.deadline ?? '', rolled.period);
      const days = (each: readonly { from: string | null; to: string }[]) =>
        [...new Set(each.map(({ from, to }) => `${from} ${to}`))].sort();
      expect(days(again.occurrences)).toEqual(days(shifted?.occurrences ?? []));
      expect(days(again.occurrences)).toEqual(days(occurrences.map((window) => shiftWindow(window, by))));
    }),
    { numRuns: 500 },
  );
});

test('a school year goes on by one', () => {
  const items = [itemOf('сентябрь', schoolYear), itemOf('2022/2023 учебный год', schoolYear)];
  const rolled = rollOver({ title: 'План', period: schoolYear, items }, 1);
  expect(rolled.period).toEqual({ from: '2023-09-01', to: '2024-08-31' });
  expect(rolled.items[0]).toMatchObject({
    deadline: 'сентябрь',
    occurrences: [{ from: '2023-09-01', to: '2023-09-30' }],
  });
  expect(rolled.items[1]?.deadline).toBe('2023/2024 учебный год');
});

test.each([0, -1, 21, 1.5])('%d years are refused', (by) => {
  expect(() => rollOver({ title: '', period, items: [] }, by)).toThrow(
    expect.objectContaining({ code: 'years-wrong' }),
  );
});
