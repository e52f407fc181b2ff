import type { Contest } from '../../domain/contests/contest.ts';
import type { Entrant } from '../../domain/contests/entering.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { Refusal } from '../../domain/refusal.ts';
import { contestRefused } from '../../texts/contests/refused.ts';
import type { Moment } from '../../texts/contests/when.ts';
import { buttons } from '../../texts/talk.ts';
import type { KnownTalk } from './talk.ts';

/** Who writes, as the rules of contests see them. */
export function entrantOf({ person, visitor }: KnownTalk): Entrant {
  return { personId: person.id, programmeId: person.programmeId, appointments: visitor.appointments };
}

export function momentOf({ at, visitor }: Pick<KnownTalk, 'at' | 'visitor'>): Moment {
  return { at, timeZone: visitor.programme?.timeZone ?? 'UTC' };
}

/** Without it nobody can tell whose page a post is on. */
export async function hasVkPage({ desk, person }: KnownTalk): Promise<boolean> {
  const { accounts } = await desk.people.accountsOf(person.id);
  return accounts.some(({ platform }) => platform === 'vk');
}

/** The contests whose entries somebody has, by id. */
export async function contestsOf(
  { desk, person }: KnownTalk,
  ids: readonly string[],
): Promise<Map<string, Contest>> {
  const found = new Map<string, Contest>();
  for (const id of new Set(ids)) {
    const contest = await desk.contests.find(person.programmeId, id);
    if (contest !== null) found.set(id, contest);
  }
  return found;
}

/** A work and what it takes part in. */
export type Own = { entry: Entry; contest: Contest };

/** One's own works and those whose team one is in, the newest first; registrations for events are none. */
export async function ownEntries(talk: KnownTalk): Promise<Own[]> {
  const entries = (await talk.desk.entries.ofPerson(talk.person.id)).toReversed();
  const contests = await contestsOf(
    talk,
    entries.map(({ contestId }) => contestId),
  );
  return entries.flatMap((entry): Own[] => {
    const contest = contests.get(entry.contestId);
    return contest === undefined || contest.kind === 'event' ? [] : [{ entry, contest }];
  });
}

/**
 * Says why something may not be: an answer to a person, not a fault. `null` where it was refused, having left the open
 * dialogue unless `stays`. Everything that is refused is refused before anything is written.
 */
export async function unlessRefused<T>(
  talk: KnownTalk,
  act: () => Promise<T>,
  { stays = false } = {},
): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    const text = error instanceof Refusal ? contestRefused(error) : null;
    if (text === null) throw error;
    if (!stays) talk.turn(null);
    talk.say({ text, buttons: [[talk.state() === null ? buttons.ask : buttons.cancel]] });
    return null;
  }
}
