import type { Answers } from '../../domain/forms/form.ts';
import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ApplicationCard } from '../../domain/registration/application.ts';
import { registrationFormOf } from '../../domain/registration/forms.ts';
import { applicationCard, type CardFacts, ownCard } from '../../texts/application-card.ts';
import type { Desk } from '../desk.ts';
import type { KnownTalk } from './talk.ts';

/** An application that this person may look at: one's own, or one to decide. `null` for any other and for none. */
export async function visibleApplication(
  { desk, person }: KnownTalk,
  id: string,
): Promise<{ card: ApplicationCard; deciding: boolean } | null> {
  const seen = await desk.applications.seenBy(id, person.id);
  // Whoever represents a pupil has their consents for that.
  return seen !== null && (seen.deciding || seen.card.personId === person.id) ? seen : null;
}

export function isOwn({ person }: KnownTalk, card: ApplicationCard): boolean {
  return card.personId === person.id;
}

export async function cardMessage(talk: KnownTalk, card: ApplicationCard): Promise<Message> {
  const facts: CardFacts = {
    ...(await wordsFor(talk, card)),
    duplicateOf: isOwn(talk, card) ? null : await knownPerson(talk, card),
  };
  // Personal answers have no place in a chat that may carry none, be they one's own.
  if (isOwn(talk, card)) return ownCard(talk.mayNameOthers ? card : withoutAnswers(card), facts);
  return named(talk.mayNameOthers, (mayName) => applicationCard(card, facts, mayName));
}

/** What the answers of a card are read by. */
export async function wordsFor(
  { desk }: { desk: Pick<Desk, 'competencies'> },
  { form, answers }: ApplicationCard,
): Promise<Pick<CardFacts, 'form' | 'labels'>> {
  return { form: registrationFormOf[form], labels: await desk.competencies.labels(chosenIn(answers)) };
}

function withoutAnswers(card: ApplicationCard): ApplicationCard {
  return { ...card, answers: {}, person: { ...card.person, phone: null, birthYear: null } };
}

function chosenIn(answers: Answers): string[] {
  return Object.values(answers).flatMap((answer) =>
    typeof answer === 'object' && answer !== null && 'chosen' in answer
      ? answer.chosen.filter((value) => /^\d+$/.test(value))
      : [],
  );
}

async function knownPerson({ desk }: KnownTalk, card: ApplicationCard): Promise<Person | null> {
  const { duplicateOf, organizationId, person } = card;
  if (duplicateOf === null || organizationId === null) return null;
  const alike = await desk.applications.duplicatesOf(person, organizationId, person.id);
  return alike.find(({ id }) => id === duplicateOf) ?? null;
}
