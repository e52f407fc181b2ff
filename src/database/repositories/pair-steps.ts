import type { ConsentGiver } from '../../domain/consents/consent.ts';
import { checkParticipant } from '../../domain/pairs/check-proposal.ts';
import type { AgreementWay } from '../../domain/pairs/pair.ts';
import type { PairEventKind } from '../../domain/pairs/pair-book.ts';
import { type Asked, isLive, type PairStep, type Standing, takeStep } from '../../domain/pairs/take-step.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { notePair } from './pair-events.ts';
import { participant } from './pair-participants.ts';
import { storable } from './storable-json.ts';

export type StepFacts = {
  by: string | null;
  at: Date;
  note?: string;
  result?: string;
  orderId?: string | null;
  /** Of an answer. */
  said?: { givenBy: string | null; way: AgreementWay; reason: string; recordedBy: string | null };
};

/** Locks the pair, takes the step, and writes what it led to. `Refusal('pair-unknown')`, and those of `takeStep`. */
export async function stepPair(
  sql: Sql,
  pairId: string,
  step: PairStep,
  facts: StepFacts,
): Promise<Standing> {
  const before = await lockStanding(sql, pairId);
  if (before === null) throw new Refusal('pair-unknown');
  const after = takeStep(before, step);
  if (fixes(step, before, after)) await checkEverybody(sql, after, facts.at);
  if (step.kind === 'answer') await writeAnswer(sql, pairId, step, facts);
  await writeLeavers(sql, pairId, { before, after, step, facts });
  if (after.state !== before.state) await writeState(sql, pairId, { after, facts });
  return after;
}

/** A no, or somebody's leaving, is never refused because of others. */
function fixes(step: PairStep, before: Standing, after: Standing): boolean {
  if (step.kind === 'order') return true;
  return step.kind === 'answer' && step.answer === 'agreed' && after.state !== before.state;
}

/** Of those still in it; locked until the transaction ends. */
async function lockStanding(sql: Sql, pairId: string): Promise<Standing | null> {
  const [pair] = await sql.query<Pick<Standing, 'state' | 'mentorId' | 'closeReason'>>(
    `select state, mentor_id::text as "mentorId", close_reason as "closeReason" from pair
     where id = $1 for no key update`,
    [readId(pairId)],
  );
  if (pair === undefined) return null;
  const mentees = await sql.query<{ id: string }>(
    'select mentee_id::text as id from pair_mentee where pair_id = $1 and left_at is null order by id',
    [pairId],
  );
  const menteeIds = mentees.map(({ id }) => id);
  const asked = await sql.query<Asked>(
    `select person_id::text as "personId", giver, answer from pair_agreement
     where pair_id = $1 and person_id = any($2::bigint[]) order by id`,
    [pairId, [pair.mentorId, ...menteeIds]],
  );
  return { ...pair, menteeIds, asked };
}

/** Taken back or come to an end since it was proposed: nothing is agreed or fixed without the consents of everybody. */
async function checkEverybody(sql: Sql, { mentorId, menteeIds }: Standing, at: Date): Promise<void> {
  checkParticipant(await participant(sql, mentorId, 'mentor', at));
  for (const id of menteeIds) checkParticipant(await participant(sql, id, 'mentee', at));
}

async function writeAnswer(
  sql: Sql,
  pairId: string,
  { personId, giver, answer }: { personId: string; giver: ConsentGiver; answer: string },
  { by, at, said }: StepFacts,
): Promise<void> {
  if (said === undefined) throw new Error('an answer needs whoever gave it');
  await sql.query(
    `update pair_agreement set answer = $4, way = $5, reason = $6, given_by = $7, recorded_by = $8, answered_at = $9
     where pair_id = $1 and person_id = $2 and giver = $3`,
    [pairId, personId, giver, answer, said.way, storable(said.reason), said.givenBy, said.recordedBy, at],
  );
  const facts = { answer, giver, subjectId: personId, way: said.way };
  await notePair(sql, { pairId, personId: by, kind: 'answered', facts, at });
}

type Written = { before: Standing; after: Standing; step: PairStep; facts: StepFacts };

/** Whoever left a group that goes on. */
async function writeLeavers(sql: Sql, pairId: string, { before, after, step, facts }: Written) {
  if (!isLive(after)) return;
  for (const id of before.menteeIds.filter((each) => !after.menteeIds.includes(each))) {
    await sql.query(
      'update pair_mentee set left_at = $3, over_at = $3 where pair_id = $1 and mentee_id = $2',
      [pairId, id, facts.at],
    );
    const why = step.kind === 'answer' ? 'declined' : 'left';
    await notePair(sql, {
      pairId,
      personId: facts.by,
      kind: 'mentee-left',
      facts: { subjectId: id, why },
      at: facts.at,
    });
  }
}

const instants = { agreed: 'agreed_at', ordered: 'ordered_at', active: 'started_at' } as const;

async function writeState(
  sql: Sql,
  pairId: string,
  { after, facts }: Pick<Written, 'after' | 'facts'>,
): Promise<void> {
  const { state, closeReason } = after;
  const { at, by, note = '', result = '', orderId = null } = facts;
  const instant = state in instants ? instants[state as keyof typeof instants] : 'closed_at';
  await sql.query(
    `update pair set state = $2, ${instant} = $3, close_reason = $4, close_note = $5, result = $6,
       order_id = coalesce($7::bigint, order_id), paused_at = case when $8::bool then paused_at end
     where id = $1`,
    [pairId, state, at, closeReason, storable(note), storable(result), orderId, isLive(after)],
  );
  if (!isLive(after)) {
    await sql.query('update pair_mentee set over_at = $2 where pair_id = $1 and over_at is null', [
      pairId,
      at,
    ]);
  }
  const reason: Record<string, string> = closeReason === null ? {} : { reason: closeReason };
  // `proposed` is never come to by a step, all other states are kinds of events.
  await notePair(sql, { pairId, personId: by, kind: state satisfies PairEventKind, facts: reason, at });
}
