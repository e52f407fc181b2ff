import { GrammyError, HttpError } from 'grammy';
import { backOff } from '../../domain/delivery/back-off.ts';
import type { Delivery, DeliveryOutcome } from '../../domain/delivery/delivery.ts';
import { networkTrouble } from '../network-trouble.ts';

/** Telegram forgot the token, or never knew it: nothing will leave before an operator acts. */
export const tokenRefused = 'telegram-401';

const chatIsGone = /chat not found|user not found|PEER_ID_INVALID|user is deactivated|bot was blocked/;

/** Older than 48 hours, deleted by the person or not ours. */
const noLongerEditable = /message can't be edited|message to edit not found|MESSAGE_ID_INVALID/;

/**
 * How a call that threw ended. A certain "no" is told from an unknown end: of 5xx answers only 503 is said before
 * anything was done; after 500, 502 and 504 the message may have been written. An edit and a button's answer
 * may be repeated, so for them unknown means later.
 */
export function outcomeOf(
  error: unknown,
  delivery: Pick<Delivery, 'outgoing' | 'attempts'>,
): DeliveryOutcome {
  if (error instanceof GrammyError) return refusalOutcome(error, delivery);
  if (error instanceof HttpError) {
    const { code, reached } = networkTrouble(error.error);
    const afterMs = backOff(delivery.attempts);
    return reached === 'never'
      ? { kind: 'later', code: `network ${code}`, afterMs, whole: true }
      : unknownOutcome(`network ${code}`, delivery);
  }
  throw error;
}

function refusalOutcome(
  error: GrammyError,
  delivery: Pick<Delivery, 'outgoing' | 'attempts'>,
): DeliveryOutcome {
  const code = `telegram-${error.error_code}`;
  const words = error.description;
  switch (error.error_code) {
    case 429: {
      const afterMs = (error.parameters.retry_after ?? 1) * 1000;
      return { kind: 'later', code, afterMs, whole: true };
    }
    case 401:
    case 404:
      return { kind: 'later', code: tokenRefused, afterMs: 60_000, whole: true };
    case 403:
      return { kind: 'closed', code: withWords(code, words) };
    case 503:
      return { kind: 'later', code, afterMs: backOff(delivery.attempts), whole: true };
  }
  if (error.error_code >= 500) return unknownOutcome(code, delivery);
  if (error.error_code === 400 && chatIsGone.test(words))
    return { kind: 'closed', code: withWords(code, words) };
  if (delivery.outgoing.kind === 'edit' && noLongerEditable.test(words))
    return { kind: 'uneditable', code: withWords(code, words) };
  return { kind: 'failed', code: withWords(code, words) };
}

function unknownOutcome(code: string, delivery: Pick<Delivery, 'outgoing' | 'attempts'>): DeliveryOutcome {
  if (delivery.outgoing.kind === 'send') return { kind: 'unknown', code };
  return { kind: 'later', code, afterMs: backOff(delivery.attempts), whole: false };
}

/** Telegram quotes what it refuses (a link, a name); what stands in quotes stays out of rows and logs. */
function withWords(code: string, description: string): string {
  const words = description.replace(/^(Bad Request|Forbidden): /, '').replace(/(["'])(?=\S).*\1/g, '…');
  return `${code} ${words.slice(0, 120)}`;
}
