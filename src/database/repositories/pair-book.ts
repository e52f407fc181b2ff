import { checkTerm } from '../../domain/pairs/check-proposal.ts';
import type { OpenAgreement, PairBook, PairEvent } from '../../domain/pairs/pair-book.ts';
import {
  emptyProgramme,
  type PersonalProgramme,
  readProgramme,
} from '../../domain/pairs/personal-programme.ts';
import { isLive, type PairStep } from '../../domain/pairs/take-step.ts';
import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { pairById, pairOf, pairsOfPerson, readPairs } from './pair-cards.ts';
import { notePair } from './pair-events.ts';
import { addMeeting, confirmMeeting, meetingsOf } from './pair-meetings.ts';
import { proposePair } from './pair-propose.ts';
import { type StepFacts, stepPair } from './pair-steps.ts';
import { isNamed, personColumns } from './person-columns.ts';
import { storable, storableJson } from './storable-json.ts';

export function createPairBook(sql: Sql): PairBook {
  const step = async (pairId: string, taken: PairStep, facts: StepFacts) => {
    await stepPair(sql, pairId, taken, facts);
    return pairOf(sql, pairId);
  };
  return {
    propose: (proposal, to, at) => proposePair(sql, proposal, to, at),
    byId: (pairId) => pairById(sql, pairId),
    ofPerson: (personId) => pairsOfPerson(sql, personId),
    askedOf: (agreementId, personId) => askedOf(sql, agreementId, personId),
    waitingFor: (personId) => waitingFor(sql, personId),
    answer(pairId, { personId, giver, answer, reason = '', givenBy, recordedBy }, at) {
      const paper = recordedBy !== undefined;
      const said = {
        givenBy,
        reason,
        way: paper ? 'paper' : 'chat',
        recordedBy: recordedBy ?? null,
      } as const;
      const by = recordedBy ?? givenBy;
      return step(pairId, { kind: 'answer', personId, giver, answer }, { by, at, said });
    },
    withdraw: (pairId, by, note, at) => step(pairId, { kind: 'withdraw' }, { by, note, at }),
    start: (pairId, by, at) => step(pairId, { kind: 'start' }, { by, at }),
    complete: (pairId, by, result, at) => step(pairId, { kind: 'complete' }, { by, result, at }),
    end: (pairId, by, { reason, note }, at) => step(pairId, { kind: 'end', reason }, { by, note, at }),
    markOrdered: (pairIds, orderId, at, by = null) => markOrdered(sql, pairIds, { orderId, at, by }),
    edit: (pairId, changed, by, at) => edit(sql, pairId, changed, { by, at }),
    programmeOf: (pairId) => programmeOf(sql, pairId),
    async saveProgramme(pairId, programme, by, at) {
      const saved = await sql.query('update pair set plan = $2 where id = $1 returning id', [
        readId(pairId),
        storableJson(readProgramme(programme)),
      ]);
      if (saved.length === 0) throw new Refusal('pair-unknown');
      await notePair(sql, { pairId, personId: by, kind: 'programme-edited', at });
    },
    eventsOf: (pairId) =>
      sql.query<PairEvent & { person: Person | null }>(
        `select e.id::text, e.person_id::text as "personId", e.kind, e.facts, e.at,
           case when ${isNamed} then (select to_jsonb(each) from (select ${personColumns}) each) end as person
         from pair_event e left join person on person.id = e.person_id where e.pair_id = $1 order by e.id`,
        [readId(pairId)],
      ),
    addMeeting: (pairId, meeting, by, today, at) => addMeeting(sql, pairId, meeting, { by, today, at }),
    meetingsOf: (pairId) => meetingsOf(sql, pairId),
    confirmMeeting: (meetingId, by, at) => confirmMeeting(sql, meetingId, by, at),
    keepersOf: (pairId) => keepersOf(sql, pairId),
    async representativesOf(pupilId) {
      const rows = await sql.query<{ id: string }>(
        'select representative_id::text as id from representation where pupil_id = $1 order by id',
        [pupilId],
      );
      return rows.map(({ id }) => id);
    },
  };
}

/** In the order of their ids, or two orders at once would wait for each other. */
async function markOrdered(
  sql: Sql,
  pairIds: readonly string[],
  { orderId, at, by }: { orderId: string | null; at: Date; by: string | null },
): Promise<void> {
  for (const pairId of [...new Set(pairIds)].toSorted((a, b) => Number(a) - Number(b))) {
    try {
      await stepPair(sql, pairId, { kind: 'order' }, { by, at, orderId });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.code, { ...error.facts, pairId });
    }
  }
}

type Changed = Parameters<PairBook['edit']>[1];

/** Which of them changed is noted, never the words themselves. */
async function edit(sql: Sql, pairId: string, changed: Changed, { by, at }: { by: string | null; at: Date }) {
  await sql.query('select from pair where id = $1 for no key update', [readId(pairId)]);
  const pair = await pairById(sql, pairId);
  if (pair === null) throw new Refusal('pair-unknown');
  if (!isLive(pair)) throw new Refusal('state-passed', { state: pair.state });
  checkTerm(changed);
  const { fromOn, toOn, goal } = changed;
  const keys = (['fromOn', 'toOn', 'goal'] as const).filter((key) => pair[key] !== changed[key]);
  if (keys.length === 0) return pair;
  await sql.query('update pair set from_on = $2, to_on = $3, goal = $4 where id = $1', [
    pair.id,
    fromOn,
    toOn,
    storable(goal),
  ]);
  const facts = { keys: keys.join(' ') };
  await notePair(sql, { pairId: pair.id, personId: by, kind: 'edited', facts, at });
  return pairOf(sql, pair.id);
}

/** What is stored may be older than the program. */
async function programmeOf(sql: Sql, pairId: string): Promise<PersonalProgramme> {
  const [row] = await sql.query<{ plan: Partial<PersonalProgramme> }>('select plan from pair where id = $1', [
    readId(pairId),
  ]);
  return { ...emptyProgramme, ...row?.plan };
}

/** Rows $1 may answer: their own, and those of whoever they represent. */
const answerable = `a.giver = 'self' and a.person_id = $1
  or a.giver = 'representative' and exists (select from representation r
    where r.pupil_id = a.person_id and r.representative_id = $1)`;

async function askedOf(sql: Sql, agreementId: string, personId: string): Promise<OpenAgreement | null> {
  const [row] = await sql.query<{ pairId: string }>(
    `select a.pair_id::text as "pairId" from pair_agreement a where a.id = $2 and (${answerable})`,
    [personId, readId(agreementId)],
  );
  const pair = row === undefined ? null : await pairById(sql, row.pairId);
  const agreement = pair?.agreements.find(({ id }) => id === agreementId);
  return pair === null || agreement === undefined ? null : { pair, agreement };
}

async function waitingFor(sql: Sql, personId: string): Promise<OpenAgreement[]> {
  const rows = await sql.query<{ id: string; pairId: string }>(
    `select a.id::text, a.pair_id::text as "pairId" from pair_agreement a join pair p on p.id = a.pair_id
     where p.state = 'proposed' and a.answer is null and (${answerable})
       and not exists (select from pair_mentee m
         where m.pair_id = p.id and m.mentee_id = a.person_id and m.left_at is not null)
     order by a.id`,
    [personId],
  );
  const ids = rows.map(({ pairId }) => pairId);
  const pairs = ids.length === 0 ? [] : await readPairs(sql, 'where p.id = any($1::bigint[])', [ids]);
  return rows.flatMap(({ id, pairId }) => {
    const pair = pairs.find((each) => each.id === pairId);
    const agreement = pair?.agreements.find((each) => each.id === id);
    return pair === undefined || agreement === undefined ? [] : [{ pair, agreement }];
  });
}

async function keepersOf(sql: Sql, pairId: string): Promise<string[]> {
  const keepers = await sql.query<{ id: string; role: string }>(
    `select distinct person.id::text, held.role from pair p
     join person on person.programme_id = p.programme_id and ${isNamed}
     join appointment held on held.person_id = person.id and held.ended_at is null
     where p.id = $1 and (held.role = 'coordinator'
       or held.role = 'curator' and held.organization_id = p.organization_id)
     order by 1`,
    [readId(pairId)],
  );
  const curators = keepers.filter(({ role }) => role === 'curator');
  return (curators.length > 0 ? curators : keepers).map(({ id }) => id);
}
