import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { addDays } from '../../domain/calendar/day.ts';
import { isWorkingDay } from '../../domain/calendar/working-time.ts';
import type { Database } from '../sql.ts';
import { createCalendarBook } from './calendar-book.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

// Working days of a five-day week, as the production calendars of these years count them.
test.each([
  [2022, 247],
  [2023, 247],
  [2024, 248],
  [2025, 247],
  [2026, 247],
])('%i has %i working days', async (year, expected) => {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const exceptions = await createCalendarBook(database).exceptions(from, to);
  let working = 0;
  for (let day: Day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay({ exceptions }, day)) working += 1;
  }
  expect(working).toBe(expected);
});

test('staff may change a day', async () => {
  await database.query(`update calendar_day set working = true, name = 'Субботник' where day = '2022-03-07'`);
  const exceptions = await createCalendarBook(database).exceptions('2022-03-01', '2022-03-31');
  expect([...exceptions]).toEqual(
    expect.arrayContaining([
      ['2022-03-05', true],
      ['2022-03-07', true],
      ['2022-03-08', false],
    ]),
  );
});
