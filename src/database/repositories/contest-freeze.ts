import type { Sql } from '../sql.ts';
import { lastCountersStand } from './contest-check-rows.ts';

/** Who was down over the close does not give up at the first failure; and not later than so many times the grace. */
const leastTries = 3;
const longestGraces = 4;

/** See `ContestChecks.freeze`. */
export async function freezeContest(
  sql: Sql,
  contestId: string,
  at: Date,
  graceMs: number,
): Promise<boolean> {
  const [contest] = await sql.query<{ closesAt: Date }>(
    `select closes_at as "closesAt" from contest
     where id = $1 and state = 'announced' and frozen_at is null and closes_at <= $2 for no key update`,
    [contestId, at],
  );
  if (contest === undefined) return false;
  const missing = await sql.query<{ id: string; tries: number }>(
    `select id::text, check_tries as tries from contest_entry
     where contest_id = $1 and post_id is not null and state in ('checking', 'mending', 'accepted')
       and (checked_at is null or checked_at < $2 or check_trouble is not null)
     order by id for no key update`,
    [contestId, contest.closesAt],
  );
  const pastMs = at.getTime() - contest.closesAt.getTime();
  const isHopeless = missing.every(({ tries }) => tries >= leastTries) || pastMs >= graceMs * longestGraces;
  if (missing.length > 0 && (pastMs < graceMs || !isHopeless)) return false;
  const ids = missing.map(({ id }) => id);
  await lastCountersStand(sql, ids);
  await sql.query(note, [ids, at]);
  await sql.query('update contest set frozen_at = $2 where id = $1', [contestId, at]);
  return true;
}

/** `counters-before-close`: what stands was counted then; `counters-unknown`: nothing ever was. For staff alone. */
const note = `
  update contest_entry e set noted_at = $2, marks_seen_at = null, marks = e.marks || jsonb_build_array(coalesce(
    (select jsonb_build_object('code', 'counters-before-close', 'facts', jsonb_build_object('at',
       to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
     from contest_counters k where k.entry_id = e.id and k.final),
    '{"code": "counters-unknown", "facts": {}}'))
  where e.id = any($1::bigint[])`;
