import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../messages/message.ts';
import { afterFailure, backOff, patienceMs } from './back-off.ts';
import type { ClaimedDelivery } from './delivery-book.ts';
import { mayMoveOn, settle } from './settle.ts';

const telegram = { dropsRepeats: false };
const vk = { dropsRepeats: true };
const send: Outgoing = { kind: 'send', message: { text: 'Здравствуйте' } };
const edit: Outgoing = { kind: 'edit', messageId: '5', message: { text: 'Готово' } };
const answer: Outgoing = { kind: 'answer', callbackId: 'c' };

function delivery(facts: Partial<ClaimedDelivery> = {}): ClaimedDelivery {
  return {
    id: '7',
    randomId: 8,
    attempts: 1,
    ageMs: 100,
    platform: 'telegram',
    chatId: '1',
    accountId: '1',
    personId: '3',
    outgoing: send,
    priority: 'bulk',
    ...facts,
  };
}

describe('what a try makes of its row', () => {
  it('keeps the id of the message that was sent', () => {
    expect(settle({ kind: 'sent', messageId: '42' }, delivery(), telegram)).toEqual({
      state: 'sent',
      messageId: '42',
    });
  });

  it('never repeats a message of which nobody knows whether it arrived, where the platform keeps both', () => {
    const outcome = { kind: 'unknown', code: 'timeout' } as const;
    expect(settle(outcome, delivery(), telegram).state).toBe('uncertain');
    expect(settle(outcome, delivery({ attempts: 3 }), vk)).toEqual({
      state: 'planned',
      error: 'timeout',
      afterMs: backOff(3),
    });
  });

  it.each([edit, answer])('repeats $kind after a lost answer: twice looks like once', (outgoing) => {
    expect(settle({ kind: 'unknown', code: 'reset' }, delivery({ outgoing }), telegram).state).toBe(
      'planned',
    );
  });

  it('waits longer from try to try, and at least as long as the platform says', () => {
    const later = (afterMs: number, attempts: number) =>
      settle({ kind: 'later', code: '502', afterMs, whole: false }, delivery({ attempts }), telegram);
    expect(later(0, 1)).toMatchObject({ state: 'planned', afterMs: 1000 });
    expect(later(0, 4)).toMatchObject({ state: 'planned', afterMs: 60_000 });
    expect(later(90_000, 4)).toMatchObject({ state: 'planned', afterMs: 90_000 });
    expect(later(0, 500)).toMatchObject({ state: 'planned', afterMs: 15 * 60_000 });
  });

  it('does not count it against the row when the whole bot has to wait', () => {
    const outcome = { kind: 'later', code: '429', afterMs: 3000, whole: true } as const;
    expect(settle(outcome, delivery({ attempts: 6 }), telegram)).toMatchObject({ afterMs: 3000 });
  });

  it('gives up after a day: for good if it certainly did not arrive, as uncertain if it may have', () => {
    const old = delivery({ ageMs: patienceMs });
    expect(settle({ kind: 'later', code: '502', afterMs: 0, whole: false }, old, telegram)).toEqual({
      state: 'failed',
      error: 'gave-up: 502',
      closesChannel: false,
    });
    expect(settle({ kind: 'unknown', code: 'timeout' }, old, vk).state).toBe('uncertain');
  });

  it('closes the channel of somebody who blocked the bot, but not for a fault of ours', () => {
    expect(settle({ kind: 'closed', code: '403' }, delivery(), telegram)).toMatchObject({
      state: 'failed',
      closesChannel: true,
    });
    expect(settle({ kind: 'failed', code: '400' }, delivery(), telegram)).toMatchObject({
      state: 'failed',
      closesChannel: false,
    });
  });

  it('makes a message of an edit that comes too late', () => {
    const late = { kind: 'uneditable', code: 'vk-909' } as const;
    expect(settle(late, delivery({ outgoing: edit }), telegram)).toEqual({
      state: 'planned',
      error: 'vk-909',
      afterMs: 0,
      outgoing: { kind: 'send', message: { text: 'Готово' } },
    });
    expect(settle(late, delivery(), telegram).state).toBe('failed');
  });

  it('moves only messages to known people to their next channel: an edit belongs to its chat', () => {
    expect(mayMoveOn(delivery())).toBe(true);
    expect(mayMoveOn(delivery({ personId: null }))).toBe(false);
    expect(mayMoveOn(delivery({ outgoing: edit }))).toBe(false);
  });
});

describe('what a failed try makes of an incoming event', () => {
  it('tries five times with growing pauses, then sets it aside', () => {
    expect([1, 2, 3, 4, 5].map(afterFailure)).toEqual([1000, 4000, 15_000, 60_000, 'set-aside']);
  });
});
