import type { Day } from '../../domain/calendar/day.ts';
import type { ChatAccount, Platform } from '../../domain/people/channel.ts';
import type { Person } from '../../domain/people/person.ts';
import type { SummaryBook } from '../../domain/reminders/reminder-book.ts';
import type { Sql } from '../sql.ts';
import { endedUnsent } from './reminder-book.ts';
import { accountsOfPerson, personObject, writtenToNow } from './reminder-mail.ts';
import { tasksByOrganization } from './task-summary.ts';

type Claimed = { person: Person; accounts: ChatAccount[]; preferred: Platform | null; paused: boolean };

/** Bound to one transaction. */
export function createSummaryBook(sql: Sql): SummaryBook {
  return {
    async claim(programmeId, moment) {
      const locked = await sql.query<{ id: string }>(
        `select p.id from person p join programme pr on pr.id = p.programme_id where p.programme_id = $1
           and p.id in (select person_id from appointment where role = 'coordinator' and ended_at is null)
           and ${writtenToNow('$2')}
         order by p.id for no key update of p skip locked`,
        [programmeId, moment.at],
      );
      const ids = locked.map(({ id }) => id);
      await reopenUnsent(sql, ids, moment.monday);
      return sql.query<Claimed>(
        `select ${personObject}, p.remind_platform as preferred, ${accountsOfPerson},
           coalesce(p.paused_until >= $3, false) as paused
         from person p where p.id = any($1::bigint[])
           and not exists (select from weekly_summary w where w.person_id = p.id and w.monday = $2)
         order by p.id`,
        [ids, moment.monday, moment.today],
      );
    },

    tasksOf: (personId, today) => tasksByOrganization(sql, personId, today),

    async settle(personId, monday, outcome, at) {
      await sql.query(
        `insert into weekly_summary (person_id, monday, delivery_id, skipped_reason, settled_at)
         values ($1, $2, $3, $4, $5)`,
        [
          personId,
          monday,
          'deliveryId' in outcome ? outcome.deliveryId : null,
          'skipped' in outcome ? outcome.skipped : null,
          at,
        ],
      );
    },
  };
}

/** A delivery that moved on to another channel of the person was replaced by that row. */
async function reopenUnsent(sql: Sql, personIds: readonly string[], monday: Day): Promise<void> {
  await sql.query(
    `delete from weekly_summary w using delivery d
     where w.person_id = any($1::bigint[]) and w.monday = $2
       and w.delivery_id = coalesce(d.replaces_id, d.id) and ${endedUnsent}`,
    [personIds, monday],
  );
}
