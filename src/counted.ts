import type { DeliveryBook } from './domain/delivery/delivery-book.ts';
import type { InboxBook } from './domain/delivery/inbox-book.ts';
import type { Meter } from './domain/meter.ts';

/** The same book; what comes in is counted once it is stored. */
export function countedInbox({ put }: InboxBook, meter: Meter): InboxBook {
  return {
    async put(events) {
      const added = await put(events);
      const [first] = events;
      if (first !== undefined && added > 0) meter.updates(first.platform, added);
      return added;
    },
  };
}

/** The same book; outcomes are counted once they are written down. */
export function countedDeliveries(book: DeliveryBook, meter: Meter): DeliveryBook {
  return {
    ...book,
    async settle(holder, settled) {
      await book.settle(holder, settled);
      for (const { delivery, settlement } of settled) {
        meter.sent(delivery.platform, settlement.state === 'planned' ? 'again' : settlement.state);
      }
    },
  };
}
