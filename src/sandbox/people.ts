import type { Chat, Chats, Platform } from './chats.ts';
import { createPhone, type Gestures, type Phone } from './phone.ts';

/** `open`: which platforms' bots the person has already written to; all of them by `true`. */
export type NewPerson = { key: string; name: string; phone?: string; open?: boolean | readonly Platform[] };

export type Person = { key: string; name: string; phone: string; telegram: Phone; vk: Phone };

const firstTelegramId = 5_100_000_001;
const firstVkId = 810_000_001;

/** People with one account on each platform; ids follow the order of arrival. */
export function createPeople(chats: Chats, gesturesOf: Record<Platform, (chat: Chat) => Gestures>) {
  const people = new Map<string, Person>();

  return {
    add({ key, name, phone, open = false }: NewPerson): Person {
      if (people.has(key)) throw new Error(`the sandbox already knows ${key}`);
      const count = people.size;
      const number = phone ?? `+7900${String(count + 1).padStart(7, '0')}`;
      const phoneOn = (platform: Platform, accountId: number): Phone => {
        const isOpen = typeof open === 'boolean' ? open : open.includes(platform);
        const chat = chats.open({
          platform,
          personKey: key,
          personName: name,
          accountId,
          phone: number,
          standing: isOpen ? 'open' : 'stranger',
        });
        return createPhone(chat, chats, gesturesOf[platform](chat));
      };
      const person: Person = {
        key,
        name,
        phone: number,
        telegram: phoneOn('telegram', firstTelegramId + count),
        vk: phoneOn('vk', firstVkId + count),
      };
      people.set(key, person);
      return person;
    },
    get(key: string): Person {
      const person = people.get(key);
      if (!person) throw new Error(`the sandbox knows no ${key}`);
      return person;
    },
    has: (key: string): boolean => people.has(key),
    all: (): Person[] => [...people.values()],
  };
}
