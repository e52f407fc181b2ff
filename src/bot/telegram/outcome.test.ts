import { GrammyError } from 'grammy';
import { expect, test } from 'vitest';
import type { Outgoing } from '../../domain/messages/message.ts';
import { outcomeOf } from './outcome.ts';

const send: Outgoing = { kind: 'send', message: { text: 'Привет' } };
const edit: Outgoing = { kind: 'edit', messageId: '5', message: { text: 'Готово' } };
const answer: Outgoing = { kind: 'answer', callbackId: '9' };

const said = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('Call failed', { ok: false, error_code, description, parameters }, 'sendMessage', {});

test.each([
  [
    429,
    'Too Many Requests: retry after 7',
    { kind: 'later', code: 'telegram-429', afterMs: 7000, whole: true },
  ],
  [403, 'Forbidden: bot was blocked by the user', { kind: 'closed' }],
  [403, 'Forbidden: user is deactivated', { kind: 'closed' }],
  [403, "Forbidden: bot can't initiate conversation with a user", { kind: 'closed' }],
  [400, 'Bad Request: chat not found', { kind: 'closed', code: 'telegram-400 chat not found' }],
  [400, 'Bad Request: message text is empty', { kind: 'failed', code: 'telegram-400 message text is empty' }],
  [400, "Bad Request: message can't be edited", { kind: 'failed' }],
  [413, 'Request Entity Too Large', { kind: 'failed' }],
  [401, 'Unauthorized', { kind: 'later', code: 'telegram-401', whole: true }],
  [503, 'Service Unavailable', { kind: 'later', whole: true }],
])('after %i «%s» a message is %o', (code, description, outcome) => {
  const parameters = code === 429 ? { retry_after: 7 } : {};
  expect(outcomeOf(said(code, description, parameters), { outgoing: send, attempts: 1 })).toMatchObject(
    outcome,
  );
});

test.each(["message can't be edited", 'message to edit not found', 'MESSAGE_ID_INVALID'])(
  'an edit refused with «%s» has to be said anew',
  (words) => {
    const outcome = outcomeOf(said(400, `Bad Request: ${words}`), { outgoing: edit, attempts: 1 });
    expect(outcome).toEqual({ kind: 'uneditable', code: `telegram-400 ${words}` });
  },
);

test.each([500, 502, 504])(
  'after %i nobody knows about a message, while an edit and an answer are repeated',
  (code) => {
    const kindOf = (outgoing: Outgoing) =>
      outcomeOf(said(code, 'Bad Gateway'), { outgoing, attempts: 1 }).kind;
    expect([send, edit, answer].map(kindOf)).toEqual(['unknown', 'later', 'later']);
  },
);

test('what Telegram quotes of a message stays out of the code', () => {
  const words = "Bad Request: inline keyboard button URL 'https://vk.com/id1' is invalid: Wrong HTTP URL";
  const outcome = outcomeOf(said(400, words), { outgoing: send, attempts: 1 });
  expect(outcome).toEqual({
    kind: 'failed',
    code: 'telegram-400 inline keyboard button URL … is invalid: Wrong HTTP URL',
  });
});

test('a bug is not taken for an outcome', () => {
  expect(() => outcomeOf(new TypeError('x is not a function'), { outgoing: send, attempts: 1 })).toThrow(
    TypeError,
  );
});
