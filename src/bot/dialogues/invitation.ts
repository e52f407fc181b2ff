import { atNextStep } from '../../domain/forms/flow.ts';
import type { Message } from '../../domain/messages/message.ts';
import { readCode, readLink } from '../../domain/people/invitation.ts';
import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type ApplicationCard, registrationForms } from '../../domain/registration/application.ts';
import { registrationFormOf } from '../../domain/registration/forms.ts';
import { menuOf } from '../../texts/menu.ts';
import { ownLink } from '../../texts/registration.ts';
import {
  alreadyLinked,
  chooseChannel,
  invitationRefused,
  linked,
  linkedElsewhere,
} from '../../texts/talk.ts';
import { become, knownAnswers } from '../forms/registration-start.ts';
import { keepRun } from '../forms/run-storage.ts';
import { lookAgain } from './contest-proving.ts';
import { startRepresentative } from './representative.ts';
import { channelChoice } from './settings.ts';
import type { KnownTalk, Talk } from './talk.ts';
import { taskListMessage } from './task-list.ts';

/** The invitation in a typed text: a code, or the link pasted as a text; `null` where there is none. */
export function invitationIn(text: string): string | null {
  return readLink(text) ?? readCode(text);
}

/** Links the account, says who the bot takes them for, and shows what waits. */
export async function acceptInvitation(talk: Talk, secret: string): Promise<void> {
  const before = talk.visitor.person;
  let invited: Person;
  try {
    invited = await talk.desk.people.acceptInvitation(talk.visitor.account, secret, talk.at);
  } catch (error) {
    const message = error instanceof Refusal ? await refusedMessage(talk, error.code) : null;
    if (message === null) throw error;
    talk.say(message);
    return;
  }
  const isKnownAnew = before?.id !== invited.id;
  if (isKnownAnew) talk.turn(null);
  const known = await become(talk);
  if (isKnownAnew) await tellOthers(known);
  if (before !== null && isKnownAnew) await fitRun(known);
  if (isKnownAnew) await lookAgain(known);
  if (await startRepresentative(known)) return;
  if (isKnownAnew) await welcome(known);
  else talk.say(alreadyLinked(invited, menuOf(talk.visitor.appointments)));
}

/** A chat is a key to all that somebody may: whoever has one hears of the next, should it not be theirs. */
async function tellOthers({ desk, person, visitor, write }: KnownTalk): Promise<void> {
  const { accounts } = await desk.people.accountsOf(person.id);
  for (const account of accounts) {
    if (account.id !== visitor.account.id && account.closedAt === null) write(account, linkedElsewhere());
  }
}

async function refusedMessage({ visitor, desk }: Talk, code: string): Promise<Message | null> {
  if (code === 'own-link') return ownLink();
  const cards = visitor.person === null ? [] : await desk.applications.ofPerson(visitor.person.id);
  return invitationRefused(code, { hasApplied: cards.some(isSubmitted) });
}

function isSubmitted({ state }: ApplicationCard): boolean {
  return state !== 'draft' && state !== 'left' && state !== 'declined';
}

/**
 * A form that somebody began as nobody: about the invited person from now on, with what is known of them answered, unless
 * they have applied by it before.
 */
async function fitRun(talk: KnownTalk): Promise<void> {
  const run = await talk.forms.runOf(talk);
  const form = registrationForms.find((each) => each === run?.form);
  if (run === null || form === undefined) return;
  const cards = await talk.desk.applications.ofPerson(talk.person.id);
  if (cards.some((card) => card.form === form && isSubmitted(card))) return keepRun(talk, null);
  const { applicationId: _, personId: __, ...facts } = run.facts;
  const known = await knownAnswers(talk, registrationFormOf[form]);
  const joined = { ...run, facts, answers: { ...known, ...run.answers } };
  await keepRun(talk, run.step in joined.answers ? atNextStep(registrationFormOf[form], joined) : joined);
}

async function welcome(talk: KnownTalk): Promise<void> {
  const { desk, person, visitor } = talk;
  talk.say(linked(person, visitor.appointments, menuOf(visitor.appointments)));
  const choice = await channelChoice(desk, person.id);
  if (choice !== null) talk.say({ ...choice, text: `${chooseChannel()} ${choice.text}` });
  const tasks = await taskListMessage(talk, person.id, visitor.programme);
  if (tasks !== null) talk.say(tasks);
  await goOnHere(talk);
}

/** A form begun in the other messenger goes on in this one, unless it waits for somebody else. */
async function goOnHere(talk: KnownTalk): Promise<void> {
  const run = await talk.forms.runOf(talk);
  if (run !== null && run.facts.waiting === undefined) await talk.forms.resume(talk);
}
