import type { Api } from 'grammy';
import type { Courier, Delivery, DeliveryOutcome } from '../../domain/delivery/delivery.ts';
import type { FileShelf } from '../../domain/files/stored-file.ts';
import type { Log } from '../../domain/log.ts';
import type { Message } from '../../domain/messages/message.ts';
import { enclosuresOf } from '../enclosures.ts';
import { answerPress, editMessage, sendFile } from './calls.ts';
import { chatMarkup } from './markup.ts';
import { outcomeOf, tokenRefused } from './outcome.ts';

const longestCaption = 1024;

type CourierDeps = { api: Api; files: FileShelf; log: Log };

/** One request per delivery; nothing is ever repeated here. */
export function createTelegramCourier({ api, files, log }: CourierDeps): Courier {
  async function send(delivery: Delivery): Promise<DeliveryOutcome> {
    const outcome = await attempt(delivery).catch((error: unknown) => outcomeOf(error, delivery));
    if (outcome.kind === 'later' && outcome.code === tokenRefused) {
      log.error({ code: outcome.code }, 'Telegram refuses the token: nothing can be sent');
    }
    return outcome;
  }

  function attempt(delivery: Delivery): Promise<DeliveryOutcome> {
    const { outgoing, chatId } = delivery;
    switch (outgoing.kind) {
      case 'send':
        return sendMessage(delivery, outgoing.message);
      case 'edit':
        return editMessage(api, chatId, outgoing.messageId, outgoing.message);
      case 'answer':
        return answerPress(api, outgoing.callbackId, outgoing.text);
    }
  }

  /**
   * Text and one file travel in one request where the caption holds the text. Otherwise files go first and the text
   * with its buttons last; trouble on the way leaves a part sent, so nobody may repeat the whole.
   */
  async function sendMessage(delivery: Delivery, message: Message): Promise<DeliveryOutcome> {
    const { chatId } = delivery;
    const enclosed = await enclosuresOf(files, delivery);
    if ('outcome' in enclosed) return enclosed.outcome;
    const [only, ...further] = enclosed.contents;
    if (only && further.length === 0 && message.text.length <= longestCaption) {
      return sent(await sendFile(api, chatId, only, { caption: message.text, ...chatMarkup(message) }));
    }
    let done = 0;
    try {
      for (const content of enclosed.contents) {
        await sendFile(api, chatId, content, {});
        done += 1;
      }
      return sent(await api.sendMessage(chatId, message.text, chatMarkup(message)));
    } catch (error) {
      const outcome = outcomeOf(error, delivery);
      return done === 0 ? outcome : { kind: 'unknown', code: `part-sent, then ${outcome.kind}` };
    }
  }

  return {
    platform: 'telegram',
    requestsPerSecond: 30,
    deliveriesPerRequest: 1,
    // More than one a second in one chat, after a small burst, costs the whole bot a 429.
    chatRestMs: 1000,
    dropsRepeats: false,
    send: async (deliveries) =>
      new Map(await Promise.all(deliveries.map(async (one) => [one.id, await send(one)] as const))),
  };
}

function sent({ message_id }: { message_id: number }): DeliveryOutcome {
  return { kind: 'sent', messageId: String(message_id) };
}
