import type { Message } from '../../domain/messages/message.ts';
import { settings, words } from '../../texts/talk.ts';
import type { Desk } from '../desk.ts';
import type { KnownTalk } from './talk.ts';

/** Where to be reminded; without buttons while there is nothing to choose from. */
export async function settingsMessage(desk: Desk, personId: string): Promise<Message> {
  const { accounts, preferred } = await desk.people.accountsOf(personId);
  const isLinked = (key: string) => accounts.some((account) => account.platform === key);
  const platforms = await desk.people.platforms();
  return settings(
    preferred,
    platforms.filter(({ key }) => isLinked(key)),
    platforms.filter(({ key }) => !isLinked(key)),
  );
}

export async function showSettings(talk: KnownTalk): Promise<void> {
  talk.say(await settingsMessage(talk.desk, talk.person.id));
}

/** `remind:vk`, or `remind:` for "wherever I wrote last". */
export async function pressSettings(talk: KnownTalk, action: string): Promise<boolean> {
  const platform = /^remind:([a-z]*)$/.exec(action)?.[1];
  if (platform === undefined) return false;
  const { accounts } = await talk.desk.people.accountsOf(talk.person.id);
  if (platform !== '' && !accounts.some((account) => account.platform === platform)) return false;
  await talk.desk.people.preferPlatform(talk.person.id, platform === '' ? null : platform);
  talk.toast(words.done);
  talk.show(await settingsMessage(talk.desk, talk.person.id));
  return true;
}
