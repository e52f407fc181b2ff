/**
 * Who alone may do something now: poll a bot, send for a bot. Names are like `send:telegram`, `poll:vk`. Time is the
 * database's clock, so machines need not agree on theirs.
 */
export type LeaseBook = {
  /** Takes a free or expired lease, or renews one's own, for `ms` from now. `false`: somebody else holds it. */
  take(name: string, holder: string, ms: number): Promise<boolean>;
  /** Gives it back early; nothing happens if it is somebody else's. */
  release(name: string, holder: string): Promise<void>;
};
