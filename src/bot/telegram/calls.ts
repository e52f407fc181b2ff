import { type Api, GrammyError, InputFile } from 'grammy';
import type { DeliveryOutcome } from '../../domain/delivery/delivery.ts';
import type { FileContent } from '../../domain/files/stored-file.ts';
import type { Message } from '../../domain/messages/message.ts';
import { type ChatMarkup, inlineMarkup } from './markup.ts';

const longestAnswer = 200;
const largestPhoto = 10 * 1024 * 1024;

export async function sendFile(
  api: Api,
  chatId: string,
  { name, mime, bytes }: FileContent,
  other: ChatMarkup & { caption?: string },
): Promise<{ message_id: number }> {
  if (/^image\/(jpeg|png)$/.test(mime) && bytes.length <= largestPhoto) {
    try {
      return await api.sendPhoto(chatId, new InputFile(bytes, name), other);
    } catch (error) {
      // Too long, too narrow, broken: nothing was sent, and as a document it goes.
      if (!isBadRequest(error, /PHOTO_|IMAGE_PROCESS_FAILED/)) throw error;
    }
  }
  return api.sendDocument(chatId, new InputFile(bytes, name), other);
}

/** Whoever edits does not know whether the message was a text or a file with a caption; Telegram does. */
export async function editMessage(
  api: Api,
  chatId: string,
  messageId: string,
  message: Message,
): Promise<DeliveryOutcome> {
  const id = Number(messageId);
  try {
    await api.editMessageText(chatId, id, message.text, inlineMarkup(message));
  } catch (error) {
    if (isBadRequest(error, /there is no text in the message/)) {
      await api.editMessageCaption(chatId, id, { caption: message.text, ...inlineMarkup(message) });
    } else if (!isBadRequest(error, /message is not modified/)) throw error;
  }
  return { kind: 'sent', messageId };
}

export async function answerPress(
  api: Api,
  callbackId: string,
  text: string | undefined,
): Promise<DeliveryOutcome> {
  try {
    await api.answerCallbackQuery(callbackId, text === undefined ? {} : { text: shortened(text) });
    return { kind: 'sent', messageId: null };
  } catch (error) {
    if (!isBadRequest(error, /query is too old|query ID is invalid/i)) throw error;
    return { kind: 'failed', code: 'press-expired' };
  }
}

function isBadRequest(error: unknown, words: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && words.test(error.description);
}

function shortened(text: string): string {
  return text.length <= longestAnswer ? text : `${text.slice(0, longestAnswer - 1)}…`;
}
