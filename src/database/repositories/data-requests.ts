import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { DataRequestLine } from '../../domain/people/consents-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { finishAssignment } from './assignments.ts';

export async function dataRequests(
  sql: Sql,
  programmeId: string,
  { page, size, descending }: ListQuery<'due'>,
  { open }: { open: boolean },
): Promise<Page<DataRequestLine>> {
  const from = `from data_request r join person p on p.id = r.person_id
    where p.programme_id = $1 and (not $2::boolean or r.state in ('open', 'farewell'))`;
  const [count] = await sql.query<{ total: number }>(`select count(*)::int as total ${from}`, [
    programmeId,
    open,
  ]);
  const way = descending ? 'desc' : 'asc';
  const items = await sql.query<DataRequestLine>(
    `select r.id::text, r.person_id::text as "personId", r.kind, r.state, r.due_on::text as "dueOn",
       r.created_at as "createdAt", r.settled_at as "settledAt", p.surname, p.name, p.patronymic
     ${from} order by r.due_on ${way}, r.id ${way} limit $3 offset $4`,
    [programmeId, open, size, (page - 1) * size],
  );
  return { items, total: count?.total ?? 0 };
}

type Found = { id: string; kind: string; state: string; taskId: string | null };

/** Locked. `Refusal('request-unknown')` for one of another programme. */
export async function lockRequest(sql: Sql, programmeId: string, requestId: string): Promise<Found> {
  const [found] = await sql.query<Found>(
    `select r.id::text, r.kind, r.state, r.task_id::text as "taskId" from data_request r
     join person p on p.id = r.person_id where r.id = $1 and p.programme_id = $2 for no key update of r`,
    [readId(requestId), programmeId],
  );
  if (found === undefined) throw new Refusal('request-unknown');
  return found;
}

export async function settleRequest(
  sql: Sql,
  { id, taskId }: Found,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await sql.query(`update data_request set state = 'done', settled_at = $2, settled_by = $3 where id = $1`, [
    id,
    at,
    by,
  ]);
  if (taskId !== null) await finishAssignment(sql, taskId, by, at);
}
