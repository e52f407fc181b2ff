import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDay } from './day.ts';
import {
  isWorkingDay,
  isWorkingInstant,
  mondayOf,
  nextWorkingInstant,
  nightLeft,
  type WorkingTime,
  workingTimeLeft,
} from './working-time.ts';

const samara: WorkingTime = {
  timeZone: 'Europe/Samara',
  workFrom: '09:00',
  workTo: '18:00',
  exceptions: new Map([
    ['2022-03-05', true],
    ['2022-03-07', false],
    ['2022-03-08', false],
  ]),
};

test.each([
  ['2022-03-04', true, 'an ordinary Friday'],
  ['2022-03-05', true, 'a Saturday that was made a working day'],
  ['2022-03-06', false, 'a Sunday'],
  ['2022-03-07', false, 'the day off moved to a Monday'],
  ['2022-03-08', false, 'a public holiday'],
  ['2022-03-09', true, 'the day after the holiday'],
])('%s is a working day: %s (%s)', (day, working) => {
  expect(isWorkingDay(samara, day)).toBe(working);
});

test.each([
  ['2022-03-18T08:59:59.999+04:00', false],
  ['2022-03-18T09:00:00.000+04:00', true],
  ['2022-03-18T17:59:59.999+04:00', true],
  ['2022-03-18T18:00:00.000+04:00', false],
  ['2022-03-19T12:00:00.000+04:00', false],
  ['2022-03-18T23:30:00.000-03:00', false],
])('%s lies within working hours: %s', (at, within) => {
  expect(isWorkingInstant(samara, new Date(at))).toBe(within);
});

test.each([
  ['2022-03-18T10:00:00+04:00', '2022-03-18T10:00:00+04:00'],
  ['2022-03-18T03:00:00+04:00', '2022-03-18T09:00:00+04:00'],
  ['2022-03-18T18:00:00+04:00', '2022-03-21T09:00:00+04:00'],
  ['2022-03-05T19:00:00+04:00', '2022-03-09T09:00:00+04:00'],
])('after %s work goes on at %s', (at, next) => {
  expect(nextWorkingInstant(samara, new Date(at))).toEqual(new Date(next));
});

test('a day whose hours never begin gives no instant', () => {
  expect(nextWorkingInstant({ ...samara, workFrom: '18:00', workTo: '09:00' }, new Date(0))).toBeNull();
});

test('what is left of the day ends with the working hours', () => {
  expect(workingTimeLeft(samara, new Date('2022-03-18T17:00:00+04:00'))).toBe(3_600_000);
  expect(workingTimeLeft(samara, new Date('2022-03-18T18:00:00+04:00'))).toBe(0);
});

test('the week of a Sunday begins on the Monday before it', () => {
  expect(mondayOf('2022-03-20')).toBe('2022-03-14');
  expect(mondayOf('2022-03-21')).toBe('2022-03-21');
});

describe('for any instant in any zone', () => {
  const zones = fc.constantFrom('Europe/Samara', 'Europe/Berlin', 'Asia/Vladivostok', 'America/New_York');
  const instants = fc.date({ min: new Date('2021-12-25'), max: new Date('2027-01-10'), noInvalidDate: true });

  test('the next working instant is not earlier, is within working hours, and is its own next one', () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, at) => {
        const time = { ...samara, timeZone };
        const next = nextWorkingInstant(time, at);
        expect(next).not.toBeNull();
        if (next === null) return;
        expect(next.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(isWorkingInstant(time, next)).toBe(true);
        expect(nextWorkingInstant(time, next)).toEqual(next);
        expect(isWorkingDay(time, toDay(next, timeZone))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['2022-03-18T07:59:00+04:00', 60_000],
  ['2022-03-18T08:00:00+04:00', 0],
  ['2022-03-18T20:59:59+04:00', 0],
  ['2022-03-18T21:00:00+04:00', 11 * 3_600_000],
  ['2022-03-19T00:00:00+04:00', 8 * 3_600_000],
  ['2022-03-19T12:00:00+04:00', 0],
])('at %s nobody is woken for another %i ms', (at, left) => {
  expect(nightLeft(new Date(at), 'Europe/Samara')).toBe(left);
});
