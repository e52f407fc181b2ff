const answersInARow = 4;

/**
 * Which chats have had enough for now, where a platform counts messages per chat: each message costs one rest. Bulk
 * waits for all of it; answers to what a person does wait only once several of them have piled up.
 */
export function createRest(restMs: number) {
  const restedAt = new Map<string, number>();
  return {
    begin(chatId: string, now: number): void {
      if (restMs > 0) restedAt.set(chatId, Math.max(restedAt.get(chatId) ?? now, now) + restMs);
    },
    at(now: number): { restingChats: string[]; tiredChats: string[] } {
      for (const [chatId, rested] of restedAt) if (rested <= now) restedAt.delete(chatId);
      const tired = [...restedAt].filter(([, rested]) => rested > now + (answersInARow - 1) * restMs);
      return { restingChats: [...restedAt.keys()], tiredChats: tired.map(([chatId]) => chatId) };
    },
    isAny: () => restedAt.size > 0,
  };
}
