import type { Platform } from '../people/channel.ts';

/** An update as the platform gave it. `chatKey` names the conversation whose order is kept. */
export type RawEvent = { platform: Platform; eventId: string; chatKey: string; payload: unknown };

/** A row of the inbox. `attempts` counts the failed tries so far. */
export type InboxEvent = RawEvent & { id: string; attempts: number };

export type InboxBook = {
  /**
   * Stores events in the order given; one already stored (platform, eventId) is left alone. Resolves once they
   * are committed, so only then may a platform be told that they arrived. Returns how many were new.
   */
  put(events: readonly RawEvent[]): Promise<number>;
};

/** What one call of `handleBatch` did with the events it took. */
export type BatchReport = {
  handled: number;
  /** `setAside`: it will not be tried again. */
  failed: { event: InboxEvent; error: unknown; setAside: boolean }[];
};

export type Batch<Desk> = {
  /** Only events that this process has an adapter for. */
  platforms: readonly Platform[];
  size: number;
  handle(desk: Desk, event: InboxEvent): Promise<void>;
  /** The last word about an event that is set aside; what it writes is kept although the event failed. */
  giveUp(desk: Desk, event: InboxEvent): Promise<void>;
};

/** The working side of the inbox; `Desk` is whatever is bound to the transaction of a batch. */
export type InboxWork<Desk> = {
  /**
   * Takes the oldest unhandled event of each of up to `size` chats, handles them in ONE transaction and marks them
   * handled in it. A failing event is rolled back alone and put off or set aside (`afterFailure`); until then it
   * holds up the later ones of its chat. Any number of processes may call this at once.
   */
  handleBatch(batch: Batch<Desk>): Promise<BatchReport>;
};
