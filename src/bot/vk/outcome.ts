import { backOff } from '../../domain/delivery/back-off.ts';
import type { Delivery, DeliveryOutcome } from '../../domain/delivery/delivery.ts';
import type { VkResult } from './calls.ts';

type Tried = Pick<Delivery, 'outgoing' | 'attempts' | 'priority'>;

const second = 1000;
const minute = 60 * second;

/** What an operator has to look into at once: VK takes the community's token or its behaviour amiss. */
export const alarming: ReadonlySet<number> = new Set([5, 14, 15, 27]);

/** Blocked, deleted, never allowed us to write, closed profile (7, 18, 30, 900–902), unknown (113, 936). */
const closing: ReadonlySet<number> = new Set([7, 18, 30, 113, 900, 901, 902, 936]);

/** Kinds of message VK lets no bot send to this person now (intents and the 24 hours). */
const closingForBulk: ReadonlySet<number> = new Set([943, 944, 950]);

/** Older than a day, or of a kind that can't be edited. */
const noLongerEditable: ReadonlySet<number> = new Set([909, 920]);

/** What one of VK's error numbers means for a delivery; a number not named here is our own mistake. */
export function outcomeOfCode(number: number, { attempts, priority, outgoing }: Tried): DeliveryOutcome {
  const code = `vk-${number}`;
  if (alarming.has(number)) return { kind: 'later', code, afterMs: minute, whole: true };
  if (closing.has(number)) return { kind: 'closed', code };
  if (closingForBulk.has(number)) return { kind: priority === 'bulk' ? 'closed' : 'failed', code };
  if (outgoing.kind === 'edit' && noLongerEditable.has(number)) return { kind: 'uneditable', code };
  switch (number) {
    case 6: // too many requests a second
      return { kind: 'later', code, afterMs: second, whole: true };
    case 29: // the method's own limit
      return { kind: 'later', code, afterMs: minute, whole: true };
    case 9: // too many similar messages to this one person
      return { kind: 'later', code, afterMs: 10 * minute, whole: false };
    case 1:
    case 10: // VK's own trouble
      return { kind: 'later', code, afterMs: backOff(attempts), whole: false };
    default:
      return { kind: 'failed', code };
  }
}

/** What became of a delivery whose whole request was refused or got lost. */
export function outcomeOfTrouble(
  result: Exclude<VkResult, { kind: 'answer' }>,
  tried: Tried,
): DeliveryOutcome {
  if (result.kind === 'refusal') return outcomeOfCode(result.code, tried);
  const { code, reached } = result.trouble;
  const afterMs = backOff(tried.attempts);
  if (reached === 'never') return { kind: 'later', code: `network ${code}`, afterMs, whole: true };
  if (tried.outgoing.kind === 'send') return { kind: 'unknown', code: `network ${code}` };
  return { kind: 'later', code: `network ${code}`, afterMs, whole: false };
}
