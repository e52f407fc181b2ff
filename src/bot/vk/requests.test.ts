import { expect, test } from 'vitest';
import { deliveryTo } from '../../../test/helpers/delivery.ts';
import type { Outgoing } from '../../domain/messages/message.ts';
import { outcomeOfResponse, requestOf } from './requests.ts';

const send: Outgoing = { kind: 'send', message: { text: 'Привет' } };
const edit: Outgoing = { kind: 'edit', messageId: '5', message: { text: 'Готово' } };
const answer: Outgoing = { kind: 'answer', callbackId: 'press' };

test.each([
  [send, [{ peer_id: 1, message_id: 9, conversation_message_id: 4 }], { kind: 'sent', messageId: '4' }],
  [send, [{ peer_id: 1, error: { code: 901, description: 'no' } }], { kind: 'closed', code: 'vk-901' }],
  [send, [], { kind: 'unknown' }],
  [send, undefined, { kind: 'unknown' }],
  [edit, 1, { kind: 'sent', messageId: '5' }],
  [edit, undefined, { kind: 'later' }],
  [answer, 1, { kind: 'sent', messageId: null }],
  [answer, false, { kind: 'later' }],
] as const)('%o answered by %j has become %o', (outgoing, response, outcome) => {
  const delivery = deliveryTo(1, outgoing);
  const request = requestOf(delivery, 'callback');
  expect(request && outcomeOfResponse(request, response, delivery)).toMatchObject(outcome);
});

test('a message goes by peer_ids with the number of its row, so that a repeat is dropped and an edit possible', () => {
  expect(requestOf(deliveryTo(42, send, { randomId: 99 }), 'callback')).toEqual({
    method: 'messages.send',
    params: { peer_ids: '42', random_id: 99, message: 'Привет' },
  });
});

test('an edit without buttons sends no keyboard, which takes them away', () => {
  expect(requestOf(deliveryTo(42, edit), 'callback')).toEqual({
    method: 'messages.edit',
    params: { peer_id: '42', cmid: '5', message: 'Готово' },
  });
});
