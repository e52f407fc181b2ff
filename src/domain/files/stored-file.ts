import type { Message } from '../messages/message.ts';
import type { Platform } from '../people/channel.ts';

/** The most that is kept of one file: the most Telegram hands out (Bot API, getFile). */
export const largestFile = 20 * 1024 * 1024;

export type FileContent = { name: string; mime: string; bytes: Uint8Array };

/** A file somebody handed in whose bytes are still with the platform. `attempts` counts this try. */
export type WantedFile = {
  id: string;
  platform: Platform;
  name: string;
  mime: string;
  source: Record<string, string>;
  attempts: number;
};

/** What couriers send along. */
export type FileShelf = {
  /** `null`: unknown, or its bytes never came. */
  read(id: string): Promise<FileContent | null>;
};

/** The fetcher's side. Every instant is the database's clock. */
export type WantedFiles = {
  /**
   * Takes up to `size` files that are due and puts each off by `ms`, so that a process that dies over one leaves
   * it to the next, and any number of processes may claim at once.
   */
  claim(platforms: readonly Platform[], size: number, ms: number): Promise<WantedFile[]>;
  store(id: string, content: { mime: string; bytes: Uint8Array; sha256: string }): Promise<void>;
  tryLater(id: string, error: string, ms: number): Promise<void>;
  /** Once and for all; in the same transaction `notice` is put for whoever sent the file, where they sent it. */
  giveUp(id: string, error: string, notice: Message): Promise<void>;
};

/** A file that could not be fetched or kept. `final`: trying again changes nothing. */
export class FileTrouble extends Error {
  readonly code: string;
  readonly final: boolean;

  constructor(code: string, { final }: { final: boolean }) {
    super(code);
    this.name = 'FileTrouble';
    this.code = code;
    this.final = final;
  }
}
