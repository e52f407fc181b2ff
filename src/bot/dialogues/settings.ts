import type { Message } from '../../domain/messages/message.ts';
import { pauseEnd, pauses, type WritingHours, writingHours } from '../../domain/people/writing-wishes.ts';
import { allSettings, askHours, askPause, whereToWrite } from '../../texts/settings.ts';
import { words } from '../../texts/talk.ts';
import type { Desk } from '../desk.ts';
import type { KnownTalk } from './talk.ts';

/** Where to be reminded; without buttons while there is nothing to choose from. */
export async function settingsMessage(desk: Desk, personId: string): Promise<Message> {
  const { accounts, preferred } = await desk.people.accountsOf(personId);
  const isLinked = (key: string) => accounts.some((account) => account.platform === key);
  const platforms = await desk.people.platforms();
  return whereToWrite(
    preferred,
    platforms.filter(({ key }) => isLinked(key)),
    platforms.filter(({ key }) => !isLinked(key)),
  );
}

export async function showSettings(talk: KnownTalk): Promise<void> {
  talk.say(await everything(talk));
}

async function everything({ desk, person, today }: KnownTalk): Promise<Message> {
  const where = await settingsMessage(desk, person.id);
  return allSettings(where, await desk.people.writingWishesOf(person.id), today);
}

/** `settings`, `remind:vk`, `when:morning`, `pause:week` …: a topic without a choice asks for one. */
export async function pressSettings(talk: KnownTalk, action: string): Promise<boolean> {
  const [, prefix = '', choice = ''] = /^(settings$|remind:|when:|pause:)([a-z]*)$/.exec(action) ?? [];
  const topic = prefix.replace(':', '');
  if (topic === '') return false;
  const wishes = () => talk.desk.people.writingWishesOf(talk.person.id);
  if (topic === 'when' && choice === '') talk.show(askHours(await wishes()));
  else if (topic === 'pause' && choice === '') talk.show(askPause(talk.today));
  else {
    if (topic !== 'settings') {
      if (!(await chosen[topic as keyof typeof chosen](talk, choice))) return false;
      talk.toast(words.done);
    }
    talk.show(await everything(talk));
  }
  return true;
}

/** `false` for a choice that there is not. */
const chosen = {
  /** Nothing is "wherever I wrote last". */
  async remind({ desk, person }: KnownTalk, platform: string): Promise<boolean> {
    const { accounts } = await desk.people.accountsOf(person.id);
    if (platform !== '' && !accounts.some((account) => account.platform === platform)) return false;
    await desk.people.preferPlatform(person.id, platform === '' ? null : platform);
    return true;
  },
  async when({ desk, person }: KnownTalk, key: string): Promise<boolean> {
    if (!Object.hasOwn(writingHours, key)) return false;
    await desk.people.wishWriting(person.id, writingHours[key as WritingHours]);
    return true;
  },
  async pause({ desk, person, today }: KnownTalk, key: string): Promise<boolean> {
    const pause = pauses.find((each) => each === key);
    if (pause === undefined && key !== 'off') return false;
    const pausedUntil = pause === undefined ? null : pauseEnd(pause, today);
    await desk.people.wishWriting(person.id, { pausedUntil });
    return true;
  },
};
