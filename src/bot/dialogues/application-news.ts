import type { Message } from '../../domain/messages/message.ts';
import type { ApplicationCard } from '../../domain/registration/application.ts';
import { newsForApplicant, newsForDecider, newsForRepresentative } from '../../texts/application-news.ts';
import type { Desk } from '../desk.ts';
import { menuFor } from './menu.ts';
import type { Talk } from './talk.ts';

/** What news need: a talk, or whatever else writes to people. */
export type Teller = { desk: Pick<Desk, 'people' | 'applications'>; tell: Talk['tell'] };

/** A step that somebody else took, told to the applicant and to whoever represents them. */
export async function tellApplicant(talk: Teller, card: ApplicationCard, reason = ''): Promise<void> {
  const menu = await menuFor(talk, card.personId);
  // What somebody wrote in their own words may name anybody.
  if (newsForApplicant(card, '', menu) !== null) {
    await talk.tell(card.personId, (mayName) => said(newsForApplicant(card, mayName ? reason : '', menu)));
  }
  if (!card.minor || newsForRepresentative(card, false) === null) return;
  for (const { id } of await talk.desk.applications.representativesOf(card.personId)) {
    await talk.tell(id, (mayName) => said(newsForRepresentative(card, mayName)));
  }
}

/** What the applicant did alone. */
export async function tellDecidersOf(talk: Talk, card: ApplicationCard): Promise<void> {
  if (newsForDecider(card, false) === null) return;
  await tellDeciders(talk, card, (mayName) => said(newsForDecider(card, mayName)));
}

/**
 * Whoever decides on this application, or the coordinators where none of those can be reached. `nobody` where there is no
 * way to any of them.
 */
export async function tellDeciders(
  talk: Talk,
  card: ApplicationCard,
  message: (mayName: boolean) => Message,
): Promise<'curator' | 'coordinator' | 'nobody'> {
  const coordinators = (await talk.desk.people.coordinatorsOf(card.person.programmeId)).map(({ id }) => id);
  const deciders = await talk.desk.applications.decidersOf(card.id);
  const reached = await tellAll(talk, without(deciders, card.personId), message);
  if (reached.length > 0) return reached.some((id) => !coordinators.includes(id)) ? 'curator' : 'coordinator';
  const rest = coordinators.filter((id) => !deciders.includes(id));
  const others = await tellAll(talk, without(rest, card.personId), message);
  return others.length > 0 ? 'coordinator' : 'nobody';
}

async function tellAll(
  talk: Talk,
  ids: readonly string[],
  message: (mayName: boolean) => Message,
): Promise<string[]> {
  const reached: string[] = [];
  for (const id of ids) if (await talk.tell(id, message)) reached.push(id);
  return reached;
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((each) => each !== id);
}

/** The caller has made sure that there is something to say in this state. */
function said(message: Message | null): Message {
  if (message === null) throw new Error('nothing to say of this state');
  return message;
}
