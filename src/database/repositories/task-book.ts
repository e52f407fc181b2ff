import { Refusal } from '../../domain/refusal.ts';
import { snoozeKey } from '../../domain/reminders/rules.ts';
import { type Appointed, isCoordinator, mayAnswer } from '../../domain/tasks/may-answer.ts';
import type { ResultInput, TaskCard } from '../../domain/tasks/task.ts';
import type { TaskBook } from '../../domain/tasks/task-book.ts';
import type { Sql } from '../sql.ts';
import { cardsOf, cardWithin } from './task-cards.ts';
import { tasksByOrganization } from './task-summary.ts';

/** Bound to one transaction: a settled task stays locked until it ends. */
export function createTaskBook(sql: Sql): TaskBook {
  return {
    tasksOf: (personId) => cardsOf(sql, personId),
    taskOf: (personId, taskId) => visibleCard(sql, personId, taskId),

    async complete(personId, taskId, at) {
      const task = await unsettled(sql, personId, taskId);
      const [completion] = await sql.query<{ id: string }>(
        'insert into task_completion (task_id, person_id, at) values ($1, $2, $3) returning id',
        [taskId, personId, at],
      );
      if (task.dueOn !== null) {
        await sql.query('update task set done_at = $3, done_by = $2 where id = $1', [taskId, personId, at]);
      }
      await note(sql, taskId, personId, 'completed', {}, at);
      if (completion === undefined) throw new Error(`completion of task ${taskId} was not stored`);
      return completion.id;
    },

    async addResult(personId, completionId, result, at) {
      const [found] = await sql.query<{ taskId: string }>(
        'select task_id as "taskId" from task_completion where id = $1',
        [completionId],
      );
      if (!found || !(await visibleCard(sql, personId, found.taskId))) throw new Refusal('task-unknown');
      await storeResult(sql, personId, completionId, result, at);
      await note(sql, found.taskId, personId, 'result-added', { kind: result.kind }, at);
    },

    async snooze(personId, taskId, until, at) {
      await unsettled(sql, personId, taskId);
      await sql.query(
        `insert into reminder (task_id, person_id, rule_key, due_on) values ($1, $2, $3, $4)
         on conflict (task_id, person_id, rule_key) do nothing`,
        [taskId, personId, snoozeKey(until), until],
      );
      await note(sql, taskId, personId, 'snoozed', { until }, at);
    },

    async handBack(personId, taskId, at) {
      await unsettled(sql, personId, taskId);
      await sql.query(
        `insert into task_event (task_id, person_id, kind, at)
         select $1, $2, 'handed-back', $3 where not exists (select from task_event
           where task_id = $1 and person_id = $2 and kind = 'handed-back')`,
        [taskId, personId, at],
      );
      return { coordinatorIds: await otherCoordinators(sql, personId) };
    },

    async summary(personId, today) {
      if (!isCoordinator(await appointed(sql, personId))) throw new Refusal('not-coordinator');
      return tasksByOrganization(sql, personId, today);
    },
  };
}

function appointed(sql: Sql, personId: string): Promise<Appointed> {
  return sql.query(
    `select role, organization_id as "organizationId" from appointment where person_id = $1 and ended_at is null`,
    [personId],
  );
}

async function visibleCard(sql: Sql, personId: string, taskId: string): Promise<TaskCard | null> {
  const card = await cardWithin(sql, personId, taskId);
  return card && mayAnswer(card, await appointed(sql, personId)) ? card : null;
}

/** Locks the task first, so that of two people at once the second one reads what the first has done. */
async function unsettled(sql: Sql, personId: string, taskId: string): Promise<TaskCard> {
  await sql.query('select id from task where id = $1 for no key update', [taskId]);
  const task = await visibleCard(sql, personId, taskId);
  if (task === null) throw new Refusal('task-unknown');
  if (task.withdrawnAt !== null) throw new Refusal('task-withdrawn');
  if (task.waivedAt !== null) throw new Refusal('task-waived', { reason: task.waivedReason ?? '' });
  if (task.doneAt !== null) throw new Refusal('task-done', { on: await doneOn(sql, taskId) });
  return task;
}

/** The day in the programme's zone on which a task was done. */
async function doneOn(sql: Sql, taskId: string): Promise<string> {
  const [row] = await sql.query<{ on: string }>(
    `select (t.done_at at time zone pr.time_zone)::date::text as on
     from task t join organization o on o.id = t.organization_id join programme pr on pr.id = o.programme_id
     where t.id = $1`,
    [taskId],
  );
  return row?.on ?? '';
}

async function storeResult(
  sql: Sql,
  personId: string,
  completionId: string,
  result: ResultInput,
  at: Date,
): Promise<void> {
  if (result.kind === 'file') {
    await sql.query(
      `with file as (
         insert into stored_file (person_id, name, mime, size, state, source, platform)
         values ($2, $3, $4, $5, 'wanted', $6, $7) returning id)
       insert into task_result (completion_id, kind, file_id, at) select $1, 'file', id, $8 from file`,
      [
        completionId,
        personId,
        result.name,
        result.mime,
        result.size,
        JSON.stringify(result.source),
        result.platform,
        at,
      ],
    );
    return;
  }
  await sql.query('insert into task_result (completion_id, kind, text, at) values ($1, $2, $3, $4)', [
    completionId,
    result.kind,
    result.kind === 'link' ? result.url : result.text,
    at,
  ]);
}

async function note(
  sql: Sql,
  taskId: string,
  personId: string,
  kind: string,
  facts: Record<string, string>,
  at: Date,
): Promise<void> {
  await sql.query(
    'insert into task_event (task_id, person_id, kind, facts, at) values ($1, $2, $3, $4, $5)',
    [taskId, personId, kind, JSON.stringify(facts), at],
  );
}

async function otherCoordinators(sql: Sql, personId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select distinct p.id from person p join appointment a on a.person_id = p.id
     where a.role = 'coordinator' and a.ended_at is null and p.id <> $1
       and p.programme_id = (select programme_id from person where id = $1)
     order by p.id`,
    [personId],
  );
  return rows.map(({ id }) => id);
}
