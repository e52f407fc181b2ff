import type { Sql } from '../sql.ts';
import { stepPair } from './pair-steps.ts';

/**
 * Before two rows of one human being become one: what would pair them with themselves was none and goes, and of two
 * pairs with the same other person only the known one's stays.
 */
export async function partPairs(
  sql: Sql,
  doubleId: string,
  knownId: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await dropOwn(sql, doubleId, knownId);
  const twice = await sql.query<{ pairId: string }>(
    `select d.pair_id::text as "pairId" from pair_mentee d join pair_mentee k
       on k.over_at is null and k.pair_id <> d.pair_id
       and (d.mentee_id = $1 and k.mentee_id = $2 and k.mentor_id = d.mentor_id
         or d.mentor_id = $1 and k.mentor_id = $2 and k.mentee_id = d.mentee_id)
     where d.over_at is null order by d.pair_id`,
    [doubleId, knownId],
  );
  for (const pairId of new Set(twice.map((each) => each.pairId))) {
    await stepPair(sql, pairId, { kind: 'leave', personId: doubleId }, { by, at });
  }
}

async function dropOwn(sql: Sql, doubleId: string, knownId: string): Promise<void> {
  const both = [[doubleId, knownId]];
  const own = await sql.query<{ pairId: string; menteeId: string; alone: boolean }>(
    `select m.pair_id::text as "pairId", m.mentee_id::text as "menteeId",
       not exists (select from pair_mentee o where o.pair_id = m.pair_id and o.id <> m.id) as alone
     from pair_mentee m where m.mentor_id = any($1::bigint[]) and m.mentee_id = any($1::bigint[])`,
    both,
  );
  for (const { pairId, menteeId, alone } of own) {
    const rest = alone ? [pairId] : [pairId, menteeId];
    await sql.query(
      `delete from pair_agreement where pair_id = $1 ${alone ? '' : 'and person_id = $2'}`,
      rest,
    );
    await sql.query(`delete from pair_mentee where pair_id = $1 ${alone ? '' : 'and mentee_id = $2'}`, rest);
    if (!alone) continue;
    for (const table of ['pair_event', 'pair_meeting', 'pair_order_pair']) {
      await sql.query(`delete from ${table} where pair_id = $1`, [pairId]);
    }
    await sql.query('delete from pair where id = $1', [pairId]);
  }
}
