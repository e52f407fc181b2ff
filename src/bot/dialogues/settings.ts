import type { Message } from '../../domain/messages/message.ts';
import type { Platform } from '../../domain/people/channel.ts';
import { pauseEnd, pauses, type WritingHours, writingHours } from '../../domain/people/writing-wishes.ts';
import { allSettings, askHours, askPause, erasing, whereToWrite } from '../../texts/settings.ts';
import { words } from '../../texts/talk.ts';
import type { Desk } from '../desk.ts';
import { openErase } from './privacy.ts';
import type { KnownTalk } from './talk.ts';

type Channels = {
  preferred: Platform | null;
  linked: { key: Platform; name: string }[];
  others: { key: Platform; name: string }[];
};

async function channelsOf(desk: Desk, personId: string): Promise<Channels> {
  const { accounts, preferred } = await desk.people.accountsOf(personId);
  const isLinked = (key: string) => accounts.some((account) => account.platform === key);
  const platforms = await desk.people.platforms();
  return {
    preferred,
    linked: platforms.filter(({ key }) => isLinked(key)),
    others: platforms.filter(({ key }) => !isLinked(key)),
  };
}

/** Where to be reminded; `null` while there is nothing to choose from. */
export async function channelChoice(desk: Desk, personId: string): Promise<Message | null> {
  const { preferred, linked, others } = await channelsOf(desk, personId);
  return linked.length < 2 ? null : whereToWrite(preferred, linked, others);
}

export async function showSettings(talk: KnownTalk): Promise<void> {
  talk.say(await everything(talk));
}

async function everything(talk: KnownTalk): Promise<Message> {
  const { desk, person, today } = talk;
  const { preferred, linked, others } = await channelsOf(desk, person.id);
  const where = whereToWrite(preferred, linked, others);
  const wishes = await desk.people.writingWishesOf(person.id);
  return allSettings(where, wishes, today, (await openErase(talk)) !== null);
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
      const said = await chosen[topic as keyof typeof chosen](talk, choice);
      if (said === null) return false;
      talk.toast(said);
    }
    talk.show(await everything(talk));
  }
  return true;
}

/** What is said to the choice; `null` for one that there is not. */
const chosen = {
  /** Nothing is "wherever I wrote last". */
  async remind({ desk, person }: KnownTalk, platform: string): Promise<string | null> {
    const { accounts } = await desk.people.accountsOf(person.id);
    if (platform !== '' && !accounts.some((account) => account.platform === platform)) return null;
    await desk.people.preferPlatform(person.id, platform === '' ? null : platform);
    return words.done;
  },
  async when({ desk, person }: KnownTalk, key: string): Promise<string | null> {
    if (!Object.hasOwn(writingHours, key)) return null;
    await desk.people.wishWriting(person.id, writingHours[key as WritingHours]);
    return words.done;
  },
  /** Whose data is about to be erased is written to no more; only to take that back ends this silence. */
  async pause(talk: KnownTalk, key: string): Promise<string | null> {
    const { desk, person, today } = talk;
    const pause = pauses.find((each) => each === key);
    if (pause === undefined && key !== 'off') return null;
    if ((await openErase(talk)) !== null) return erasing;
    const pausedUntil = pause === undefined ? null : pauseEnd(pause, today);
    await desk.people.wishWriting(person.id, { pausedUntil });
    return words.done;
  },
};
