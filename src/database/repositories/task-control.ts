import type { Day } from '../../domain/calendar/day.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { TaskCard } from '../../domain/tasks/task.ts';
import type { TaskResponsible } from '../../domain/tasks/task-desk.ts';
import type { Sql } from '../sql.ts';
import { personColumns } from './person-columns.ts';
import { cardInProgramme, handedBack } from './task-cards.ts';

/** `null` also for a task that lies beyond reach. */
export async function cardInReach(sql: Sql, reach: Reach, taskId: string): Promise<TaskCard | null> {
  const card = await cardInProgramme(sql, reach.programmeId, taskId);
  const { organizationIds } = reach;
  return card && (organizationIds === null || organizationIds.includes(card.organizationId)) ? card : null;
}

/** Which item a task is of: cards of people don't need it, links of the panel do. */
export async function itemOfTask(
  sql: Sql,
  taskId: string,
): Promise<{ itemId: string; roadmapId: string } | null> {
  const [row] = await sql.query<{ itemId: string; roadmapId: string }>(
    `select i.id as "itemId", i.roadmap_id as "roadmapId" from task t
     join occurrence c on c.id = t.occurrence_id join roadmap_item i on i.id = c.item_id where t.id = $1`,
    [taskId],
  );
  return row ?? null;
}

/** Everybody who holds the task's roles now, with whether and when they can be reminded. */
export function responsibleFor(sql: Sql, taskId: string, today: Day): Promise<TaskResponsible[]> {
  return sql.query<TaskResponsible>(
    `select p.id as "personId", concat_ws(' ', p.surname, p.name, nullif(p.patronymic, '')) as person,
       exists (select from chat_account c where c.person_id = p.id and c.closed_at is null) as reachable,
       ${handedBack('t.id', 'p.id')} as "handedBack",
       exists (select from reminder r where r.task_id = t.id and r.person_id = p.id
         and r.rule_key like 'now:' || $2 || '%') as "remindedToday"
     from task t join person p on p.id in (select a.person_id from appointment a
       where a.organization_id = t.organization_id and a.role = any(t.roles) and a.ended_at is null)
     where t.id = $1 and p.erased_at is null order by p.surname, p.name, p.id`,
    [taskId, today],
  );
}

/** Takes the day's only turn of «напомнить сейчас» of a person; `false`: it is taken already, maybe at this very moment. */
export async function takeTurn(
  sql: Sql,
  { taskId, personId, today, at }: { taskId: string; personId: string; today: Day; at: Date },
): Promise<boolean> {
  const taken = await sql.query(
    `insert into reminder (task_id, person_id, rule_key, due_on, state, settled_at)
     values ($1, $2, 'now:' || $3::text, $3::date, 'sent', $4)
     on conflict (task_id, person_id, rule_key) do nothing returning id`,
    [taskId, personId, today, at],
  );
  return taken.length > 0;
}

export async function namesOf(sql: Sql, personIds: readonly string[]): Promise<Person[]> {
  return sql.query<Person>(`select ${personColumns} from person where id = any($1::bigint[])`, [personIds]);
}

/** The file, where it was handed in for this task. */
export async function fileOfTask(sql: Sql, taskId: string, fileId: string): Promise<boolean> {
  const rows = await sql.query(
    `select from task_result r join task_completion n on n.id = r.completion_id
     where n.task_id = $1 and r.file_id = $2`,
    [taskId, fileId],
  );
  return rows.length > 0;
}

/** The newest completion of a task that one may still add to; locked with its task. */
export async function completionOf(sql: Sql, taskId: string, completionId: string): Promise<boolean> {
  const rows = await sql.query('select from task_completion where id = $1 and task_id = $2', [
    completionId,
    taskId,
  ]);
  return rows.length > 0;
}
