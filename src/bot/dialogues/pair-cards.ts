import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import type { PairCard } from '../../domain/pairs/pair.ts';
import type { Person } from '../../domain/people/person.ts';
import { takingPart } from '../../domain/registration/application.ts';
import { personCard } from '../../texts/pair-person.ts';
import { otherSide, pairCard } from '../../texts/pair-talk.ts';
import { wordsFor } from './application-cards.ts';
import type { KnownTalk } from './talk.ts';

/** One that this person is in, be it over; `null` for any other. */
export async function ownPair({ desk, person }: KnownTalk, pairId: string): Promise<PairCard | null> {
  const pair = await desk.pairs.byId(pairId);
  if (pair === null) return null;
  const isIn = [pair.mentor, ...pair.mentees.filter(({ leftAt }) => leftAt === null)].some(
    ({ id }) => id === person.id,
  );
  return isIn ? pair : null;
}

export function ownPairCard(talk: KnownTalk, pair: PairCard): Message {
  return named(talk.mayNameOthers, (mayName) => pairCard(pair, talk.person.id, talk.today, mayName));
}

/** A card of everybody on the other side, with what they said of themselves as mentor or mentee; never how to reach them. */
export async function sayPeople(talk: KnownTalk, pair: PairCard, subjectId: string): Promise<void> {
  const role = pair.mentor.id === subjectId ? 'mentee' : 'mentor';
  for (const other of otherSide(pair, subjectId)) await sayPerson(talk, other, role);
}

async function sayPerson(talk: KnownTalk, other: Person, role: 'mentor' | 'mentee'): Promise<void> {
  const cards = await talk.desk.applications.ofPerson(other.id);
  const card = cards.find((each) => each.role === role && takingPart.includes(each.state)) ?? null;
  const words = card === null ? null : await wordsFor(talk, card);
  talk.say(named(talk.mayNameOthers, (mayName) => personCard(other, role, card, words, mayName)));
}
