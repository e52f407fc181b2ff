import type { Day } from '../../domain/calendar/day.ts';
import { toDay } from '../../domain/calendar/day.ts';
import { nightLeft } from '../../domain/calendar/working-time.ts';
import type { DeliveryOrder } from '../../domain/delivery/delivery.ts';
import { fitOutgoing } from '../../domain/messages/fit.ts';
import type { Incoming } from '../../domain/messages/incoming.ts';
import type { Message, Outgoing } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import { type ChatAccount, channelOf, type Platform } from '../../domain/people/channel.ts';
import type { Visitor } from '../../domain/people/people-book.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Desk, DialogueState } from '../desk.ts';

/** One incoming event being answered. What is said is gathered and leaves together by `close`. */
export type Talk = {
  desk: Desk;
  incoming: Incoming;
  visitor: Visitor;
  at: Date;
  /** In the zone of the person's programme. */
  today: Day;
  isCoordinator: boolean;
  /** Whether this chat's platform may carry the names of others. */
  mayNameOthers: boolean;
  /** Where the person stood when the event came, or was put since by `turn`. */
  state(): DialogueState | null;
  turn(state: DialogueState | null): void;
  /** A new message in this chat. */
  say(message: Message): void;
  /** Takes the place of the message whose button was pressed; a new message for anything but a press. */
  show(message: Message): void;
  /** The short word that answers a pressed button. */
  toast(text: string): void;
  /** Writes to another person, if any channel of theirs is open; at night in the morning. */
  tell(personId: string, message: (mayNameOthers: boolean) => Message): Promise<boolean>;
  /** Writes to an account, known or not. */
  write(account: Addressee, message: Message): void;
  close(): Promise<void>;
};

/** A talk with somebody known. */
export type KnownTalk = Talk & { person: Person };

/** Both platforms forget a press within a minute, Telegram after some 15 seconds. */
const answerExpiresInMs = 15_000;

type Addressee = Pick<ChatAccount, 'platform' | 'chatId' | 'accountId' | 'personId'>;

export type TalkSettings = { mayNameOthers(platform: Platform): boolean };

export async function openTalk(
  desk: Desk,
  incoming: Incoming,
  at: Date,
  settings: TalkSettings,
): Promise<Talk> {
  const { platform, accountId, chatId, event } = incoming;
  const visitor = await desk.people.visitor(platform, accountId, chatId, at);
  const key = visitor.person === null ? `account:${platform}:${accountId}` : `person:${visitor.person.id}`;
  const before = await desk.dialogues.read(key);
  let state = before;
  let word: string | undefined;
  const orders: DeliveryOrder[] = [];

  function put(addressee: Addressee, outgoing: Outgoing, waits: Pick<DeliveryOrder, 'delayMs'> = {}): void {
    orders.push(...fitOutgoing(outgoing).map((piece) => ({ ...orderFor(addressee, piece), ...waits })));
  }

  const talk: Talk = {
    desk,
    incoming,
    visitor,
    at,
    today: toDay(at, visitor.programme?.timeZone ?? 'UTC'),
    isCoordinator: visitor.appointments.some(({ role }) => role === 'coordinator'),
    mayNameOthers: settings.mayNameOthers(platform),
    state: () => state,
    turn(next) {
      state = next;
    },
    say(message) {
      put(visitor.account, { kind: 'send', message });
    },
    show(message) {
      const messageId = event.kind === 'press' ? event.messageId : '';
      put(
        visitor.account,
        messageId === '' ? { kind: 'send', message } : { kind: 'edit', messageId, message },
      );
    },
    toast(text) {
      word ??= text;
    },
    async tell(personId, message) {
      const { accounts, preferred, timeZone } = await desk.people.accountsOf(personId);
      const channel = channelOf(accounts, preferred);
      if (channel === null) return false;
      const shown = named(settings.mayNameOthers(channel.platform), message);
      put(channel, { kind: 'send', message: shown }, { delayMs: nightLeft(at, timeZone) });
      return true;
    },
    write(account, message) {
      put(account, { kind: 'send', message });
    },
    async close() {
      if (state !== before) await desk.dialogues.write(key, state);
      if (event.kind === 'press') answer(event.callbackId);
      await desk.outbox.put(orders);
    },
  };

  /** Each press is answered, once and first, or the button would seem to hang. */
  function answer(callbackId: string): void {
    if (callbackId === '') {
      if (orders.length === 0 && word !== undefined) talk.say({ text: word });
      return;
    }
    const said = orders.splice(0);
    put(visitor.account, { kind: 'answer', callbackId, ...(word === undefined ? {} : { text: word }) });
    orders.push(...said);
  }

  return talk;
}

function orderFor({ platform, chatId, accountId, personId }: Addressee, outgoing: Outgoing): DeliveryOrder {
  const order = { platform, chatId, accountId, personId, outgoing, priority: 'interactive' as const };
  return outgoing.kind === 'answer' ? { ...order, expiresInMs: answerExpiresInMs } : order;
}
