import type { ItemView } from '../../domain/roadmap/roadmap-desk.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { fullNameOf, resultsOf } from './task-history.ts';

/** How many of each are shown. */
const most = 50;

const within = `
  join task t on t.id = n.task_id
  join occurrence c on c.id = t.occurrence_id
  join organization o on o.id = t.organization_id
  join programme pr on pr.id = o.programme_id
  where c.item_id = $1 and o.programme_id = $2 and ($3::bigint[] is null or o.id = any($3))
  order by n.id desc limit ${most}`;

const columns = `t.id as "taskId", o.short_name as "organizationName",
  (n.at at time zone pr.time_zone)::date::text as "on", ${fullNameOf('n.person_id')} as person`;

/** What was done about an item and handed in, in all organizations within reach. */
export async function itemHistory(
  sql: Sql,
  { programmeId, organizationIds }: Reach,
  itemId: string,
): Promise<Pick<ItemView, 'completions' | 'events'>> {
  const values = [itemId, programmeId, organizationIds];
  return {
    completions: await sql.query(
      `select n.id, ${columns}, ${resultsOf('n')} as results from task_completion n ${within}`,
      values,
    ),
    events: await sql.query(`select n.kind, n.facts, ${columns} from task_event n ${within}`, values),
  };
}
