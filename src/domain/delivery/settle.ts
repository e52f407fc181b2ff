import type { Outgoing } from '../messages/message.ts';
import type { ChatAccount, MayNameOthers } from '../people/channel.ts';
import { backOff, patienceMs } from './back-off.ts';
import type { Courier, DeliveryOutcome } from './delivery.ts';
import type { ClaimedDelivery } from './delivery-book.ts';

/** What a claimed row becomes. `closesChannel`: see `mayMoveOn`. `outgoing` takes the place of what the row held. */
export type Settlement =
  | { state: 'sent'; messageId: string | null }
  | { state: 'failed'; error: string; closesChannel: boolean }
  | { state: 'planned'; error: string; afterMs: number; outgoing?: Outgoing }
  | { state: 'uncertain'; error: string };

/** Decides what a try's outcome makes of its row. */
export function settle(
  outcome: DeliveryOutcome,
  delivery: ClaimedDelivery,
  courier: Pick<Courier, 'dropsRepeats'>,
): Settlement {
  const spent = delivery.ageMs >= patienceMs;
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', messageId: outcome.messageId };
    case 'failed':
      return { state: 'failed', error: outcome.code, closesChannel: false };
    case 'uneditable':
      return sayAnew(outcome.code, delivery.outgoing);
    case 'closed':
      return { state: 'failed', error: outcome.code, closesChannel: true };
    case 'later': {
      if (spent) return { state: 'failed', error: `gave-up: ${outcome.code}`, closesChannel: false };
      // Where the whole bot waits it is not this row's fault: it goes on as soon as the bot does.
      const pause = outcome.whole ? 0 : backOff(delivery.attempts);
      return { state: 'planned', error: outcome.code, afterMs: Math.max(outcome.afterMs, pause) };
    }
    case 'unknown':
      return spent || !mayRepeat(delivery.outgoing.kind, courier)
        ? { state: 'uncertain', error: outcome.code }
        : { state: 'planned', error: outcome.code, afterMs: backOff(delivery.attempts) };
  }
}

/** The row itself becomes a message, so that its next try ends as exactly as that of any message. */
function sayAnew(error: string, outgoing: Outgoing): Settlement {
  return outgoing.kind === 'edit'
    ? { state: 'planned', error, afterMs: 0, outgoing: { kind: 'send', message: outgoing.message } }
    : { state: 'failed', error, closesChannel: false };
}

/** Whether a row whose answer never came may be tried again: an edit or a button's answer twice looks like once. */
export function mayRepeat(kind: Outgoing['kind'], courier: Pick<Courier, 'dropsRepeats'>): boolean {
  return courier.dropsRepeats || kind !== 'send';
}

/** Whether another channel of the person should take a message over when this one turned out closed. */
export function mayMoveOn(delivery: Pick<ClaimedDelivery, 'outgoing' | 'personId'>): boolean {
  return delivery.personId !== null && delivery.outgoing.kind === 'send';
}

/** Those of a person's accounts that may carry what a row holds. */
export function carriersOf<Account extends Pick<ChatAccount, 'platform'>>(
  outgoing: Outgoing,
  accounts: readonly Account[],
  mayNameOthers: MayNameOthers,
): Account[] {
  const named = outgoing.kind === 'send' && outgoing.message.namesOthers === true;
  return accounts.filter((account) => !named || mayNameOthers(account.platform));
}
