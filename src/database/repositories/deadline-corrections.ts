import type {
  CorrectedCell,
  DeadlineCorrection,
  KeptCorrection,
} from '../../domain/roadmap/correct-deadlines.ts';
import type { Period } from '../../domain/roadmap/deadline/read-deadline.ts';
import { fold } from '../../domain/roadmap/roadmap.ts';
import type { Sql } from '../sql.ts';

export function correctionsOf(sql: Sql, programmeId: string): Promise<KeptCorrection[]> {
  return sql.query<KeptCorrection>(
    `select code, title, deadline, correction,
       jsonb_build_object('from', period_from, 'to', period_to) as period
     from deadline_correction where programme_id = $1 order by id`,
    [programmeId],
  );
}

type Change = CorrectedCell & { correction: DeadlineCorrection | null };

/** `null` takes a correction back. */
export async function keepCorrections(
  sql: Sql,
  programmeId: string,
  period: Period,
  changes: readonly Change[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  for (const { code, title, deadline, correction } of changes) {
    const cell = [programmeId, period.from, period.to, code, title, fold(deadline)];
    await sql.query(
      `delete from deadline_correction where programme_id = $1 and period_from = $2 and period_to = $3
         and code = $4 and title = $5 and deadline = $6`,
      cell,
    );
    if (correction === null) continue;
    await sql.query(
      `insert into deadline_correction
         (programme_id, period_from, period_to, code, title, deadline, correction, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [...cell, JSON.stringify(correction), by, at],
    );
  }
}
