import { z } from 'zod';
import type { Attachment, Chat, ChatMessage, Press } from './chats.ts';
import type { StoredFile } from './files.ts';
import type { Update } from './telegram/updates.ts';
import type { VkEvent } from './vk/events.ts';
import type { Numbered } from './vk/history.ts';
import type { NumberedMessage } from './vk/ids.ts';
import type { Sent } from './vk/sent-once.ts';
import type { SavedWalls } from './vk/walls.ts';

/** Grows with every change of the form; what another version has written is not read. */
const version = 1;

/** What one run of the sandbox leaves to the next. The bytes of files lie beside it. */
export type Saved = {
  version: typeof version;
  /** No id that was given so far is above this. */
  lastId: number;
  files: SavedFile[];
  chats: SavedChat[];
  telegram: SavedTelegram;
  vk: SavedVk;
};

export type SavedFile = Omit<StoredFile, 'bytes'>;

export type SavedChat = Pick<Chat, 'id' | 'accountId' | 'standing' | 'seenId' | 'menu'> & {
  messages: SavedMessage[];
  /** Those that wait for an answer, with the time they have waited. */
  presses: (Pick<Press, 'id' | 'messageId' | 'data'> & { ageMs: number })[];
};

export type SavedMessage = Omit<ChatMessage, 'attachments'> & { attachments: SavedAttachment[] };

export type SavedAttachment =
  | Exclude<Attachment, { file: StoredFile }>
  | { kind: 'document' | 'photo' | 'voice'; file: SavedFile };

export type SavedTelegram = { pending: Update[]; allowed: string[] };

export type SavedVk = {
  enabled: Record<string, number>;
  /** Events up to `fetchedTs` have been fetched, those after it are kept. */
  fetchedTs: number;
  events: Numbered<VkEvent>[];
  ids: NumberedMessage[];
  sent: [key: string, sent: Sent][];
  /** Absent in what was kept before walls were. */
  walls?: SavedWalls;
};

const whole = z.number().int();
const file = z.object({
  number: whole,
  key: z.string().regex(/^[0-9a-f]+$/),
  name: z.string(),
  mime: z.string(),
});
const keyboard = z.object({
  rows: z.array(z.array(z.object({ label: z.string(), action: z.string() }))),
});
const message = z.object({
  id: whole,
  from: z.enum(['person', 'bot']),
  at: z.number(),
  text: z.string(),
  marks: z.array(z.object({ type: z.string(), offset: whole, length: whole })),
  attachments: z.array(z.object({ kind: z.string(), file: file.optional() })),
  keyboard: keyboard.optional(),
});
const chat = z.object({
  id: z.string(),
  accountId: whole,
  standing: z.enum(['stranger', 'open', 'blocked', 'gone']),
  seenId: whole,
  menu: keyboard.optional(),
  messages: z.array(message),
  presses: z.array(z.object({ id: z.string(), messageId: whole, data: z.string(), ageMs: z.number() })),
});
const walls = z.object({
  posts: z.array(
    z.object({
      ownerId: whole,
      postId: whole,
      fromId: whole,
      text: z.string(),
      at: z.number(),
      attachments: z.array(z.object({ kind: z.string() })),
      likes: whole,
      reposts: whole,
      comments: whole,
    }),
  ),
  closed: z.array(whole),
  groups: z.array(z.object({ id: whole, name: z.string() })),
});
const saved = z.object({
  version: z.literal(version),
  lastId: whole,
  files: z.array(file),
  chats: z.array(chat),
  telegram: z.object({ pending: z.array(z.object({ update_id: whole })), allowed: z.array(z.string()) }),
  vk: z.object({
    enabled: z.record(z.string(), z.number()),
    fetchedTs: whole,
    events: z.array(z.object({ ts: whole, event: z.object({ type: z.string(), event_id: z.string() }) })),
    ids: z.array(z.object({ id: whole, accountId: whole, messageId: whole })),
    sent: z.array(z.tuple([z.string(), z.object({ message_id: whole, conversation_message_id: whole })])),
    walls: walls.optional(),
  }),
});

export function writeSaved(parts: Omit<Saved, 'version'>): string {
  return JSON.stringify({ version, ...parts });
}

/** Throws for whatever this version has not written. */
export function readSaved(text: string): Saved {
  const value: unknown = JSON.parse(text);
  // Only checked, not taken from: texts of keyboards are compared letter by letter, and zod would order their fields anew.
  saved.parse(value);
  return value as Saved;
}
