import type { Platform } from '../people/channel.ts';

/** Something a person did in a chat, without a platform. */
export type Incoming = {
  platform: Platform;
  /** Unique per platform; the inbox refuses the second one. */
  eventId: string;
  accountId: string;
  chatId: string;
  at: Date;
  event: IncomingEvent;
};

export type IncomingEvent =
  /**
   * `post`: the address of a VK post that was attached or forwarded; where the person wrote no word with it, `text` is the
   * same address.
   */
  | { kind: 'text'; text: string; post?: string }
  /** A deep link or the platform's start button; `payload` is empty where there was none. */
  | { kind: 'start'; payload: string }
  /** `messageId` is that of the message whose button it was, fit for `Outgoing` `edit`. */
  | { kind: 'press'; action: string; callbackId: string; messageId: string }
  | { kind: 'files'; files: IncomingFile[]; text: string }
  | { kind: 'contact'; phone: string; own: boolean }
  /** The person let the bot write, or forbade it. */
  | { kind: 'allow' }
  | { kind: 'deny' }
  /** Something done on our own page, by whoever opened it from this chat; never comes from a platform. */
  | { kind: 'page' }
  /** Voice, sticker, location, forwarded post …: answered kindly, never understood. */
  | { kind: 'other'; what: string };

/** A file as the platform names it; the bytes are fetched later, by the platform's own adapter. */
export type IncomingFile = {
  name: string;
  mime: string;
  size: number | null;
  source: Record<string, string>;
};
