import type { Courier } from '../domain/delivery/delivery.ts';
import type { RawEvent } from '../domain/delivery/inbox-book.ts';
import type { PartHealth } from '../domain/health.ts';
import type { Log } from '../domain/log.ts';
import type { Incoming } from '../domain/messages/incoming.ts';
import type { Webhook } from '../domain/messages/webhook.ts';
import type { Platform } from '../domain/people/channel.ts';

/** One platform, whole: a further one is a folder beside telegram/ and vk/ that makes one of these. */
export type Messenger = {
  platform: Platform;
  courier: Courier;
  /** A stored payload as an event, `null` where it is nothing for us (a group chat, junk). Never throws. */
  read(payload: unknown): Incoming | null;
  /** Asks for events until `signal` is aborted (returns within a second); throws `PollTrouble` and nothing else. */
  poll(options: PollOptions): Promise<void>;
  /** Throws `FileTrouble`. */
  fetchFile(source: Record<string, string>, maxBytes: number): Promise<Uint8Array>;
  /** A link that opens the bot and hands `secret` over when the person starts it. */
  link(secret: string): Promise<string>;
  /** Whether the platform knows this bot; `words` say who it is or what is wrong, for an operator. */
  check(): Promise<PartHealth>;
  /** What takes the place of polling when the platform calls us; absent where no secret was set. */
  webhook?: Webhook;
  /** Tells the platform to call `url` from now on, where that is done by a call. */
  openWebhook(url: string): Promise<void>;
};

export type PollOptions = {
  /** Resolves once the events are committed; only then are they confirmed to the platform. */
  sink(events: readonly RawEvent[]): Promise<unknown>;
  /** How far was read, for platforms that leave it to us to remember. */
  cursor: { read(): Promise<unknown>; write(value: unknown): Promise<void> };
  /** Called after each answer whose events are committed: all is well. */
  heard(): void;
  signal: AbortSignal;
  log: Log;
};

/**
 * Why polling broke off. `token`: the platform does not let this bot in, an operator has to act. `rival`: somebody
 * else polls this bot. `passing`: network, limits, the platform's own trouble, our database.
 */
export class PollTrouble extends Error {
  readonly kind: 'token' | 'rival' | 'passing';
  readonly code: string;
  /** How long the platform asked us to wait. */
  readonly afterMs: number;

  constructor(kind: PollTrouble['kind'], code: string, afterMs = 0) {
    super(`${kind}: ${code}`);
    this.name = 'PollTrouble';
    this.kind = kind;
    this.code = code;
    this.afterMs = afterMs;
  }
}
