import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarPlan } from '../domain/calendar-feed/calendar-feed.ts';
import { writeCalendar } from './write-calendar.ts';

const event = {
  uid: 'task-1.city@nastavnik',
  sequence: 3,
  on: '2022-03-25',
  summary: '1.1 Положение; приказ, план \\ 😀',
  description: 'Школа № 3\nСрок: до 25 марта 2022',
  changedAt: new Date('2022-03-01T10:00:00Z'),
};
const plan: CalendarPlan = {
  name: 'Наставник: Школа; № 3, корпус',
  timeZone: 'Europe/Samara',
  events: [event],
};
const linesOf = async (each: CalendarPlan) => (await writeCalendar(each)).split('\r\n');
/** As a reader joins them. */
const unfolded = async (each: CalendarPlan) =>
  (await writeCalendar(each)).replaceAll('\r\n ', '').split('\r\n');

test('is one all-day event a task, with a number that counts its changes', async () => {
  expect(await unfolded(plan)).toEqual(
    expect.arrayContaining([
      'UID:task-1.city@nastavnik',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20220325',
      'DTSTAMP:20220301T100000Z',
      'LAST-MODIFIED:20220301T100000Z',
      'TRANSP:TRANSPARENT',
      'SUMMARY:1.1 Положение\\; приказ\\, план \\\\ 😀',
      'DESCRIPTION:Школа № 3\\nСрок: до 25 марта 2022',
      'X-WR-CALNAME:Наставник: Школа\\; № 3\\, корпус',
    ]),
  );
});

test('has the properties of the calendar before its events, and ends its lines as the standard says', async () => {
  const lines = await linesOf(plan);
  expect(lines.indexOf('X-WR-TIMEZONE:Europe/Samara')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'));
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect((await writeCalendar(plan)).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('whatever the words are, no line is longer than 75 octets and nothing becomes a line of its own', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(fc.constantFrom('Наставник ', '\r\n', '\n', 'END:VEVENT', ';', ',', '\\', '😀', ' '), {
        maxLength: 60,
      })
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(words, words, words, async (name, summary, description) => {
      const text = await writeCalendar({ ...plan, name, events: [{ ...event, summary, description }] });
      const lines = text.split('\r\n');
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(text).not.toContain('\ufffd');
      const whole = text.replaceAll('\r\n ', '').split('\r\n');
      expect(whole.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
      expect(whole.filter((line) => !/^[A-Z-]+[:;]/.test(line) && line !== '')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
