import { type Button, type Chat, type ChatMessage, type Chats, messageOf, type Press } from './chats.ts';
import { anyPicture, type NewFile } from './files.ts';
import { until } from './signal.ts';

/** What a person does, put into one platform's updates. */
export type Gestures = {
  text(text: string, button?: Button): ChatMessage;
  edit(message: ChatMessage): void;
  document(file: NewFile): ChatMessage;
  photo(file: NewFile, caption: string): ChatMessage;
  contact(contact: { phone: string; name: string; own: boolean }): ChatMessage;
  sticker(emoji: string): ChatMessage;
  voice(file: NewFile): ChatMessage;
  location(latitude: number, longitude: number): ChatMessage;
  /** Shares a post of a wall into the chat, itself or inside a forwarded message; VK only. */
  post(post: { ownerId: number; postId: number }, text: string, forwarded: boolean): ChatMessage;
  /** Writes a post on the person's own wall; VK only. */
  publish(text: string): { ownerId: number; postId: number };
  callback(message: ChatMessage, data: string): Press;
  open(payload: string | undefined): ChatMessage;
  block(): void;
  unblock(): void;
};

/** `message` narrows the search to one message, where `data` presses a button that has gone since; `menu` to the menu. */
export type ButtonChoice = {
  label?: string | RegExp;
  data?: string;
  message?: ChatMessage | number;
  menu?: boolean;
};

export type Pressed = { isCallback: boolean; url?: string; answer(): Promise<NonNullable<Press['answer']>> };

export type TextMatch = string | RegExp | ((message: ChatMessage) => boolean);

export type Phone = ReturnType<typeof createPhone>;

type Wait = <T>(check: () => T | undefined, what: string, timeoutMs?: number) => Promise<T>;

const patienceMs = 10_000;

/** One person's phone on one platform: reads the chat and acts in it. */
export function createPhone(chat: Chat, chats: Chats, gestures: Gestures) {
  /** How far nextMessage has read: what an earlier run left is not new. */
  let read = chat.messages.length;
  const shown = () => chat.messages.map((one) => `${one.from}: ${one.text}`).join('\n');
  const wait: Wait = (check, what, timeoutMs = patienceMs) =>
    until(chat.changes, check, {
      timeoutMs,
      complaint: () => `${chat.id} waited in vain for ${what}; the chat says:\n${shown()}`,
    });

  function unread(match: TextMatch | undefined): ChatMessage | undefined {
    for (let at = read; at < chat.messages.length; at += 1) {
      const message = chat.messages[at];
      if (message?.from !== 'bot' || !matches(message, match)) continue;
      read = at + 1;
      return message;
    }
    return undefined;
  }

  return {
    chat,
    messages: (): readonly ChatMessage[] => chat.messages.filter((one) => !one.deleted),
    fromBot: (): readonly ChatMessage[] => chat.messages.filter((one) => one.from === 'bot' && !one.deleted),
    /** The next message of the bot that an earlier call has not given, waiting for it; skips what does not match. */
    nextMessage: (match?: TextMatch, timeoutMs?: number) =>
      wait(() => unread(match), `a message${match ? ` like ${String(match)}` : ''}`, timeoutMs),
    /** Waits until `check` gives something; looked at after every change of the chat. */
    until: <T>(check: (messages: readonly ChatMessage[]) => T | undefined, what = 'a change') =>
      wait(() => check(chat.messages), what),
    sendText: (text: string) => gestures.text(text),
    sendFile: (file: NewFile) => gestures.document(file),
    sendPhoto: (file: NewFile = anyPicture, caption = '') => gestures.photo(file, caption),
    sendContact: (contact: { phone: string; name: string } | 'own' = 'own') =>
      contact === 'own'
        ? gestures.contact({ phone: chat.phone, name: chat.personName, own: true })
        : gestures.contact({ ...contact, own: false }),
    sendSticker: (emoji = '👍') => gestures.sticker(emoji),
    sendVoice: (bytes: Uint8Array = new Uint8Array(64)) =>
      gestures.voice({ bytes, name: 'voice.ogg', mime: 'audio/ogg' }),
    sendLocation: (latitude = 58.14, longitude = 52.66) => gestures.location(latitude, longitude),
    /** A person writes on their own wall and shares it with the bot. */
    publish(text: string): ChatMessage {
      return gestures.post(gestures.publish(text), '', false);
    },
    sendPost: (
      post: { ownerId: number; postId: number },
      { text = '', forwarded = false }: { text?: string; forwarded?: boolean } = {},
    ) => gestures.post(post, text, forwarded),
    press: (choice: string | RegExp | ButtonChoice): Pressed => press(chat, gestures, wait, choice),
    /** Opens the bot by its deep link: `/start PAYLOAD`, or VK's `ref`. */
    open: (payload?: string) => gestures.open(payload),
    edit(message: ChatMessage, text: string): void {
      message.text = text;
      message.edited = true;
      gestures.edit(message);
      chats.changed(chat, message);
    },
    /** On the person's side only: neither platform tells the bot. */
    remove(message: ChatMessage): void {
      message.deleted = true;
      chats.changed(chat, message);
    },
    look: () => chats.markSeen(chat),
    block: () => gestures.block(),
    unblock: () => gestures.unblock(),
    /** Deletes the account; nothing reaches it any more. */
    leave: () => chats.setStanding(chat, 'gone'),
  };
}

function press(chat: Chat, gestures: Gestures, wait: Wait, choice: string | RegExp | ButtonChoice): Pressed {
  const wanted = typeof choice === 'string' || choice instanceof RegExp ? { label: choice } : choice;
  const { message, button } = findButton(chat, wanted);
  switch (button.action) {
    case 'callback': {
      if (!message) throw new Error('a callback button stands under a message');
      const pressed = gestures.callback(message, button.data ?? '');
      return {
        isCallback: true,
        answer: () => wait(() => pressed.answer, `the answer to «${button.label}»`),
      };
    }
    case 'contact':
      gestures.contact({ phone: chat.phone, name: chat.personName, own: true });
      break;
    case 'location':
      gestures.location(58.14, 52.66);
      break;
    case 'text':
      gestures.text(button.label, button);
      break;
  }
  return {
    isCallback: false,
    ...(button.url !== undefined && { url: button.url }),
    answer: () => Promise.reject(new Error(`«${button.label}» is no callback button`)),
  };
}

function matches(message: ChatMessage, match: TextMatch | undefined): boolean {
  if (match === undefined) return true;
  if (typeof match === 'function') return match(message);
  return typeof match === 'string' ? message.text.includes(match) : match.test(message.text);
}

function findButton(chat: Chat, wanted: ButtonChoice): { message?: ChatMessage; button: Button } {
  const id = typeof wanted.message === 'object' ? wanted.message.id : wanted.message;
  const given = id === undefined ? undefined : messageOf(chat, id);
  const withKeys = wanted.menu ? [] : chat.messages.filter((one) => one.keyboard && !one.deleted).reverse();
  const candidates = given ? [given] : withKeys;
  for (const message of candidates) {
    const button = message.keyboard?.rows.flat().find((one) => fits(one, wanted));
    if (button) return { message, button };
  }
  const inMenu = given ? undefined : chat.menu?.rows.flat().find((one) => fits(one, wanted));
  if (inMenu) {
    const holder = chat.messages.findLast((one) => one.from === 'bot');
    return holder ? { message: holder, button: inMenu } : { button: inMenu };
  }
  // An old screen still shows a button that the bot has since taken away.
  if (given && wanted.data !== undefined) {
    return { message: given, button: { label: '', action: 'callback', data: wanted.data } };
  }
  const labels = [...candidates.map((one) => one.keyboard), chat.menu].flatMap(
    (one) => one?.rows.flat() ?? [],
  );
  throw new Error(
    `${chat.id} has no button ${String(wanted.label ?? wanted.data)}; it has: ${labels.map((one) => one.label).join(' | ')}`,
  );
}

function fits(button: Button, wanted: ButtonChoice): boolean {
  if (wanted.data !== undefined && button.data !== wanted.data) return false;
  if (wanted.label === undefined) return wanted.data !== undefined;
  return typeof wanted.label === 'string' ? button.label === wanted.label : wanted.label.test(button.label);
}
