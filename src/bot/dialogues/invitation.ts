import type { Message } from '../../domain/messages/message.ts';
import { readCode, readLink } from '../../domain/people/invitation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { menuOf } from '../../texts/menu.ts';
import { ownLink } from '../../texts/registration.ts';
import { alreadyLinked, chooseChannel, invitationRefused, linked } from '../../texts/talk.ts';
import { become } from '../forms/registration-start.ts';
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
  try {
    await talk.desk.people.acceptInvitation(talk.visitor.account, secret, talk.at);
  } catch (error) {
    const message = error instanceof Refusal ? refusedMessage(error.code) : null;
    if (message === null) throw error;
    talk.say(message);
    return;
  }
  if (before === null) talk.turn(null);
  const known = await become(talk);
  if (await startRepresentative(known)) return;
  if (before === null) await welcome(known);
  else talk.say(alreadyLinked(before, menuOf(talk.visitor.appointments)));
}

function refusedMessage(code: string): Message | null {
  return code === 'own-link' ? ownLink() : invitationRefused(code);
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
