import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  compareDays,
  dayOfWeek,
  daysBetween,
  instantOf,
  isDay,
  lastDayOfMonth,
  makeDay,
  toDay,
} from './day.ts';

const anyDate = fc.date({ min: new Date('0002-01-01'), max: new Date('9990-12-31'), noInvalidDate: true });
const anyDay = anyDate.map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  test('exists only where the calendar has it', () => {
    expect(makeDay(2024, 2, 29)).toBe('2024-02-29');
    expect(makeDay(2023, 2, 29)).toBeNull();
    expect(makeDay(1900, 2, 29)).toBeNull();
    expect(makeDay(2000, 2, 29)).toBe('2000-02-29');
    expect(makeDay(2022, 4, 31)).toBeNull();
    expect(makeDay(2022, 13, 1)).toBeNull();
    expect(makeDay(2022, 0, 1)).toBeNull();
    expect(makeDay(2022, 1, 0)).toBeNull();
    expect(makeDay(0, 1, 1)).toBeNull();
    expect(makeDay(2022, 1.5, 1)).toBeNull();
  });

  test('is told from other text', () => {
    expect(isDay('2022-03-25')).toBe(true);
    for (const text of ['2022-3-25', '2022-02-30', '25.03.2022', '', '2022-03-25T00:00']) {
      expect(isDay(text)).toBe(false);
    }
  });

  test('counts like the machine’s own calendar over eight thousand years', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, days) => {
        const expected = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(day, days)).toBe(expected);
        expect(daysBetween(day, expected)).toBe(days);
        expect(dayOfWeek(day)).toBe(new Date(day).getUTCDay() || 7);
      }),
    );
  });

  test('knows the last one of a month and sorts', () => {
    expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
    expect(lastDayOfMonth(2022, 12)).toBe('2022-12-31');
    expect(['2022-10-01', '2022-09-30', '2022-10-01'].sort(compareDays)).toEqual([
      '2022-09-30',
      '2022-10-01',
      '2022-10-01',
    ]);
  });
});

describe('a day in a time zone', () => {
  test('turns at midnight of the zone', () => {
    expect(toDay(new Date('2022-03-24T19:59:59.999Z'), 'Europe/Samara')).toBe('2022-03-24');
    expect(toDay(new Date('2022-03-24T20:00:00Z'), 'Europe/Samara')).toBe('2022-03-25');
    expect(toDay(new Date('2022-03-25T02:00:00Z'), 'America/New_York')).toBe('2022-03-24');
  });

  test('begins and ends where the zone’s wall clock says', () => {
    expect(instantOf('2022-03-25', '09:00', 'Europe/Samara').toISOString()).toBe('2022-03-25T05:00:00.000Z');
    expect(instantOf('2022-01-01', '00:00', 'Asia/Kamchatka').toISOString()).toBe('2021-12-31T12:00:00.000Z');
  });

  test('survives clocks that jump', () => {
    expect(instantOf('2022-03-27', '01:59', 'Europe/Berlin').toISOString()).toBe('2022-03-27T00:59:00.000Z');
    expect(instantOf('2022-03-27', '02:30', 'Europe/Berlin').toISOString()).toBe('2022-03-27T01:30:00.000Z');
    expect(instantOf('2022-03-27', '03:00', 'Europe/Berlin').toISOString()).toBe('2022-03-27T01:00:00.000Z');
    expect(instantOf('2022-10-30', '02:30', 'Europe/Berlin').toISOString()).toBe('2022-10-30T00:30:00.000Z');
    expect(instantOf('2014-10-26', '09:00', 'Europe/Moscow').toISOString()).toBe('2014-10-26T06:00:00.000Z');
    expect(instantOf('2014-10-25', '09:00', 'Europe/Moscow').toISOString()).toBe('2014-10-25T05:00:00.000Z');
  });

  test('comes back as the same day', () => {
    const zones = fc.constantFrom(
      'Europe/Samara',
      'Europe/Berlin',
      'Asia/Kamchatka',
      'America/St_Johns',
      'UTC',
    );
    const days = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const times = fc.tuple(fc.integer({ min: 4, max: 22 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(days, times, zones, (day, [hour, minute], zone) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(toDay(instantOf(day, time, zone), zone)).toBe(day);
      }),
    );
  });
});
