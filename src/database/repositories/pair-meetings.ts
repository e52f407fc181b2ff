import { type Day, isDay } from '../../domain/calendar/day.ts';
import { longest, type Meeting } from '../../domain/pairs/pair.ts';
import type { MeetingDraft } from '../../domain/pairs/pair-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { storable } from './storable-json.ts';

const columns = `t.id::text, t.pair_id::text as "pairId", t.held_on as "on", t.topic, t.outcome, t.mark,
  t.noted_by::text as "notedBy", t.noted_at as "notedAt", t.confirmed_by::text as "confirmedBy",
  t.confirmed_at as "confirmedAt"`;

/** See `PairBook.addMeeting`. */
export async function addMeeting(
  sql: Sql,
  pairId: string,
  { on, topic, outcome, mark }: MeetingDraft,
  { by, today, at }: { by: string | null; today: Day; at: Date },
): Promise<Meeting> {
  const [pair] = await sql.query<{ state: string }>('select state from pair where id = $1 for share', [
    readId(pairId),
  ]);
  if (pair === undefined) throw new Refusal('pair-unknown');
  if (pair.state !== 'active') throw new Refusal('state-passed', { state: pair.state });
  const said = topic.trim();
  if (!isDay(on) || on > today || said === '' || said.length > longest.topic)
    throw new Refusal('meeting-invalid');
  const [added] = await sql.query<Meeting>(
    `insert into pair_meeting as t (pair_id, held_on, topic, outcome, mark, noted_by, noted_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
    [pairId, on, storable(said), outcome, outcome === 'held' ? mark : null, by, at],
  );
  if (added === undefined) throw new Error('an insert returned no row');
  return added;
}

export function meetingsOf(sql: Sql, pairId: string): Promise<Meeting[]> {
  return sql.query<Meeting>(
    `select ${columns} from pair_meeting t where t.pair_id = $1 order by t.held_on desc, t.id desc`,
    [readId(pairId)],
  );
}

/** See `PairBook.confirmMeeting`. */
export async function confirmMeeting(
  sql: Sql,
  meetingId: string,
  by: string,
  at: Date,
): Promise<Meeting | null> {
  const [confirmed] = await sql.query<Meeting>(
    `update pair_meeting t set confirmed_by = case when t.confirmed_at is null then $2 else t.confirmed_by end,
       confirmed_at = coalesce(t.confirmed_at, $3)
     where t.id = $1 and exists (select from pair_mentee m
       where m.pair_id = t.pair_id and m.mentee_id = $2 and m.left_at is null)
     returning ${columns}`,
    [readId(meetingId), by, at],
  );
  return confirmed ?? null;
}
