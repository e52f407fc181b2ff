import type { Day } from '../../domain/calendar/day.ts';
import type { CalendarBook } from '../../domain/calendar/working-time.ts';
import type { Sql } from '../sql.ts';

export function createCalendarBook(sql: Sql): CalendarBook {
  return {
    async exceptions(from, to) {
      const rows = await sql.query<{ day: Day; working: boolean }>(
        'select day, working from calendar_day where day between $1 and $2',
        [from, to],
      );
      return new Map(rows.map(({ day, working }) => [day, working]));
    },
  };
}
