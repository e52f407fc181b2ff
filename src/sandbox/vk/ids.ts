import { type Chat, type ChatMessage, type Chats, messageOf } from '../chats.ts';

/** A message by its number over all chats, and by its number inside its chat. */
export type NumberedMessage = { id: number; accountId: number; messageId: number };

/** The next run still knows so many messages by this number. */
const keptIds = 10_000;

export type MessageIds = ReturnType<typeof createMessageIds>;

/** VK numbers a message twice: inside its chat, and over all chats of the community. This is the second number. */
export function createMessageIds(chats: Chats, firstId: number, before: readonly NumberedMessage[]) {
  const byId = new Map(before.map((one) => [one.id, one]));
  const byMessage = new Map(before.map((one) => [keyOf(one.accountId, one.messageId), one.id]));
  let lastId = firstId;

  return {
    idOf(chat: Chat, message: ChatMessage): number {
      const key = keyOf(chat.accountId, message.id);
      const known = byMessage.get(key);
      if (known !== undefined) return known;
      lastId += 1;
      byId.set(lastId, { id: lastId, accountId: chat.accountId, messageId: message.id });
      byMessage.set(key, lastId);
      return lastId;
    },
    find(id: number): { chat: Chat; message: ChatMessage } | undefined {
      const named = byId.get(id);
      const chat = named && chats.find('vk', named.accountId);
      const message = chat && messageOf(chat, named.messageId);
      return message && { chat, message };
    },
    lastId: () => lastId,
    save: (): NumberedMessage[] => [...byId.values()].slice(-keptIds),
  };
}

function keyOf(accountId: number, messageId: number): string {
  return `${accountId}:${messageId}`;
}
