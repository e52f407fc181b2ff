import type { TaskCard } from '../../domain/tasks/task.ts';
import type { Sql } from '../sql.ts';
import { taskTitle } from './task-state-sql.ts';

const columns = `
  t.id, t.occurrence_id as "occurrenceId", t.organization_id as "organizationId", t.roles,
  c.from_on::text as "fromOn", t.opens_on::text as "opensOn", t.due_on::text as "dueOn", t.done_at as "doneAt",
  t.waived_at as "waivedAt", t.waived_reason as "waivedReason", t.withdrawn_at as "withdrawnAt",
  i.code as "itemCode", ${taskTitle} as "itemTitle", i.result as expected, o.short_name as "organizationName",
  array(
    select concat_ws(' ', p.surname, p.name, nullif(p.patronymic, ''))
    from person p
    where p.id in (select a.person_id from appointment a
      where a.organization_id = t.organization_id and a.role = any(t.roles) and a.ended_at is null)
    order by p.surname, p.name, p.id
  ) as people`;

const tables = `
  task t
  join occurrence c on c.id = t.occurrence_id
  join roadmap_item i on i.id = c.item_id
  join organization o on o.id = t.organization_id`;

const unsettled = 't.done_at is null and t.waived_at is null and t.withdrawn_at is null';

/** Late and near ones first, standing ones last. */
const order = 't.due_on nulls last, i.position, o.short_name, t.id';

/** Whoever gave a task back no longer answers for it. */
export const handedBack = (task: string, person: string) =>
  `exists (select from task_event e where e.task_id = ${task} and e.person_id = ${person} and e.kind = 'handed-back')`;

/** Unsettled tasks whose roles the person holds and that they did not give back. */
export function cardsOf(sql: Sql, personId: string): Promise<TaskCard[]> {
  return sql.query<TaskCard>(
    `select ${columns} from ${tables}
     where ${unsettled} and not ${handedBack('t.id', '$1')}
       and exists (select from appointment a where a.person_id = $1 and a.ended_at is null
         and a.organization_id = t.organization_id and a.role = any(t.roles))
     order by ${order}`,
    [personId],
  );
}

/** Cards of these tasks, in the order of a list. */
export function cardsById(sql: Sql, taskIds: readonly string[]): Promise<TaskCard[]> {
  return sql.query<TaskCard>(
    `select ${columns} from ${tables} where t.id = any($1::bigint[]) order by ${order}`,
    [taskIds],
  );
}

/** Everything the programme's roadmap has now, organization by organization; `null` for all of them. */
export function cardsOfProgramme(
  sql: Sql,
  programmeId: string,
  organizationId: string | null,
): Promise<TaskCard[]> {
  return sql.query<TaskCard>(
    `select ${columns} from ${tables}
     where o.programme_id = $1 and (o.id = $2 or $2 is null) and t.withdrawn_at is null
     order by o.short_name, o.id, ${order}`,
    [programmeId, organizationId],
  );
}

export async function cardInProgramme(
  sql: Sql,
  programmeId: string,
  taskId: string,
): Promise<TaskCard | null> {
  const [card] = await sql.query<TaskCard>(
    `select ${columns} from ${tables} where t.id = $2 and o.programme_id = $1`,
    [programmeId, taskId],
  );
  return card ?? null;
}

/** A card of the person's own programme, whatever they may do with it; `null` for anything else. */
export async function cardWithin(sql: Sql, personId: string, taskId: string): Promise<TaskCard | null> {
  const [card] = await sql.query<TaskCard>(
    `select ${columns} from ${tables}
     where t.id = $2 and o.programme_id = (select programme_id from person where id = $1)`,
    [personId, taskId],
  );
  return card ?? null;
}
