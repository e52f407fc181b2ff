import type { Sql } from '../sql.ts';
import { notePair } from './pair-events.ts';
import { stepPair } from './pair-steps.ts';

const live = `p.state in ('proposed', 'agreed', 'ordered', 'active')`;

/**
 * Whoever is mentor or mentee no more, in no organization, is in no pair as such: their pairs end, a group loses them.
 * The person is locked first, as by a proposal: none made meanwhile outlives this.
 */
export async function leavePairs(sql: Sql, personId: string, by: string | null, at: Date): Promise<void> {
  await sql.query('select from person where id = $1 for no key update', [personId]);
  const left = await sql.query<{ id: string }>(
    `select p.id::text from pair p where ${live} and (
       p.mentor_id = $1 and not exists (select from appointment a
         where a.person_id = $1 and a.role = 'mentor' and a.ended_at is null)
       or exists (select from pair_mentee m where m.pair_id = p.id and m.mentee_id = $1 and m.left_at is null)
         and not exists (select from appointment a
           where a.person_id = $1 and a.role = 'mentee' and a.ended_at is null))
     order by p.id`,
    [personId],
  );
  for (const { id } of left) await stepPair(sql, id, { kind: 'leave', personId }, { by, at });
  await settlePauses(sql, personId, by, at);
}

/** Of somebody as mentor or mentee: on leave in that part, and nowhere at work in it. */
const isAway = (person: string, role: string) => `(
  exists (select from application a where a.person_id = ${person} and a.role = '${role}' and a.state = 'on-leave')
  and not exists (select from application a where a.person_id = ${person} and a.role = '${role}'
    and a.state in ('confirmed', 'active')))`;

/** A pair rests while its mentor or every mentee of it is on leave. */
export async function settlePauses(sql: Sql, personId: string, by: string | null, at: Date): Promise<void> {
  const turned = await sql.query<{ id: string; away: boolean }>(
    `with own as (
       select p.id, p.paused_at is not null as paused, ${isAway('p.mentor_id', 'mentor')} or (
         select bool_and(${isAway('m.mentee_id', 'mentee')}) from pair_mentee m
         where m.pair_id = p.id and m.left_at is null) as away
       from pair p where ${live} and (p.mentor_id = $1 or exists (
         select from pair_mentee m where m.pair_id = p.id and m.mentee_id = $1)))
     update pair p set paused_at = case when own.away then $2::timestamptz end
     from own where own.id = p.id and own.away <> own.paused returning p.id::text, own.away`,
    [personId, at],
  );
  for (const { id, away } of turned) {
    await notePair(sql, { pairId: id, personId: by, kind: away ? 'paused' : 'resumed', at });
  }
}
