import type { Log } from '../domain/log.ts';

/** What the database may forget; each call takes a bounded bite and says how many rows are gone. */
export type Attic = {
  /** Events handled so long ago that no platform repeats them. */
  forgetHandledEvents(olderThanDays: number): Promise<number>;
  /** Settled deliveries that no reminder or summary refers to; failed and uncertain ones stay for people to look at. */
  forgetDeliveries(olderThanDays: number): Promise<number>;
};

/** Platforms repeat an event for a day at most; a fortnight is left for whoever looks for a fault. */
const eventDays = 14;
const deliveryDays = 30;

export function createHousekeeping({ attic, log }: { attic: Attic; log: Log }): () => Promise<void> {
  return async () => {
    const events = await attic.forgetHandledEvents(eventDays);
    const deliveries = await attic.forgetDeliveries(deliveryDays);
    if (events + deliveries > 0) log.info({ events, deliveries }, 'old rows were forgotten');
  };
}
