import type { Sql } from '../../src/database/sql.ts';
import type { Contest } from '../../src/domain/contests/contest.ts';

/** A juror's row, as staff would have made it. */
export async function jurorIn(
  sql: Sql,
  contestId: string,
  personId: string,
  { nominationIds = null, isChair = false }: { nominationIds?: string[] | null; isChair?: boolean } = {},
): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into contest_juror (contest_id, person_id, nomination_ids, is_chair, added_at)
     values ($1, $2, $3, $4, now()) on conflict (contest_id, person_id)
     do update set nomination_ids = excluded.nomination_ids, is_chair = excluded.is_chair returning id::text`,
    [contestId, personId, nominationIds, isChair],
  );
  return row?.id ?? '';
}

/** A sheet with the same share of every scale, finished unless said otherwise. */
export async function sheetIn(
  sql: Sql,
  contest: Contest,
  { jurorId, entryId }: { jurorId: string; entryId: string },
  points: readonly number[],
  { at = new Date('2022-04-02T06:00:00Z'), finished = true, comment = '' } = {},
): Promise<void> {
  const [sheet] = await sql.query<{ id: string }>(
    `insert into contest_sheet (juror_id, entry_id, comment, finished_at, updated_at)
     values ($1, $2, $3, $4, $5) returning id::text`,
    [jurorId, entryId, comment, finished ? at : null, at],
  );
  for (const [index, criterion] of contest.criteria.entries()) {
    await sql.query('insert into contest_score (sheet_id, criterion_id, points) values ($1, $2, $3)', [
      sheet?.id,
      criterion.id,
      points[index] ?? 0,
    ]);
  }
}
