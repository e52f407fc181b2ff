import type { Moving } from '../../domain/people/doubles-desk.ts';
import type { Sql } from '../sql.ts';
import { settleRivals } from './application-joining.ts';
import { joinPeople, lockPeople, personReferences } from './join-people.ts';
import { partPairs } from './pair-joining.ts';

/** Two known people become one; that it may be done was made sure. */
export async function mergePeople(
  sql: Sql,
  doubleId: string,
  knownId: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await lockPeople(sql, doubleId, knownId);
  await settleRivals(sql, doubleId, knownId, at);
  await partPairs(sql, doubleId, knownId, { by, at });
  await joinPeople(sql, doubleId, knownId);
}

/** What would go over, by table: rows that name the double. */
export async function movingOf(sql: Sql, doubleId: string): Promise<Moving> {
  const each = personReferences.map(
    ({ table, column }) =>
      `select '${table}' as "table", count(*)::int as count from ${table} where ${column} = $1`,
  );
  return sql.query(
    `select "table", sum(count)::int as count from (${each.join(' union all ')}) rows
     group by "table" having sum(count) > 0 order by "table"`,
    [doubleId],
  );
}

export async function rememberApart(
  sql: Sql,
  oneId: string,
  otherId: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await sql.query(
    `insert into known_apart (one_id, other_id, decided_by, decided_at)
     values (least($1::bigint, $2::bigint), greatest($1::bigint, $2::bigint), $3, $4) on conflict do nothing`,
    [oneId, otherId, by, at],
  );
}
