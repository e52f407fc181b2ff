import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { type MailingState, mailingStates } from './mailing.ts';
import { afterAction, type MailingAction, mailingActions, mayDo } from './mailing-state.ts';

const actions = fc.array(fc.constantFrom(...mailingActions), { maxLength: 30 });

/** Every state a mailing goes through while staff press whatever they like; what makes no sense changes nothing. */
function life(pressed: readonly MailingAction[]): MailingState[] {
  const states: MailingState[] = ['draft'];
  for (const action of pressed) {
    const now = states.at(-1) ?? 'draft';
    states.push(mayDo(now, action) ? afterAction(now, action) : now);
  }
  return states;
}

describe('the life of a mailing', () => {
  it('is refused exactly where it may not be done, and says how it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mailingStates), fc.constantFrom(...mailingActions), (state, action) => {
        const refusal = mayDo(state, action) ? null : new Refusal('mailing-passed', { state });
        const ask = () => afterAction(state, action);
        if (refusal === null) expect(mailingStates).toContain(ask());
        else expect(ask).toThrow(refusal);
      }),
    );
  });

  it('never becomes a draft again, and never goes on once it was stopped', () => {
    fc.assert(
      fc.property(actions, (pressed) => {
        const states = life(pressed);
        const left = states.findIndex((state) => state !== 'draft');
        if (left !== -1) expect(states.slice(left)).not.toContain('draft');
        const stopped = states.indexOf('stopped');
        if (stopped !== -1) expect(new Set(states.slice(stopped))).toEqual(new Set(['stopped']));
      }),
    );
  });

  it('sends only after a start, a resume or a retry, and pauses nothing that does not send', () => {
    fc.assert(
      fc.property(actions, (pressed) => {
        const states = life(pressed);
        for (const [turn, action] of pressed.entries()) {
          const [before, after] = [states[turn], states[turn + 1]];
          if (before === after) continue;
          if (after === 'sending') expect(['start', 'resume', 'retry']).toContain(action);
          if (after === 'paused') expect(before).toBe('sending');
        }
      }),
    );
  });

  it('can always be ended: from each state some way leads to one that stays', () => {
    for (const state of mailingStates) {
      const ends = mailingActions.flatMap((action) =>
        mayDo(state, action) ? [afterAction(state, action)] : [],
      );
      expect(state === 'stopped' || ends.length > 0).toBe(true);
    }
  });
});
