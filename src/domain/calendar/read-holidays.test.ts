import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from './day.ts';
import { readHolidays } from './read-holidays.ts';

const day = (text: string) =>
  readHolidays(text, 2027).days.map((each) => [each.day, each.working, each.name]);
const fault = (text: string) => readHolidays(text, 2027).faults.map((each) => each.fault);

describe('days of a year', () => {
  it.each<[string, unknown[][]]>([
    ['01.01 Новый год', [['2027-01-01', false, 'Новый год']]],
    ['1.5.2027 — Праздник Весны и Труда', [['2027-05-01', false, 'Праздник Весны и Труда']]],
    ['2027-06-12;День России', [['2027-06-12', false, 'День России']]],
    ['20.02.2027 рабочий день: перенос с 22 февраля', [['2027-02-20', true, 'перенос с 22 февраля']]],
    [
      '03.05–04.05 Каникулы',
      [
        ['2027-05-03', false, 'Каникулы'],
        ['2027-05-04', false, 'Каникулы'],
      ],
    ],
    ['01.01 Одно\n\n01.01 Другое', [['2027-01-01', false, 'Другое']]],
  ])('are read from «%s»', (text, expected) => {
    expect(day(text)).toEqual(expected);
  });

  it.each([
    ['Новый год', 'no-day'],
    ['30.02 Нет такого', 'no-day'],
    ['05.05 – 03.05 Назад', 'no-day'],
    ['01.01.2026 Прошлый', 'other-year'],
    ['01.01', 'no-name'],
    ['01.01 – 31.12 Весь год', 'too-long'],
  ])('cannot be read from «%s»', (text, expected) => {
    expect(fault(text)).toEqual([expected]);
  });

  it('are days of that year, each once, whatever is typed', () => {
    const line = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{1,2}\.\d{1,2}( - \d{1,2}\.\d{1,2})? [а-я ]{0,9}$/),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { days, faults } = readHolidays(lines.join('\n'), 2027);
        for (const each of days)
          expect(isDay(each.day) && each.day.startsWith('2027-') && each.name !== '').toBe(true);
        expect(new Set(days.map((each) => each.day)).size).toBe(days.length);
        for (const each of faults) expect(each.line).toBeGreaterThan(0);
      }),
    );
  });
});
