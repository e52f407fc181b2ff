import { checkProposal, type Proposal } from '../../domain/pairs/check-proposal.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { notePair } from './pair-events.ts';
import { lockParticipants, participant, proposedMentor } from './pair-participants.ts';
import { storable } from './storable-json.ts';

/** See `PairBook.propose`. */
export async function proposePair(
  sql: Sql,
  proposal: Proposal,
  to: { programmeId: string; organizationId: string; by: string | null },
  at: Date,
): Promise<string> {
  const { mentorId, menteeIds } = proposal;
  await checkOrganization(sql, to);
  await lockParticipants(sql, to.programmeId, [mentorId, ...menteeIds]);
  const mentor = await proposedMentor(sql, mentorId, at);
  const mentees = [];
  for (const id of menteeIds) mentees.push(await participant(sql, id, 'mentee', at));
  checkProposal(proposal, mentor, mentees);
  const pairId = await insertPair(sql, proposal, to, at);
  await sql.query(
    `insert into pair_mentee (pair_id, mentor_id, mentee_id)
     select $1, $2, id from unnest($3::bigint[]) with ordinality as m (id, place) order by place`,
    [pairId, mentorId, menteeIds],
  );
  const asked = [mentor, ...mentees].flatMap(({ personId, minor }) => [
    { personId, giver: 'self' },
    ...(minor ? [{ personId, giver: 'representative' }] : []),
  ]);
  await sql.query(
    `insert into pair_agreement (pair_id, person_id, giver, asked_at)
     select $1, person_id, giver, $4 from unnest($2::bigint[], $3::text[]) with ordinality as a (person_id, giver, place)
     order by place`,
    [pairId, asked.map(({ personId }) => personId), asked.map(({ giver }) => giver), at],
  );
  await notePair(sql, { pairId, personId: to.by, kind: 'proposed', at });
  return pairId;
}

async function checkOrganization(
  sql: Sql,
  to: { programmeId: string; organizationId: string },
): Promise<void> {
  const found = await sql.query('select from organization where id = $1 and programme_id = $2', [
    readId(to.organizationId),
    to.programmeId,
  ]);
  if (found.length === 0) throw new Refusal('organization-unknown');
}

async function insertPair(
  sql: Sql,
  { mentorId, form, fromOn, toOn, goal }: Proposal,
  { programmeId, organizationId, by }: { programmeId: string; organizationId: string; by: string | null },
  at: Date,
): Promise<string> {
  const [pair] = await sql.query<{ id: string }>(
    `insert into pair (programme_id, organization_id, mentor_id, form, from_on, to_on, goal, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id::text`,
    [programmeId, organizationId, mentorId, form, fromOn, toOn, storable(goal), by, at],
  );
  if (pair === undefined) throw new Error('an insert returned no row');
  return pair.id;
}
