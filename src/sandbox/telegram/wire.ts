import type { Attachment, Chat, ChatMessage, Keyboard } from '../chats.ts';
import type { StoredFile } from '../files.ts';
import { unixTime } from '../world.ts';

export type BotAccount = { id: number; username: string; name: string };

export function botUser(bot: BotAccount) {
  return { id: bot.id, is_bot: true, first_name: bot.name, username: bot.username };
}

export function personUser(chat: Chat) {
  return { id: chat.accountId, is_bot: false, ...nameParts(chat.personName), language_code: 'ru' };
}

export function wireChat(chat: Chat) {
  return { id: chat.accountId, type: 'private', ...nameParts(chat.personName) };
}

function nameParts(name: string) {
  const [first = '', ...rest] = name.split(' ');
  return rest.length > 0 ? { first_name: first, last_name: rest.join(' ') } : { first_name: first };
}

/** A message as the Bot API shows it. */
export function wireMessage(chat: Chat, message: ChatMessage, bot: BotAccount): Record<string, unknown> {
  const media = message.attachments.length > 0;
  const marks = message.marks.map((mark) => ({ ...mark }));
  return {
    message_id: message.id,
    from: message.from === 'bot' ? botUser(bot) : personUser(chat),
    chat: wireChat(chat),
    date: unixTime(message.at),
    ...(message.edited && { edit_date: unixTime(message.at) }),
    ...Object.assign({}, ...message.attachments.map((one) => wireAttachment(chat, one))),
    ...(message.text !== '' && { [media ? 'caption' : 'text']: message.text }),
    ...(marks.length > 0 && { [media ? 'caption_entities' : 'entities']: marks }),
    ...(message.keyboard && { reply_markup: wireKeyboard(message.keyboard) }),
  };
}

function wireKeyboard(keyboard: Keyboard) {
  return {
    inline_keyboard: keyboard.rows.map((row) =>
      row.map((button) => ({
        text: button.label,
        ...(button.colour !== undefined && { style: button.colour }),
        ...(button.data !== undefined && { callback_data: button.data }),
        ...(button.url !== undefined && { url: button.url }),
      })),
    ),
  };
}

function wireAttachment(chat: Chat, attachment: Attachment): Record<string, unknown> {
  switch (attachment.kind) {
    case 'document':
      return {
        document: {
          ...fileIds(attachment.file),
          file_name: attachment.file.name,
          mime_type: attachment.file.mime,
        },
      };
    case 'photo':
      return {
        photo: [
          {
            ...fileIds(attachment.file),
            width: attachment.file.width ?? 1,
            height: attachment.file.height ?? 1,
          },
        ],
      };
    case 'voice':
      return { voice: { ...fileIds(attachment.file), duration: 1, mime_type: attachment.file.mime } };
    case 'contact': {
      const own = attachment.phone === chat.phone;
      return {
        contact: {
          phone_number: attachment.phone,
          ...nameParts(attachment.name),
          ...(own && { user_id: chat.accountId }),
        },
      };
    }
    case 'sticker':
      return {
        sticker: {
          file_id: 'CAACsticker',
          file_unique_id: 'sticker',
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: attachment.emoji,
        },
      };
    case 'location':
      return { location: { latitude: attachment.latitude, longitude: attachment.longitude } };
    case 'post':
      return {};
  }
}

export function fileIds(file: StoredFile) {
  return { file_id: fileId(file), file_unique_id: `u${file.key}`, file_size: file.bytes.length };
}

export function fileId(file: StoredFile): string {
  return `BQAC${file.number}_${file.key}`;
}

/** The file a `file_id` names, by its number and key. */
export function readFileId(id: string): { number: number; key: string } | undefined {
  const found = /^BQAC(\d+)_([0-9a-f]+)$/.exec(id);
  return found?.[1] && found[2] ? { number: Number(found[1]), key: found[2] } : undefined;
}
