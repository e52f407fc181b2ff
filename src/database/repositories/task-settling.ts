import { Refusal } from '../../domain/refusal.ts';
import { checkReopenable, readReason } from '../../domain/tasks/control-task.ts';
import type { TaskCard } from '../../domain/tasks/task.ts';
import type { Sql } from '../sql.ts';
import { forgetTurns, passTurns } from './reminder-turns.ts';
import { handedBack } from './task-cards.ts';

/** Reads the card of somebody who may settle the task; `null` for anybody else. */
type ReadCard = () => Promise<TaskCard | null>;

/** `by` is null for the staff's command line. */
type Step = { by: string | null; at: Date };

/** Locks the task first, so that of two people at once the second one reads what the first has done. */
async function locked(sql: Sql, taskId: string, read: ReadCard): Promise<TaskCard> {
  await sql.query('select id from task where id = $1 for no key update', [taskId]);
  const task = await read();
  if (task === null) throw new Refusal('task-unknown', { id: taskId });
  return task;
}

/** Locked until the transaction ends. `Refusal('task-unknown' | 'task-withdrawn' | 'task-waived' | 'task-done')`. */
export async function lockUnsettled(sql: Sql, taskId: string, read: ReadCard): Promise<TaskCard> {
  const task = await locked(sql, taskId, read);
  if (task.withdrawnAt !== null) throw new Refusal('task-withdrawn');
  if (task.waivedAt !== null) throw new Refusal('task-waived', { reason: task.waivedReason ?? '' });
  if (task.doneAt !== null) throw new Refusal('task-done', { on: await doneOn(sql, taskId) });
  return task;
}

/** Marks as done, of a standing task once more; the id of the completion, to hang results on. */
export async function completeTask(
  sql: Sql,
  taskId: string,
  read: ReadCard,
  { by, at }: Step,
): Promise<string> {
  const task = await lockUnsettled(sql, taskId, read);
  const [completion] = await sql.query<{ id: string }>(
    'insert into task_completion (task_id, person_id, at) values ($1, $2, $3) returning id',
    [taskId, by, at],
  );
  if (task.dueOn !== null) {
    await sql.query('update task set done_at = $3, done_by = $2 where id = $1', [taskId, by, at]);
  }
  await note(sql, { taskId, personId: by, kind: 'completed', at });
  if (completion === undefined) throw new Error(`completion of task ${taskId} was not stored`);
  return completion.id;
}

export async function waiveTask(
  sql: Sql,
  taskId: string,
  read: ReadCard,
  { by, at, reason: typed }: Step & { reason: string },
): Promise<void> {
  const reason = readReason(typed);
  await lockUnsettled(sql, taskId, read);
  await sql.query('update task set waived_at = $2, waived_by = $3, waived_reason = $4 where id = $1', [
    taskId,
    at,
    by,
    reason,
  ]);
  await note(sql, { taskId, personId: by, kind: 'waived', facts: { reason }, at });
}

/** Returns those who answer for the task, but for `by`. */
export async function reopenTask(
  sql: Sql,
  taskId: string,
  read: ReadCard,
  { by, at }: Step,
): Promise<string[]> {
  checkReopenable(await locked(sql, taskId, read));
  await sql.query(
    `update task set done_at = null, done_by = null, waived_at = null, waived_by = null, waived_reason = null
     where id = $1`,
    [taskId],
  );
  await note(sql, { taskId, personId: by, kind: 'reopened', facts: {}, at });
  await forgetTurns(sql, [taskId], 'reopened', at);
  await passTurns(sql, taskId, at);
  return responsible(sql, taskId, by);
}

export async function note(
  sql: Sql,
  event: { taskId: string; personId: string | null; kind: string; facts?: Record<string, string>; at: Date },
): Promise<void> {
  const { taskId, personId, kind, facts = {}, at } = event;
  await sql.query(
    'insert into task_event (task_id, person_id, kind, facts, at) values ($1, $2, $3, $4, $5)',
    [taskId, personId, kind, JSON.stringify(facts), at],
  );
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

/** Those who answer for a task now and did not give it back, but for `by`. */
export async function responsible(sql: Sql, taskId: string, by: string | null): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select distinct a.person_id as id from task t
     join appointment a on a.organization_id = t.organization_id and a.role = any(t.roles) and a.ended_at is null
     where t.id = $1 and a.person_id is distinct from $2 and not ${handedBack('t.id', 'a.person_id')}
     order by a.person_id`,
    [taskId, by],
  );
  return rows.map(({ id }) => id);
}
