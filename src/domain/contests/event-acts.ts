import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import { type Entrant, organizationOf } from './entering.ts';
import type { Entry } from './entry.ts';
import { type EntryBooks, type Held, lockContest, lockOwn, withdrawEntry } from './entry-acts.ts';
import { leaveTeam } from './entry-team.ts';
import { checkNew } from './event-room.ts';
import { isAhead, movingUp, seatsLeft } from './seats.ts';

/** A registration for an event is an entry; its members are those who come, and each of them needs a seat. */
export type Team = { teamName: string; newCode: string };

type Books = EntryBooks;

/**
 * Accepted where there is a seat, otherwise put on the waiting list. `Refusal('event-registered')` for whoever is in already,
 * `'event-full'` where nobody may wait, and those of `lockContest`.
 */
export async function register(
  books: Books,
  who: Entrant,
  { contestId, team, source = 'chat' }: { contestId: string; team: Team | null; source?: Entry['source'] },
  at: Date,
): Promise<Held> {
  const contest = await lockContest(books, who, contestId, 'enter', at);
  if (contest.kind !== 'event') throw new Refusal('contest-unknown');
  return seat(books, contest, who, { team, source }, at);
}

/** The same once the contest is locked and the time is right; staff may add somebody after the close. */
export async function seat(
  books: Books,
  contest: Contest,
  who: Entrant,
  { team, source }: { team: Team | null; source: Entry['source'] },
  at: Date,
): Promise<Held> {
  await checkNew(books, contest, who.personId);
  if (team !== null && !contest.terms.team.allowed) throw new Refusal('team-not-allowed');
  const { entries } = books;
  const free = seatsLeft(contest, await entries.seated(contest.id));
  if (free === 0 && !contest.terms.event.waitingList) throw new Refusal('event-full');
  const entry = await entries.add(
    {
      contestId: contest.id,
      nominationId: null,
      personId: who.personId,
      organizationId: organizationOf(contest.terms, who),
      source,
      state: free === 0 ? 'waitlisted' : 'accepted',
      teamName: team?.teamName ?? null,
    },
    at,
  );
  if (team === null) return { contest, entry };
  return { contest, entry: await entries.change(entry.id, { teamCode: team.newCode }) };
}

export type Freed = Held & {
  /** Everybody who was in it, whoever refused too. */
  left: { id: string }[];
  /** They have a seat now. */
  movedUp: Entry[];
};

/**
 * Whoever registered refuses for the whole team, a member for themselves; whoever waits and fits moves up in the same
 * transaction. `Refusal('entry-unknown' | 'entry-over' | 'event-begun')`.
 */
export async function refuseSeat(books: Books, who: Entrant, entryId: string, at: Date): Promise<Freed> {
  const seen = await books.entries.find(who.programmeId, entryId);
  if (seen === null) throw new Refusal('entry-unknown');
  if (seen.personId !== who.personId) {
    const held = await leaveTeam(books, who, entryId, at);
    return { ...held, left: [{ id: who.personId }], movedUp: await moveUp(books, held.contest, at) };
  }
  await lockOwn(books, who, entryId, 'withdraw-entry', at);
  const left = await books.entries.team(entryId);
  const held = await withdrawEntry(books, who, entryId, at);
  if (held === null) throw new Error('a registration is never a draft');
  return { ...held, left, movedUp: await moveUp(books, held.contest, at) };
}

/** With the contest locked: gives free seats to those who wait. Until the event begins; empty after that. */
export async function moveUp(
  { entries }: Pick<EntryBooks, 'entries'>,
  contest: Contest,
  at: Date,
): Promise<Entry[]> {
  if (contest.kind !== 'event' || !isAhead(contest, at)) return [];
  const waiting = await entries.waiting(contest.id);
  if (waiting.length === 0) return [];
  const free = seatsLeft(contest, await entries.seated(contest.id));
  const seated: Entry[] = [];
  for (const { entryId } of movingUp(free, waiting))
    seated.push(await entries.change(entryId, { state: 'accepted' }));
  return seated;
}
