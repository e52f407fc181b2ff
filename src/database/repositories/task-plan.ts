import type { Day } from '../../domain/calendar/day.ts';
import type { Role } from '../../domain/people/person.ts';
import { createTargetsOf } from '../../domain/roadmap/responsible.ts';
import {
  type Place,
  type PlannedOccurrence,
  planTasks,
  type StoredTask,
  type TaskChanges,
  type UnknownPhrase,
  type WishedTask,
  wishTasks,
} from '../../domain/tasks/plan-tasks.ts';
import type { Sql } from '../sql.ts';
import { forgetTurns } from './reminder-turns.ts';
import { createResponsibleBook } from './responsible-book.ts';

export type TaskSync = {
  inserted: number;
  updated: number;
  withdrawn: number;
  revived: number;
  /** Items whose responsible words nobody has explained: their tasks stand with the office's coordinator. */
  unknown: UnknownPhrase[];
};

/**
 * Brings the tasks in line with roadmap, organizations and phrases; doing it twice changes nothing. To be called in a transaction after any of
 * them changed: the programme's row is locked, so that two of these never work at once. Assignments are not the roadmap's: whoever makes
 * them makes their tasks.
 */
export async function syncTasks(sql: Sql, programmeId: string, at: Date = new Date()): Promise<TaskSync> {
  await sql.query('select from programme where id = $1 for no key update', [programmeId]);
  const phrases = await createResponsibleBook(sql).phrases(programmeId);
  const { tasks, unknown } = wishTasks(
    await occurrencesOf(sql, programmeId),
    await sql.query<Place>('select id, kind from organization where programme_id = $1 order by id', [
      programmeId,
    ]),
    createTargetsOf(phrases),
  );
  const changes = planTasks(tasks, await tasksOf(sql, programmeId));
  await apply(sql, changes, at);
  const { insert, update, withdraw, revive } = changes;
  return {
    inserted: insert.length,
    updated: update.length,
    withdrawn: withdraw.length,
    revived: revive.length,
    unknown,
  };
}

function occurrencesOf(sql: Sql, programmeId: string): Promise<PlannedOccurrence[]> {
  return sql.query<PlannedOccurrence>(
    `select c.id, i.id as "itemId", i.code as "itemCode", c.from_on::text as "from", c.to_on::text as "to", i.responsible,
       c.milestone
     from occurrence c
     join roadmap_item i on i.id = c.item_id and i.removed_at is null
     join roadmap r on r.id = i.roadmap_id
     where r.programme_id = $1 and r.kind = 'order' and c.removed_at is null
     order by i.position, c.to_on, c.id`,
    [programmeId],
  );
}

function tasksOf(sql: Sql, programmeId: string): Promise<StoredTask[]> {
  return sql.query<StoredTask>(
    `select t.id, t.occurrence_id as "occurrenceId", t.organization_id as "organizationId", t.roles,
       t.opens_on::text as "opensOn", t.due_on::text as "dueOn", t.withdrawn_at is not null as withdrawn,
       t.done_at is not null or t.waived_at is not null
         or exists (select from task_completion c where c.task_id = t.id) as answered
     from task t
     join occurrence c on c.id = t.occurrence_id
     join roadmap_item i on i.id = c.item_id
     join roadmap r on r.id = i.roadmap_id and r.kind = 'order'
     where r.programme_id = $1`,
    [programmeId],
  );
}

async function apply(sql: Sql, changes: TaskChanges, at: Date): Promise<void> {
  await insert(sql, changes.insert, at);
  await update(sql, [...changes.update, ...changes.revive], at);
  await note(
    sql,
    changes.revive.map((task) => task.id),
    'returned',
    at,
  );
  if (changes.withdraw.length === 0) return;
  await sql.query('update task set withdrawn_at = $2 where id = any($1::bigint[])', [changes.withdraw, at]);
  await note(sql, changes.withdraw, 'withdrawn', at);
}

async function insert(sql: Sql, tasks: readonly WishedTask[], at: Date): Promise<void> {
  if (tasks.length === 0) return;
  await sql.query(
    `insert into task (occurrence_id, organization_id, roles, opens_on, due_on, created_at)
     select "occurrenceId", "organizationId", roles, "opensOn", "dueOn", $2
     from jsonb_to_recordset($1::jsonb) as wished("occurrenceId" bigint, "organizationId" bigint, roles text[],
       "opensOn" date, "dueOn" date)
     on conflict (occurrence_id, organization_id) do nothing`,
    [JSON.stringify(tasks), at],
  );
}

async function update(
  sql: Sql,
  tasks: readonly (WishedTask & { id: string; roles: Role[] })[],
  at: Date,
): Promise<void> {
  if (tasks.length === 0) return;
  await forgetMoved(sql, tasks, at);
  await sql.query(
    `update task t set roles = w.roles, opens_on = w."opensOn", due_on = w."dueOn", withdrawn_at = null
     from jsonb_to_recordset($1::jsonb) as w(id bigint, roles text[], "opensOn" date, "dueOn" date)
     where t.id = w.id`,
    [JSON.stringify(tasks)],
  );
}

/** Where the last day moves, every rule has its turn again before the new one. */
async function forgetMoved(
  sql: Sql,
  tasks: readonly { id: string; dueOn: Day | null }[],
  at: Date,
): Promise<void> {
  const moved = await sql.query<{ id: string }>(
    `select t.id from jsonb_to_recordset($1::jsonb) as w(id bigint, "dueOn" date)
     join task t on t.id = w.id and t.due_on <> w."dueOn"`,
    [JSON.stringify(tasks)],
  );
  await forgetTurns(
    sql,
    moved.map(({ id }) => id),
    'moved',
    at,
  );
}

async function note(sql: Sql, taskIds: readonly string[], kind: string, at: Date): Promise<void> {
  if (taskIds.length === 0) return;
  await sql.query('insert into task_event (task_id, kind, at) select unnest($1::bigint[]), $2, $3', [
    taskIds,
    kind,
    at,
  ]);
}
