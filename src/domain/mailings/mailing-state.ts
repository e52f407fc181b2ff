import { Refusal } from '../refusal.ts';
import type { MailingState } from './mailing.ts';

export const mailingActions = ['start', 'pause', 'resume', 'stop', 'retry', 'finish'] as const;
/** `finish` is the round's own, once nobody waits any more. */
export type MailingAction = (typeof mailingActions)[number];

const steps: Record<MailingAction, { from: readonly MailingState[]; to: MailingState }> = {
  start: { from: ['draft'], to: 'sending' },
  pause: { from: ['sending'], to: 'paused' },
  resume: { from: ['paused'], to: 'sending' },
  stop: { from: ['sending', 'paused'], to: 'stopped' },
  // What was stopped stays so: whoever wants to go on makes a copy.
  retry: { from: ['done'], to: 'sending' },
  finish: { from: ['sending'], to: 'done' },
};

export function mayDo(state: MailingState, action: MailingAction): boolean {
  return steps[action].from.includes(state);
}

/** `Refusal('mailing-passed')` where somebody was quicker, or it makes no sense. */
export function afterAction(state: MailingState, action: MailingAction): MailingState {
  if (!mayDo(state, action)) throw new Refusal('mailing-passed', { state });
  return steps[action].to;
}
