import type { Files, StoredFile } from './files.ts';
import type { SavedChat } from './saved.ts';
import { restoredChat, savedChat } from './saved-chats.ts';
import { createSignal, type Signal } from './signal.ts';

export type Platform = 'telegram' | 'vk';

/** `data` is what comes back to the bot: Telegram's callback_data, VK's payload JSON. */
export type Button = {
  label: string;
  action: 'callback' | 'text' | 'link' | 'contact' | 'location';
  data?: string;
  url?: string;
  colour?: string;
};

export type Keyboard = { rows: Button[][]; oneTime?: boolean; placeholder?: string };

/** Offsets and lengths are UTF-16 units, as in JavaScript strings. */
export type TextMark = { type: string; offset: number; length: number; url?: string };

export type Attachment =
  | { kind: 'document' | 'photo' | 'voice'; file: StoredFile }
  | { kind: 'contact'; phone: string; name: string }
  | { kind: 'sticker'; emoji: string }
  | { kind: 'location'; latitude: number; longitude: number }
  /** A post of a VK wall, shared into the chat. */
  | { kind: 'post'; ownerId: number; postId: number };

export type ChatMessage = {
  /** The platform's id of the message inside this chat. */
  id: number;
  from: 'person' | 'bot';
  at: number;
  text: string;
  marks: TextMark[];
  attachments: Attachment[];
  /** The buttons under the message; the menu below the chat is `Chat.menu`. */
  keyboard?: Keyboard;
  edited?: boolean;
  deleted?: boolean;
};

/** One press of a callback button, from the tap to the bot's answer. */
export type Press = {
  id: string;
  messageId: number;
  data: string;
  pressedAt: number;
  answer?: { text: string; alert: boolean; url?: string };
};

/** stranger: never wrote to the bot; gone: the account is deleted. */
export type Standing = 'stranger' | 'open' | 'blocked' | 'gone';

export type Chat = {
  id: string;
  platform: Platform;
  personKey: string;
  personName: string;
  /** The person's id on the platform. */
  accountId: number;
  phone: string;
  standing: Standing;
  messages: ChatMessage[];
  lastMessageId: number;
  /** The person has looked at the messages up to this one. */
  seenId: number;
  menu?: Keyboard;
  presses: Map<string, Press>;
  changes: Signal<ChatMessage | undefined>;
};

export type NewMessage = Pick<ChatMessage, 'from' | 'text'> &
  Partial<Pick<ChatMessage, 'marks' | 'attachments' | 'keyboard'>>;

export type Chats = ReturnType<typeof createChats>;

/**
 * Every chat of the bot with a person, on both platforms; `changes` tells which one moved. What an earlier run left of a chat
 * (`before`) comes back when the same person's chat is opened.
 */
export function createChats(
  world: { now: () => Date; elapsed: () => number; firstId: number; files: Files },
  before: readonly SavedChat[] = [],
) {
  const { now, elapsed, firstId, files } = world;
  const byAccount = new Map<string, Chat>();
  const unopened = new Map(before.map((saved) => [saved.id, saved]));
  const changes = createSignal<{ chat: Chat; message?: ChatMessage }>();

  function changed(chat: Chat, message?: ChatMessage): void {
    chat.changes.emit(message);
    changes.emit(message ? { chat, message } : { chat });
  }

  return {
    changes,
    changed,
    all: () => [...byAccount.values()],
    find: (platform: Platform, accountId: number) => byAccount.get(`${platform}:${accountId}`),
    open(
      fresh: Pick<Chat, 'platform' | 'personKey' | 'personName' | 'accountId' | 'phone' | 'standing'>,
    ): Chat {
      const id = `${fresh.platform}:${fresh.personKey}`;
      const saved = unopened.get(id);
      unopened.delete(id);
      const chat: Chat = {
        ...fresh,
        id,
        messages: [],
        lastMessageId: firstId,
        seenId: 0,
        presses: new Map(),
        changes: createSignal(),
        // The bot knows people by their accounts: another account is somebody else, whatever the key.
        ...(saved?.accountId === fresh.accountId && restoredChat(saved, files, elapsed())),
      };
      byAccount.set(`${chat.platform}:${chat.accountId}`, chat);
      changed(chat);
      return chat;
    },
    add(chat: Chat, fresh: NewMessage): ChatMessage {
      chat.lastMessageId += 1;
      const message: ChatMessage = {
        id: chat.lastMessageId,
        at: now().getTime(),
        marks: [],
        attachments: [],
        ...fresh,
      };
      chat.messages.push(message);
      changed(chat, message);
      return message;
    },
    /** The person looks at the chat. */
    markSeen(chat: Chat): void {
      chat.seenId = chat.lastMessageId;
      changed(chat);
    },
    lastId: () => Math.max(firstId, ...[...byAccount.values()].map((chat) => chat.lastMessageId)),
    save: (): SavedChat[] => [
      ...[...byAccount.values()].map((chat) => savedChat(chat, elapsed())),
      ...unopened.values(),
    ],
    setStanding(chat: Chat, standing: Standing): void {
      chat.standing = standing;
      changed(chat);
    },
  };
}

export function messageOf(chat: Chat, id: number): ChatMessage | undefined {
  const message = chat.messages.find((one) => one.id === id);
  return message?.deleted ? undefined : message;
}

export function setMenu(chat: Chat, menu: Keyboard | undefined): void {
  if (menu) chat.menu = menu;
  else delete chat.menu;
}

export function setKeyboard(message: ChatMessage, keyboard: Keyboard | undefined): void {
  if (keyboard) message.keyboard = keyboard;
  else delete message.keyboard;
}
