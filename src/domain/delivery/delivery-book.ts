import type { Platform } from '../people/channel.ts';
import type { Courier, Delivery, DeliveryOrder } from './delivery.ts';
import type { Settlement } from './settle.ts';

/** Where everybody puts what is to leave. Bound to one transaction. */
export type Outbox = {
  /** Returns the ids of the rows, in the order given. */
  put(orders: readonly DeliveryOrder[]): Promise<string[]>;
};

/** `ageMs`: since the row was written, by the database's clock. */
export type ClaimedDelivery = Delivery & { ageMs: number };

export type Claim = {
  platform: Platform;
  /** The name and holder of the lease: nothing is claimed once it is somebody else's. */
  lease: string;
  holder: string;
  size: number;
  /** Chats that get no bulk message just now. */
  restingChats: readonly string[];
  /** Chats that get nothing at all just now. */
  tiredChats: readonly string[];
};

export type UncertainDelivery = {
  id: string;
  platform: Platform;
  accountId: string;
  personId: string | null;
  error: string | null;
  claimedAt: Date;
};

/** The sender's side of the outbox. Every instant is the database's clock. */
export type DeliveryBook = {
  /**
   * Claims up to `size` due rows, at most one per chat and none of a chat that has a claimed one. Interactive ones
   * first, then by id. Within a chat a row waits for earlier ones of its priority (and bulk for interactive ones)
   * that are due or about to be tried again within a minute: an interactive answer may overtake bulk, nothing else
   * overtakes. Rows that lost their sense become `expired` on the way.
   */
  claim(claim: Claim): Promise<ClaimedDelivery[]>;
  /**
   * Writes down how tries ended; a closed channel is closed and the next open channel of the person takes the
   * message over. A row that is no longer this holder's stays as it is, but for one declared uncertain meanwhile:
   * the late answer resolves the doubt.
   */
  settle(holder: string, settled: readonly { delivery: Delivery; settlement: Settlement }[]): Promise<void>;
  /**
   * After a takeover: what dead holders had claimed is planned again where a repeat does no harm and becomes
   * `uncertain` otherwise.
   */
  recover(
    courier: Pick<Courier, 'platform' | 'dropsRepeats'>,
    holder: string,
  ): Promise<{ planned: number; uncertain: number }>;
  /** Plans again what this holder claimed without learning of it (the answer to the claim was lost): never sent. */
  unclaim(platform: Platform, holder: string, exceptIds: readonly string[]): Promise<number>;
  /** How many rows are due or claimed now. */
  pending(platform: Platform): Promise<number>;
  /** What an operator has to look at: nobody knows whether these arrived. */
  uncertainDeliveries(): Promise<UncertainDelivery[]>;
};
