import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import { checkPlaces, type Entrant } from './entering.ts';
import { type Entry, liveEntryStates } from './entry.ts';
import { type EntryBooks, type Held, lockContest, lockOwn, settleWork } from './entry-acts.ts';
import { checkNew, checkRoom } from './event-room.ts';

/** What deep links of teams begin with, so that they are told from invitations; the rest is 96 bits. */
export const teamPrefix = 'team-';

/** `null` for anything but a team's code. */
export function readTeamCode(payload: string): string | null {
  return /^team-([A-Za-z0-9_-]{16})$/.exec(payload)?.[1] ?? null;
}

/** Gives the team a name, and a code to whoever has none yet. `Refusal('team-not-allowed')`. */
export async function nameTeam(
  books: EntryBooks,
  who: Entrant,
  { entryId, teamName, newCode }: { entryId: string; teamName: string; newCode: string },
  at: Date,
): Promise<Held> {
  const { contest, entry } = await lockOwn(books, who, entryId, 'enter', at);
  if (!contest.terms.team.allowed) throw new Refusal('team-not-allowed');
  const named = await books.entries.change(entry.id, { teamName, teamCode: entry.teamCode ?? newCode });
  return { contest, entry: await settleTeam(books, contest, named, at) };
}

/**
 * Whoever has the link joins, be the work handed in or not. `Refusal('entry-unknown' | 'team-full' | 'team-joined')` and
 * those of `lockContest` and `checkPlaces`.
 */
export async function joinTeam(books: EntryBooks, who: Entrant, code: string, at: Date): Promise<Held> {
  const seen = await books.entries.byTeamCode(who.programmeId, code);
  if (seen === null) throw new Refusal('entry-unknown');
  const contest = await lockContest(books, who, seen.contestId, 'enter', at);
  const entry = await books.entries.lock(who.programmeId, seen.id);
  if (entry === null || ['withdrawn', 'rejected'].includes(entry.state)) throw new Refusal('entry-unknown');
  if (!contest.terms.team.allowed) throw new Refusal('team-not-allowed');
  const team = await books.entries.team(entry.id);
  if (team.some(({ id }) => id === who.personId)) throw new Refusal('team-joined');
  if (team.length >= contest.terms.team.most) {
    throw new Refusal('team-full', { most: contest.terms.team.most });
  }
  if (contest.kind === 'event') {
    await checkNew(books, contest, who.personId);
    await checkRoom(books, contest, entry, team.length);
  } else {
    checkPlaces(contest, await books.entries.ofPerson(who.personId, contest.id), {
      personId: who.personId,
      nominationId: entry.nominationId,
    });
  }
  await books.entries.join(entry.id, who.personId, at);
  return { contest, entry: await settleTeam(books, contest, entry, at) };
}

/** Members leave; whoever handed the work in withdraws it instead. `Refusal('entry-unknown')`. */
export async function leaveTeam(books: EntryBooks, who: Entrant, entryId: string, at: Date): Promise<Held> {
  const seen = await books.entries.find(who.programmeId, entryId);
  if (seen === null) throw new Refusal('entry-unknown');
  const contest = await lockContest(books, who, seen.contestId, 'withdraw-entry', at);
  const entry = await books.entries.lock(who.programmeId, entryId);
  const isMember = (await books.entries.team(entryId)).some(
    ({ id, role }) => id === who.personId && role === 'member',
  );
  if (entry === null || !isMember) throw new Refusal('entry-unknown');
  await books.entries.leave(entryId, who.personId, at);
  return { contest, entry: await settleTeam(books, contest, entry, at) };
}

/**
 * How large the team is decides whether a work may go to the jury; a post is for the check of posts. What staff have decided
 * stands until the author hands the work in anew: whoever joins or leaves neither takes it back nor sends it on.
 */
async function settleTeam(books: EntryBooks, contest: Contest, entry: Entry, at: Date): Promise<Entry> {
  const isOurs = entry.decidedAt === null && liveEntryStates.includes(entry.state);
  const isWork = contest.kind === 'work' && isOurs;
  return isWork ? settleWork(books, contest, entry, at) : entry;
}
