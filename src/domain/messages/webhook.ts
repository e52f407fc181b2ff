import type { RawEvent } from '../delivery/inbox-book.ts';
import type { Platform } from '../people/channel.ts';

/** A call that claims to come from a platform. `header` takes names in lower case. */
export type WebhookCall = { header(name: string): string | undefined; body: unknown };

/** `take`: store the events, then answer `reply`. `reply` alone: answer, there is nothing to store. */
export type WebhookVerdict =
  | { kind: 'refuse' }
  | { kind: 'reply'; reply: string }
  | { kind: 'take'; events: RawEvent[]; reply: string };

/** How a platform's own calls are told from forged ones and turned into events. Never throws, whatever the body is. */
export type Webhook = { platform: Platform; judge(call: WebhookCall): WebhookVerdict };
