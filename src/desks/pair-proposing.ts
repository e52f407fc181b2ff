import { organizationsWithin } from '../database/repositories/pair-people.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Proposal } from '../domain/pairs/check-proposal.ts';
import type { PairCard } from '../domain/pairs/pair.ts';
import { isLive } from '../domain/pairs/take-step.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from './desk-work.ts';

/** Everybody is to be within reach; `organizationId`: one of the first mentee’s, `null` for the first of these. */
export async function propose(
  work: Work,
  proposal: Proposal,
  organizationId: string | null,
): Promise<{ id: string }> {
  const { sql, reach, staff, at, books } = work;
  const whose = await ownersOf(work, proposal);
  const owner = organizationId ?? whose[0];
  if (owner === undefined || !whose.includes(owner)) throw new Refusal('organization-unknown');
  if ((await organizationsWithin(sql, reach, proposal.mentorId, 'mentor')).length === 0) {
    throw new Refusal('mentor-unknown');
  }
  const to = { programmeId: reach.programmeId, organizationId: owner, by: staff.personId };
  const id = await books.pairs.propose(proposal, to, at);
  const { mentorId, menteeIds, form, fromOn, toOn } = proposal;
  work.due();
  await work.note({
    action: 'pair.proposed',
    subject: { kind: 'pair', id },
    organizationId: owner,
    after: { mentorId, menteeIds, form, fromOn, toOn },
  });
  return { id };
}

/** The organizations of the first mentee. */
async function ownersOf({ sql, reach }: Work, { menteeIds }: Proposal): Promise<string[]> {
  let owners: string[] | null = null;
  for (const id of menteeIds) {
    const within = await organizationsWithin(sql, reach, id, 'mentee');
    if (within.length === 0) throw new Refusal('mentee-unknown');
    owners ??= within;
  }
  return owners ?? [];
}

export async function replace(
  work: Work,
  pair: PairCard,
  { mentorId, fromOn }: { mentorId: string; fromOn: Day },
): Promise<{ id: string }> {
  const { books, staff, at } = work;
  if (!isLive(pair)) throw new Refusal('state-passed', { state: pair.state });
  if (mentorId === pair.mentor.id) throw new Refusal('same-mentor');
  const isFixed = pair.state === 'ordered' || pair.state === 'active';
  if (isFixed) await books.pairs.end(pair.id, staff.personId, { reason: 'replaced', note: '' }, at);
  else await books.pairs.withdraw(pair.id, staff.personId, '', at);
  work.due();
  await work.note({
    action: 'pair.replaced',
    subject: { kind: 'pair', id: pair.id },
    organizationId: pair.organizationId,
    before: { mentorId: pair.mentor.id, state: pair.state },
    after: { mentorId },
  });
  const { form, toOn, goal } = pair;
  const menteeIds = pair.mentees.filter(({ leftAt }) => leftAt === null).map(({ id }) => id);
  return propose(work, { mentorId, menteeIds, form, fromOn, toOn, goal }, pair.organizationId);
}
