import type { Day } from '../../domain/calendar/day.ts';
import { assignmentOf, assignments } from '../../domain/privacy/assignment.ts';
import type { DataRequestKind } from '../../domain/privacy/privacy-book.ts';
import type { Sql } from '../sql.ts';
import { note } from './task-settling.ts';

type Assignment = {
  programmeId: string;
  requestId: string;
  kind: DataRequestKind;
  from: Day;
  to: Day;
  at: Date;
};

/**
 * A request becomes a task of the office's coordinators, in a roadmap of its own that no import touches. `null` where the
 * programme has no office yet, and so nobody to do it.
 */
export async function openAssignment(sql: Sql, assignment: Assignment): Promise<string | null> {
  const { programmeId, requestId, kind, from, to, at } = assignment;
  const roadmapId = await roadmapOf(sql, programmeId, from);
  const { title, result } = assignmentOf(requestId, kind);
  const [task] = await sql.query<{ id: string }>(
    `with item as (
       insert into roadmap_item (roadmap_id, section, code, title, position, deadline, responsible, result)
       select $2, $3, $4, $5, $6::bigint, '', array[$7], $8
       where exists (select from organization where programme_id = $1 and kind = 'office') returning id),
     piece as (insert into occurrence (item_id, from_on, to_on) select id, $9::date, $10::date from item returning id)
     insert into task (occurrence_id, organization_id, roles, opens_on, due_on, created_at)
     select piece.id, o.id, '{coordinator}', $9::date, $10::date, $11
     from piece, organization o where o.programme_id = $1 and o.kind = 'office' returning id`,
    [
      programmeId,
      roadmapId,
      assignments.section,
      assignments.code(requestId),
      title,
      requestId,
      assignments.responsible,
      result,
      from,
      to,
      at,
    ],
  );
  return task?.id ?? null;
}

/** `by` is null where the machine did it. */
export async function finishAssignment(sql: Sql, taskId: string, by: string | null, at: Date): Promise<void> {
  const done = await sql.query(
    `update task set done_at = $2, done_by = $3 where id = $1 and done_at is null and waived_at is null returning id`,
    [taskId, at, by],
  );
  if (done.length === 0) return;
  await sql.query('insert into task_completion (task_id, person_id, at) values ($1, $2, $3)', [
    taskId,
    by,
    at,
  ]);
  await note(sql, { taskId, personId: by, kind: 'completed', at });
}

/** Nobody wants it done any more. */
export async function withdrawAssignment(sql: Sql, taskId: string, at: Date): Promise<void> {
  const withdrawn = await sql.query(
    `update task set withdrawn_at = $2
     where id = $1 and done_at is null and waived_at is null and withdrawn_at is null returning id`,
    [taskId, at],
  );
  if (withdrawn.length > 0) await note(sql, { taskId, personId: null, kind: 'withdrawn', at });
}

async function roadmapOf(sql: Sql, programmeId: string, from: Day): Promise<string> {
  const find = () =>
    sql.query<{ id: string }>(`select id from roadmap where programme_id = $1 and kind = 'assignments'`, [
      programmeId,
    ]);
  const [known] = await find();
  if (known !== undefined) return known.id;
  await sql.query(
    `insert into roadmap (programme_id, kind, title, order_number, period_from, period_to, source_hash)
     values ($1, 'assignments', $2, $3, $4, '9999-12-31', '') on conflict do nothing`,
    [programmeId, assignments.title, assignments.key, from],
  );
  const [made] = await find();
  if (made === undefined) throw new Error('the roadmap of assignments was not stored');
  return made.id;
}
