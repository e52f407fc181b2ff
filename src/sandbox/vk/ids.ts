import type { Chat, ChatMessage } from '../chats.ts';

export type MessageIds = ReturnType<typeof createMessageIds>;

/** VK numbers a message twice: inside its chat, and over all chats of the community. This is the second number. */
export function createMessageIds(firstId: number) {
  const byId = new Map<number, { chat: Chat; message: ChatMessage }>();
  const ids = new WeakMap<ChatMessage, number>();
  return {
    idOf(chat: Chat, message: ChatMessage): number {
      const known = ids.get(message);
      if (known !== undefined) return known;
      const id = firstId + byId.size + 1;
      byId.set(id, { chat, message });
      ids.set(message, id);
      return id;
    },
    find: (id: number) => byId.get(id),
  };
}
