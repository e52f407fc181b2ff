import type { Platform } from './people/channel.ts';

/** Counts what happens; platforms and outcomes only, never people or texts. */
export type Meter = {
  /** Events that a platform sent and that were new. */
  updates(platform: Platform, count: number): void;
  /** How tries to send ended: `sent`, `failed`, `uncertain`, or `again` for one that is to be made once more. */
  sent(platform: Platform, outcome: 'sent' | 'failed' | 'uncertain' | 'again'): void;
};
