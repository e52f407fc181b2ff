import { readCode, readLink } from '../../domain/people/invitation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { menuOf } from '../../texts/menu.ts';
import { alreadyLinked, chooseChannel, invitationRefused, linked } from '../../texts/talk.ts';
import { settingsMessage } from './settings.ts';
import type { Talk } from './talk.ts';
import { taskListMessage } from './task-list.ts';

/** The invitation in a typed text: a code, or the link pasted as a text; `null` where there is none. */
export function invitationIn(text: string): string | null {
  return readLink(text) ?? readCode(text);
}

/** Links the account, says who the bot takes them for, and shows what waits. */
export async function acceptInvitation(talk: Talk, secret: string): Promise<void> {
  const { desk, incoming, visitor, at } = talk;
  try {
    const person = await desk.people.acceptInvitation(visitor.account, secret, at);
    if (visitor.person !== null) {
      talk.say(alreadyLinked(visitor.person, menuOf(visitor.appointments)));
      return;
    }
    talk.turn(null);
    const now = await desk.people.visitor(incoming.platform, incoming.accountId, incoming.chatId, at);
    talk.say(linked(person, now.appointments, menuOf(now.appointments)));
    const settings = await settingsMessage(desk, person.id);
    if ((settings.buttons ?? []).length > 0) {
      talk.say({ ...settings, text: `${chooseChannel()} ${settings.text}` });
    }
    const tasks = await taskListMessage(talk, person.id, now.programme);
    if (tasks !== null) talk.say(tasks);
  } catch (error) {
    const message = error instanceof Refusal ? invitationRefused(error.code) : null;
    if (message === null) throw error;
    talk.say(message);
  }
}
