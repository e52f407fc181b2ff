import type { Day } from '../../domain/calendar/day.ts';
import { type PairCard, proposalDays } from '../../domain/pairs/pair.ts';
import type { PairEvent, PairRounds } from '../../domain/pairs/pair-book.ts';
import type { Sql } from '../sql.ts';
import { readPairs } from './pair-cards.ts';
import { notePair } from './pair-events.ts';
import { stepPair } from './pair-steps.ts';

const dayMs = 86_400_000;

/** Bound to one transaction. */
export function createPairRounds(sql: Sql): PairRounds {
  return {
    async turn(programmeId, today, at) {
      const begun = await due(sql, `state = 'ordered' and from_on <= $2`, [programmeId, today]);
      for (const id of begun) await stepPair(sql, id, { kind: 'start' }, { by: null, at });
      const before = new Date(at.getTime() - proposalDays.expires * dayMs);
      const lapsed = await due(sql, `state = 'proposed' and proposed_at <= $2`, [programmeId, before]);
      for (const id of lapsed) await stepPair(sql, id, { kind: 'expire' }, { by: null, at });
      await noteTermsOver(sql, programmeId, today, at);
      return { started: begun.length, expired: lapsed.length };
    },

    async untold(programmeId, size) {
      const events = await sql.query<PairEvent & { pairId: string }>(
        `select e.id::text, e.person_id::text as "personId", e.kind, e.facts, e.at, e.pair_id::text as "pairId"
         from pair_event e join pair p on p.id = e.pair_id
         where e.told_at is null and p.programme_id = $1 order by e.id limit $2 for update of e skip locked`,
        [programmeId, size],
      );
      const pairs = await cardsOf(
        sql,
        events.map(({ pairId }) => pairId),
      );
      return events.flatMap(({ pairId, ...event }) => {
        const pair = pairs.get(pairId);
        return pair === undefined ? [] : [{ ...event, pair }];
      });
    },

    async told(eventIds, at) {
      await sql.query('update pair_event set told_at = $2 where id = any($1::bigint[])', [eventIds, at]);
    },

    async remind(programmeId, today, size) {
      const [first, second] = proposalDays.reminders;
      const reminded = await sql.query<{ id: string; pairId: string; turn: number }>(
        `with waiting as (
           select a.id, case when $2::date - (a.asked_at at time zone g.time_zone)::date >= $5 then 2 else 1 end as turn
           from pair_agreement a join pair p on p.id = a.pair_id join programme g on g.id = p.programme_id
           where p.programme_id = $1 and p.state = 'proposed' and a.answer is null
             and $2::date - (a.asked_at at time zone g.time_zone)::date >= $4
             and not exists (select from pair_mentee m
               where m.pair_id = p.id and m.mentee_id = a.person_id and m.left_at is not null)
             and a.reminded < case when $2::date - (a.asked_at at time zone g.time_zone)::date >= $5 then 2 else 1 end
           order by a.id limit $3 for update of a skip locked)
         update pair_agreement a set reminded = w.turn from waiting w where w.id = a.id
         returning a.id::text, a.pair_id::text as "pairId", w.turn`,
        [programmeId, today, size, first, second],
      );
      const pairs = await cardsOf(
        sql,
        reminded.map(({ pairId }) => pairId),
      );
      return reminded.flatMap(({ id, pairId, turn }) => {
        const pair = pairs.get(pairId);
        const agreement = pair?.agreements.find((each) => each.id === id);
        return pair === undefined || agreement === undefined ? [] : [{ pair, agreement, turn }];
      });
    },
  };
}

async function due(sql: Sql, condition: string, params: readonly unknown[]): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select id::text from pair where programme_id = $1 and ${condition} order by id for no key update skip locked`,
    params,
  );
  return rows.map(({ id }) => id);
}

/** Once for each last day: staff may put it off, and then it comes anew. */
async function noteTermsOver(sql: Sql, programmeId: string, today: Day, at: Date): Promise<void> {
  const over = await sql.query<{ id: string; toOn: Day }>(
    `select p.id::text, p.to_on::text as "toOn" from pair p
     where p.programme_id = $1 and p.state = 'active' and p.to_on < $2
       and not exists (select from pair_event e where e.pair_id = p.id and e.kind = 'term-over'
         and e.facts->>'toOn' = p.to_on::text)
     order by p.id for no key update skip locked`,
    [programmeId, today],
  );
  for (const { id, toOn } of over) {
    await notePair(sql, { pairId: id, personId: null, kind: 'term-over', facts: { toOn }, at });
  }
}

async function cardsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, PairCard>> {
  const pairs = ids.length === 0 ? [] : await readPairs(sql, 'where p.id = any($1::bigint[])', [ids]);
  return new Map(pairs.map((pair) => [pair.id, pair]));
}
