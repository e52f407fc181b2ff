import type { DataRequest, PrivacyRounds } from '../../domain/privacy/privacy-book.ts';
import type { Sql } from '../sql.ts';
import { finishAssignment } from './assignments.ts';
import { erasePerson } from './erasure.ts';
import { requestColumns } from './privacy-book.ts';

const hourMs = 3_600_000;

/** Bound to one transaction. */
export function createPrivacyRounds(sql: Sql): PrivacyRounds {
  return {
    dueErasures: (programmeId, today, at) =>
      sql.query<DataRequest>(dueErasures, [
        programmeId,
        today,
        new Date(at.getTime() - hourMs).toISOString(),
      ]),

    async farewell(requestId, deliveryId, at) {
      const facts = { since: at.toISOString(), ...(deliveryId === null ? {} : { deliveryId }) };
      await sql.query(
        `update data_request set state = 'farewell', facts = facts || $2::jsonb where id = $1 and state = 'open'`,
        [requestId, JSON.stringify(facts)],
      );
    },

    async erase(requestId, by, at) {
      const [settled] = await sql.query<{ personId: string; taskId: string | null }>(
        `update data_request set state = 'done', settled_at = $2, settled_by = $3
         where id = $1 and state in ('open', 'farewell') and kind = 'erase'
         returning person_id as "personId", task_id as "taskId"`,
        [requestId, at, by],
      );
      if (settled === undefined) return [];
      if (settled.taskId !== null) await finishAssignment(sql, settled.taskId, by, at);
      return erasePerson(sql, settled.personId, at);
    },

    async settleDone(programmeId, at) {
      // An erasure is done when the data is gone, whatever the task says.
      const settled = await sql.query(
        `update data_request r set state = 'done', settled_at = $2, settled_by = t.done_by
         from task t, person p
         where t.id = r.task_id and t.done_at is not null and p.id = r.person_id and p.programme_id = $1
           and r.state = 'open' and r.kind <> 'erase'
         returning r.id`,
        [programmeId, at],
      );
      return settled.length;
    },
  };
}

/** $1 programme, $2 today, $3 an hour ago. A delivery that moved on to another channel was replaced by that row. */
const dueErasures = `
  select ${requestColumns} from data_request r join person p on p.id = r.person_id
  where p.programme_id = $1 and r.kind = 'erase' and (
    r.state = 'open' and r.due_on <= $2
    or r.state = 'farewell' and (
      (r.facts->>'since')::timestamptz <= $3::timestamptz
      or not exists (select from delivery d
        where (d.id::text = r.facts->>'deliveryId' or d.replaces_id::text = r.facts->>'deliveryId')
          and d.state in ('planned', 'claimed'))))
  order by r.id
  for update of r skip locked`;
