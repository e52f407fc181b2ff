import type { Day } from '../../domain/calendar/day.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { TaskFilter, TaskRow, TaskSort } from '../../domain/tasks/task-list.ts';
import type { Sql } from '../sql.ts';
import { stateOf, taskTitle } from './task-state-sql.ts';

/** Standing tasks stand last, whichever way the days go. */
const orders: Record<TaskSort, (direction: string) => string> = {
  due: (direction) => `t.due_on ${direction} nulls last, i.position, o.short_name`,
  item: (direction) => `i.position ${direction}, i.id, t.due_on nulls last, o.short_name`,
  organization: (direction) => `o.short_name ${direction}, t.due_on nulls last, i.position`,
  done: (direction) => `t.done_at ${direction} nulls last, t.due_on nulls last`,
};

const people = `
  array(select concat_ws(' ', p.surname, p.name, nullif(p.patronymic, '')) from person p
    where p.id in (select a.person_id from appointment a
      where a.organization_id = t.organization_id and a.role = any(t.roles) and a.ended_at is null)
    order by p.surname, p.name, p.id)`;

const doneOn = `
  (coalesce(t.done_at, (select max(n.at) from task_completion n where n.task_id = t.id))
    at time zone g.time_zone)::date`;

/** One query, whatever the page. What the roadmap no longer has is left out. */
export async function listTasks(
  sql: Sql,
  reach: Reach,
  filter: TaskFilter,
  { page, size, sort, descending, q }: ListQuery<TaskSort>,
  today: Day,
): Promise<Page<TaskRow>> {
  const order = orders[sort](descending ? 'desc' : 'asc');
  const [found] = await sql.query<Page<TaskRow>>(
    `with found as (
       select t.id, row_number() over (order by ${order}, t.id) as place, ${stateOf('t', '$3')} as state
       from task t
       join organization o on o.id = t.organization_id
       join occurrence c on c.id = t.occurrence_id
       join roadmap_item i on i.id = c.item_id
       where o.programme_id = $1 and ($2::bigint[] is null or o.id = any($2)) and t.withdrawn_at is null
         and ($4::bigint is null or i.roadmap_id = $4) and ($5::bigint is null or i.id = $5)
         and ($6::bigint is null or o.id = $6)
         and ($7::text[] is null or ${stateOf('t', '$3')} = any($7))
         and ($8::text is null or $8 = any(t.roles))
         and ($9::date is null or t.due_on >= $9) and ($10::date is null or t.due_on <= $10)
         and ($11::text is null or ${taskTitle} ilike '%' || $11 || '%' or i.code ilike $11 || '%'
           or o.short_name ilike '%' || $11 || '%')
     ), shown as (
       select f.place, t.id::text, i.id::text as "itemId", i.code as "itemCode", ${taskTitle} as "itemTitle",
         o.id::text as "organizationId", o.short_name as "organizationName", t.roles, c.from_on as "fromOn",
         t.opens_on as "opensOn", t.due_on as "dueOn", f.state, ${doneOn} as "doneOn", ${people} as people
       from found f
       join task t on t.id = f.id
       join organization o on o.id = t.organization_id
       join programme g on g.id = o.programme_id
       join occurrence c on c.id = t.occurrence_id
       join roadmap_item i on i.id = c.item_id
       where f.place > $13 and f.place <= $13 + $12
     )
     select (select count(*)::int from found) as total,
       coalesce((select jsonb_agg(to_jsonb(s) - 'place' order by s.place) from shown s), '[]') as items`,
    [
      reach.programmeId,
      reach.organizationIds,
      today,
      filter.roadmapId,
      filter.itemId,
      filter.organizationId,
      filter.states,
      filter.role,
      filter.dueFrom,
      filter.dueTo,
      q === null ? null : likeWords(q),
      size,
      (page - 1) * size,
    ],
  );
  return found ?? { total: 0, items: [] };
}

/** What is typed is looked for as it stands. */
export function likeWords(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
