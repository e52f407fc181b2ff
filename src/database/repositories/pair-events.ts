import type { PairEventKind } from '../../domain/pairs/pair-book.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** Of these nobody needs a message of its own: whoever did it sees what it led to. */
const silent: readonly PairEventKind[] = ['answered', 'edited', 'programme-edited'];

/** What happened to a pair; `personId` is `null` where nobody pressed anything. Those concerned are told by the round. */
export async function notePair(
  sql: Sql,
  event: {
    pairId: string;
    personId: string | null;
    kind: PairEventKind;
    facts?: Readonly<Record<string, string>>;
    at: Date;
  },
): Promise<void> {
  const { pairId, personId, kind, facts = {}, at } = event;
  await sql.query(
    'insert into pair_event (pair_id, person_id, kind, facts, at, told_at) values ($1, $2, $3, $4, $5, $6)',
    [pairId, personId, kind, storableJson(facts), at, silent.includes(kind) ? at : null],
  );
}
