/** What `messages.send` answered. */
export type Sent = { message_id: number; conversation_message_id: number };

/** As many as a bot sends in the time in which it may still repeat one. */
const keptSent = 5000;

export type SentOnce = ReturnType<typeof createSentOnce>;

/** Remembers what was sent by each `random_id`: the same one to the same peer gives the first message again. */
export function createSentOnce(before: Iterable<[key: string, sent: Sent]>) {
  const sent = new Map(before);
  const keyOf = (peerId: number, randomId: number) => `${peerId}:${randomId}`;
  return {
    find: (peerId: number, randomId: number) => sent.get(keyOf(peerId, randomId)),
    remember(peerId: number, randomId: number, answer: Sent): void {
      if (randomId !== 0) sent.set(keyOf(peerId, randomId), answer);
    },
    save: () => [...sent].slice(-keptSent),
  };
}
