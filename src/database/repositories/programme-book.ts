import type { Programme } from '../../domain/programme/programme.ts';
import type { ProgrammeBook } from '../../domain/programme/programme-book.ts';
import { settingsOf } from '../../domain/programme/settings.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';

export const programmeColumns = `programme.id::text, programme.key, programme.name, time_zone as "timeZone", work_from as "workFrom", work_to as "workTo"`;

export function createProgrammeBook(sql: Sql): ProgrammeBook {
  return {
    async add({ key, name, timeZone = 'Europe/Samara' }) {
      const [added] = await sql.query<Programme>(
        `insert into programme (key, name, time_zone) values ($1, $2, $3)
         on conflict (key) do nothing returning ${programmeColumns}`,
        [key, name, timeZone],
      );
      if (added === undefined) throw new Refusal('programme-exists', { key });
      return added;
    },
    async settings(programmeId) {
      const [row] = await sql.query<{ settings: unknown }>('select settings from programme where id = $1', [
        programmeId,
      ]);
      return settingsOf(row?.settings);
    },
    async saveSettings(programmeId, settings) {
      await sql.query('update programme set settings = $2 where id = $1', [
        programmeId,
        JSON.stringify(settings),
      ]);
    },
    async change(programmeId, { name, timeZone, workFrom, workTo }) {
      await sql.query(
        'update programme set name = $2, time_zone = $3, work_from = $4, work_to = $5 where id = $1',
        [programmeId, name, timeZone, workFrom, workTo],
      );
    },
    list: () => sql.query<Programme>(`select ${programmeColumns} from programme order by id`),
  };
}
