import type { RuleView } from '../../domain/programme/settings-desk.ts';
import type { Sql } from '../sql.ts';
import { createReminderBook } from './reminder-book.ts';

const columns = `key, anchor, offset_days as "offsetDays", repeat_days as "repeatDays", audience, active`;

/** The rules of a programme as staff keep them. Bound to one transaction. */
export function createReminderRules(sql: Sql) {
  return {
    async all(programmeId: string): Promise<RuleView[]> {
      // A programme that never had any gets the usual ones.
      await createReminderBook(sql).rulesOf(programmeId);
      return sql.query<RuleView>(`select ${columns} from reminder_rule where programme_id = $1 order by id`, [
        programmeId,
      ]);
    },
    /** Nobody else changes rules of the programme until the transaction ends. */
    async lock(programmeId: string): Promise<void> {
      await sql.query('select from programme where id = $1 for no key update', [programmeId]);
    },
    async add(
      programmeId: string,
      { anchor, offsetDays, repeatDays, audience, active }: Omit<RuleView, 'key'>,
    ) {
      const [row] = await sql.query<{ key: string }>(
        `insert into reminder_rule (programme_id, key, anchor, offset_days, repeat_days, audience, active)
         values ($1, 'rule-' || gen_random_uuid(), $2, $3, $4, $5, $6) returning key`,
        [programmeId, anchor, offsetDays, repeatDays, audience, active],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      return row.key;
    },
    async change(programmeId: string, { key, anchor, offsetDays, repeatDays, audience, active }: RuleView) {
      await sql.query(
        `update reminder_rule set anchor = $3, offset_days = $4, repeat_days = $5, audience = $6, active = $7
         where programme_id = $1 and key = $2`,
        [programmeId, key, anchor, offsetDays, repeatDays, audience, active],
      );
    },
    async remove(programmeId: string, key: string): Promise<void> {
      await sql.query('delete from reminder_rule where programme_id = $1 and key = $2', [programmeId, key]);
    },
  };
}
