import type { Chats } from './chats.ts';
import type { Faults } from './faults.ts';
import type { Files } from './files.ts';
import type { Ledger } from './ledger.ts';
import type { Signal } from './signal.ts';

/** An update or event that the platform gave the bot, as it goes over the wire. */
export type GivenUpdate = { platform: 'telegram' | 'vk'; update: Record<string, unknown> };

/** What every stand-in shares. */
export type World = {
  /** The date that people and messages see; a time machine may move it. */
  now: () => Date;
  /** Milliseconds that limits and expiries are measured by; they never jump. */
  elapsed: () => number;
  /** Ids of updates, events and messages begin after this. */
  firstId: number;
  /** The address of the server, without a slash at the end; known once it listens. */
  url: () => string;
  chats: Chats;
  files: Files;
  ledger: Ledger;
  faults: Faults;
  onUpdate: Signal<GivenUpdate>;
  /** Long polls and webhooks end here. */
  onStop: Signal<undefined>;
};

export function unixTime(date: Date | number): number {
  return Math.floor(Number(date) / 1000);
}
