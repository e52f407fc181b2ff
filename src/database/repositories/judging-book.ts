import type { Abstention, GivenPoints } from '../../domain/contests/judging.ts';
import type { Sql } from '../sql.ts';
import { storable } from './storable-json.ts';

type Key = { jurorId: string; entryId: string };

/** The jury's sheets, written one by one. Bound to one transaction; what may be written is decided by whoever calls. */
export type JudgingBook = {
  /** Makes the sheet where there is none, and locks it: two tabs of a juror write one after the other. */
  open(key: Key, at: Date): Promise<string>;
  /** Only what is given; `points: null` takes away. */
  save(
    sheetId: string,
    change: { points?: readonly GivenPoints[]; comment?: string | undefined },
    at: Date,
  ): Promise<void>;
  finish(sheetId: string, at: Date): Promise<void>;
  abstain(sheetId: string, why: Abstention | null, at: Date): Promise<void>;
  /** Opens finished sheets of these jurors for a work again; answers whose they were. */
  askAgain(entryId: string, jurorIds: readonly string[], range: number | null, at: Date): Promise<string[]>;
};

export function createJudgingBook(sql: Sql): JudgingBook {
  return {
    async open({ jurorId, entryId }, at) {
      await sql.query(
        `insert into contest_sheet (juror_id, entry_id, updated_at) values ($1, $2, $3)
         on conflict (juror_id, entry_id) do nothing`,
        [jurorId, entryId, at],
      );
      const [row] = await sql.query<{ id: string }>(
        'select id::text from contest_sheet where juror_id = $1 and entry_id = $2 for update',
        [jurorId, entryId],
      );
      if (row === undefined) throw new Error('a sheet that was just opened is gone');
      return row.id;
    },
    async save(sheetId, { points = [], comment }, at) {
      for (const { criterionId, points: given } of points) {
        await (given === null
          ? sql.query('delete from contest_score where sheet_id = $1 and criterion_id = $2', [
              sheetId,
              criterionId,
            ])
          : sql.query(
              `insert into contest_score (sheet_id, criterion_id, points) values ($1, $2, $3)
               on conflict (sheet_id, criterion_id) do update set points = excluded.points`,
              [sheetId, criterionId, given],
            ));
      }
      await sql.query(
        'update contest_sheet set updated_at = $2, comment = coalesce($3, comment) where id = $1',
        [sheetId, at, comment === undefined ? null : storable(comment)],
      );
    },
    async finish(sheetId, at) {
      await sql.query(
        'update contest_sheet set finished_at = $2, updated_at = $2 where id = $1 and finished_at is null',
        [sheetId, at],
      );
    },
    async abstain(sheetId, why, at) {
      await sql.query('update contest_sheet set abstained = $2, updated_at = $3 where id = $1', [
        sheetId,
        why,
        at,
      ]);
    },
    async askAgain(entryId, jurorIds, range, at) {
      const rows = await sql.query<{ jurorId: string }>(
        `update contest_sheet set finished_at = null, asked_again_at = $3, asked_again_range = $4
         where entry_id = $1 and juror_id = any($2::bigint[]) and finished_at is not null
         returning juror_id::text as "jurorId"`,
        [entryId, jurorIds, at, range],
      );
      return rows.map(({ jurorId }) => jurorId);
    },
  };
}
