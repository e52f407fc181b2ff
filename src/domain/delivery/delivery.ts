import type { Outgoing } from '../messages/message.ts';
import type { Platform } from '../people/channel.ts';

/** Interactive answers leave before bulk ones. */
export type Priority = 'interactive' | 'bulk';

/** What somebody asks the outbox to send. */
export type DeliveryOrder = {
  platform: Platform;
  chatId: string;
  accountId: string;
  /** Set where the person is known: then another channel of theirs may take over when this one is closed. */
  personId: string | null;
  outgoing: Outgoing;
  priority: Priority;
  /**
   * How long it has a sense at all (a button's answer: seconds). Counted by the database's clock from the moment
   * the row is written: the programme's clock may be moved, the patience of a platform is not.
   */
  expiresInMs?: number;
  /**
   * How long it waits before it may leave, by the database's clock. Whoever moves the programme's clock brings what
   * waits forward by as much.
   */
  delayMs?: number;
};

/** A claimed row, ready to be sent. */
export type Delivery = DeliveryOrder & {
  id: string;
  /** Positive int32 made from the row, the same at each try: VK drops the repeated message by it. */
  randomId: number;
  attempts: number;
};

export type DeliveryState = 'planned' | 'claimed' | 'sent' | 'failed' | 'uncertain' | 'expired';

/** How one try ended, said by a platform's adapter. */
export type DeliveryOutcome =
  | { kind: 'sent'; messageId: string | null }
  /** Our fault or the content's: trying again changes nothing. */
  | { kind: 'failed'; code: string }
  /** What an edit should change can't be changed any more (too old, deleted): it has to be said anew. */
  | { kind: 'uneditable'; code: string }
  /** The person can't be written to here (blocked, deleted, never allowed): the channel closes. */
  | { kind: 'closed'; code: string }
  /** It certainly did not happen; again not before `afterMs`. `whole`: the whole bot must wait, not this row alone. */
  | { kind: 'later'; code: string; afterMs: number; whole: boolean }
  /** The request left and no answer came. */
  | { kind: 'unknown'; code: string };

/** One platform's way of sending. Never throws for what the platform says; throwing means a bug. */
export type Courier = {
  platform: Platform;
  /** How many requests a second the platform takes from this bot, and how many deliveries fit into one request. */
  requestsPerSecond: number;
  deliveriesPerRequest: number;
  /** Whether the platform itself drops a repeated message, so that an unknown outcome may be tried again. */
  dropsRepeats: boolean;
  /**
   * Time between two messages to one chat, where the platform asks for it. Bulk always keeps it, answers only after
   * a few in a row.
   */
  chatRestMs?: number;
  send(deliveries: readonly Delivery[]): Promise<Map<string, DeliveryOutcome>>;
};
