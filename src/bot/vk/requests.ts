import { z } from 'zod';
import { backOff } from '../../domain/delivery/back-off.ts';
import type { Delivery, DeliveryOutcome } from '../../domain/delivery/delivery.ts';
import type { Message } from '../../domain/messages/message.ts';
import { inlineKeyboard, keyboardOf, type PressStyle } from './keyboard.ts';
import { outcomeOfCode } from './outcome.ts';
import { type PackedCall, scriptSafe } from './script.ts';

const longestAnswer = 90;

/**
 * The call that carries a delivery; `null` where there is nothing to say to VK. A press of a text button names neither
 * itself nor its message (old clients), so what should edit or answer it becomes a message of its own.
 */
export function requestOf(delivery: Delivery, style: PressStyle, attachment?: string): PackedCall | null {
  const { outgoing } = delivery;
  switch (outgoing.kind) {
    case 'send':
      return send(delivery, outgoing.message, style, attachment);
    case 'edit':
      return outgoing.messageId === ''
        ? send(delivery, outgoing.message, style)
        : edit(delivery, outgoing.messageId, outgoing.message, style);
    case 'answer':
      if (outgoing.callbackId !== '') return answer(delivery, outgoing.callbackId, outgoing.text);
      return outgoing.text ? send(delivery, { text: outgoing.text }, style) : null;
  }
}

/** `peer_ids`, though it is one: only then does VK tell the number that the message can be edited by later. */
function send(
  { chatId, randomId }: Delivery,
  message: Message,
  style: PressStyle,
  attachment?: string,
): PackedCall {
  return {
    method: 'messages.send',
    params: {
      peer_ids: chatId,
      random_id: randomId,
      message: scriptSafe(message.text),
      ...(attachment && { attachment }),
      ...keyboardOf(message, style),
    },
  };
}

function edit({ chatId }: Delivery, messageId: string, message: Message, style: PressStyle): PackedCall {
  return {
    method: 'messages.edit',
    params: {
      peer_id: chatId,
      cmid: messageId,
      message: scriptSafe(message.text),
      ...inlineKeyboard(message.buttons, style),
    },
  };
}

function answer({ accountId, chatId }: Delivery, eventId: string, text: string | undefined): PackedCall {
  const snackbar = text && JSON.stringify({ type: 'show_snackbar', text: shortened(scriptSafe(text)) });
  return {
    method: 'messages.sendMessageEventAnswer',
    params: {
      event_id: eventId,
      user_id: accountId,
      peer_id: chatId,
      ...(snackbar && { event_data: snackbar }),
    },
  };
}

function shortened(text: string): string {
  return text.length <= longestAnswer ? text : `${text.slice(0, longestAnswer - 1)}…`;
}

const notUnderstood = 'answer-not-understood';
const sentSchema = z.tuple([
  z.object({
    conversation_message_id: z.number().optional(),
    error: z.object({ code: z.number() }).optional(),
  }),
]);

/** How a delivery ended by VK's answer to its call. A refusal comes inside the answer, per person. */
export function outcomeOfResponse(
  { method }: PackedCall,
  response: unknown,
  delivery: Delivery,
): DeliveryOutcome {
  if (method !== 'messages.send') {
    const { outgoing } = delivery;
    if (response === 1) {
      return { kind: 'sent', messageId: outgoing.kind === 'edit' ? outgoing.messageId : null };
    }
    return { kind: 'later', code: notUnderstood, afterMs: backOff(delivery.attempts), whole: false };
  }
  const sent = sentSchema.safeParse(response);
  if (!sent.success) return { kind: 'unknown', code: notUnderstood };
  const [{ error, conversation_message_id: id }] = sent.data;
  if (error) return outcomeOfCode(error.code, delivery);
  return { kind: 'sent', messageId: id === undefined ? null : String(id) };
}
