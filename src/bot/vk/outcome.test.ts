import { expect, test } from 'vitest';
import type { Outgoing } from '../../domain/messages/message.ts';
import { outcomeOfCode, outcomeOfTrouble } from './outcome.ts';

const send: Outgoing = { kind: 'send', message: { text: 'Привет' } };
const edit: Outgoing = { kind: 'edit', messageId: '5', message: { text: 'Готово' } };
const answer: Outgoing = { kind: 'answer', callbackId: '9' };
const tried = { outgoing: send, attempts: 1, priority: 'bulk' } as const;

test.each([
  [6, { kind: 'later', afterMs: 1000, whole: true }],
  [29, { kind: 'later', afterMs: 60_000, whole: true }],
  [9, { kind: 'later', afterMs: 600_000, whole: false }],
  [10, { kind: 'later', whole: false }],
  [1, { kind: 'later', whole: false }],
  [14, { kind: 'later', afterMs: 60_000, whole: true }],
  [5, { kind: 'later', afterMs: 60_000, whole: true }],
  [15, { kind: 'later', afterMs: 60_000, whole: true }],
  [27, { kind: 'later', afterMs: 60_000, whole: true }],
  ...[7, 18, 30, 113, 900, 901, 902, 936].map((code) => [code, { kind: 'closed' }] as const),
  ...[943, 944, 950].map((code) => [code, { kind: 'closed' }] as const),
  ...[100, 909, 911, 912, 914, 917, 920, 945].map((code) => [code, { kind: 'failed' }] as const),
] as const)('error %i of VK means %o', (code, outcome) => {
  expect(outcomeOfCode(code, tried)).toEqual(expect.objectContaining({ code: `vk-${code}`, ...outcome }));
});

test('what VK lets nobody edit any more has to be said anew', () => {
  for (const code of [909, 920]) {
    expect(outcomeOfCode(code, { ...tried, outgoing: edit })).toEqual({
      kind: 'uneditable',
      code: `vk-${code}`,
    });
  }
});

test.each([943, 944, 950])(
  'error %i closes the channel for bulk, while an answer to a person only fails',
  (code) => {
    expect(outcomeOfCode(code, { ...tried, priority: 'interactive' })).toEqual({
      kind: 'failed',
      code: `vk-${code}`,
    });
  },
);

test('only a message whose answer was lost is unknown: an edit and an answer are repeated', () => {
  const lost = { kind: 'network', trouble: { code: 'ECONNRESET', reached: 'perhaps' } } as const;
  const kinds = [send, edit, answer].map((outgoing) => outcomeOfTrouble(lost, { ...tried, outgoing }).kind);
  expect(kinds).toEqual(['unknown', 'later', 'later']);
});

test('what never reached VK is put off, and the whole bot with it', () => {
  const refused = { kind: 'network', trouble: { code: 'ECONNREFUSED', reached: 'never' } } as const;
  expect(outcomeOfTrouble(refused, tried)).toMatchObject({ kind: 'later', whole: true });
});
