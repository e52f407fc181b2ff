import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import type { EntryBook } from './contest-book.ts';
import { type Entry, liveEntryStates } from './entry.ts';
import { seatsLeft } from './seats.ts';

type Books = { entries: EntryBook };

/** One registration a person, their own or a team's. `Refusal('event-registered')`. */
export async function checkNew({ entries }: Books, contest: Contest, personId: string): Promise<void> {
  const own = await entries.ofPerson(personId, contest.id);
  if (own.some(({ state }) => liveEntryStates.includes(state))) throw new Refusal('event-registered');
}

/** Whether a team may grow by one: a seated one needs a free seat. `Refusal('event-full')`. */
export async function checkRoom(
  { entries }: Books,
  contest: Contest,
  entry: Entry,
  members: number,
): Promise<void> {
  const { seats } = contest.terms.event;
  if (seats === null) return;
  const free = seatsLeft(contest, await entries.seated(contest.id));
  // A waiting team that is larger than the room would wait for ever.
  if (entry.state === 'accepted' ? free === 0 : members + 1 > seats) throw new Refusal('event-full');
}
