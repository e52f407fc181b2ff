import type { Holiday } from '../../domain/programme/settings-desk.ts';
import type { Sql } from '../sql.ts';

/** The days that differ from their weekday, as staff keep them: of all programmes of this installation. */
export function createHolidayBook(sql: Sql) {
  return {
    ofYear: (year: number): Promise<Holiday[]> =>
      sql.query<Holiday>(
        `select day, working, name from calendar_day where day between make_date($1, 1, 1) and make_date($1, 12, 31)
         order by day`,
        [year],
      ),
    async put(days: readonly Holiday[]): Promise<void> {
      await sql.query(
        `insert into calendar_day (day, working, name)
         select day, working, name from jsonb_to_recordset($1::jsonb) as d (day date, working boolean, name text)
         on conflict (day) do update set working = excluded.working, name = excluded.name`,
        [JSON.stringify(days)],
      );
    },
    async remove(day: string): Promise<boolean> {
      const removed = await sql.query('delete from calendar_day where day = $1 returning day', [day]);
      return removed.length > 0;
    },
  };
}
