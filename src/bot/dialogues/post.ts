import { nightLeft } from '../../domain/calendar/working-time.ts';
import type { DeliveryOrder } from '../../domain/delivery/delivery.ts';
import { fitOutgoing } from '../../domain/messages/fit.ts';
import type { Message, Outgoing } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import { type ChatAccount, channelOf, type Platform } from '../../domain/people/channel.ts';
import type { Desk } from '../desk.ts';

export type Addressee = Pick<ChatAccount, 'platform' | 'chatId' | 'accountId' | 'personId'>;

/** What is said while one event is answered: gathered, and put all at once by `leave`. */
export type Post = {
  put(addressee: Addressee, outgoing: Outgoing): void;
  /** To a person, wherever they can be written to; at night in the morning. `false` where nowhere. */
  tell(personId: string, message: (mayNameOthers: boolean) => Message): Promise<boolean>;
  isEmpty(): boolean;
  /** `first`: goes before all others. */
  leave(first?: { addressee: Addressee; outgoing: Outgoing }): Promise<void>;
};

/** Both platforms forget a press within a minute, Telegram after some 15 seconds. */
const answerExpiresInMs = 15_000;

export function createPost(
  desk: Pick<Desk, 'people' | 'outbox'>,
  at: Date,
  mayNameOthers: (platform: Platform) => boolean,
): Post {
  const orders: DeliveryOrder[] = [];
  const put = (addressee: Addressee, outgoing: Outgoing, waits: Pick<DeliveryOrder, 'delayMs'> = {}) => {
    orders.push(...ordersFor(addressee, outgoing).map((order) => ({ ...order, ...waits })));
  };
  return {
    put: (addressee, outgoing) => put(addressee, outgoing),
    async tell(personId, message) {
      const { accounts, preferred, timeZone } = await desk.people.accountsOf(personId);
      const channel = channelOf(accounts, preferred);
      if (channel === null) return false;
      const shown = named(mayNameOthers(channel.platform), message);
      put(channel, { kind: 'send', message: shown }, { delayMs: nightLeft(at, timeZone) });
      return true;
    },
    isEmpty: () => orders.length === 0,
    async leave(first) {
      const before = first === undefined ? [] : ordersFor(first.addressee, first.outgoing);
      await desk.outbox.put([...before, ...orders]);
    },
  };
}

function ordersFor(
  { platform, chatId, accountId, personId }: Addressee,
  outgoing: Outgoing,
): DeliveryOrder[] {
  const shared = { platform, chatId, accountId, personId, priority: 'interactive' as const };
  const expires = outgoing.kind === 'answer' ? { expiresInMs: answerExpiresInMs } : {};
  return fitOutgoing(outgoing).map((piece) => ({ ...shared, ...expires, outgoing: piece }));
}
