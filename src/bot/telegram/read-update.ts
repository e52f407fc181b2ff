import type { Clock } from '../../domain/calendar/clock.ts';
import type { RawEvent } from '../../domain/delivery/inbox-book.ts';
import type { Incoming, IncomingEvent, IncomingFile } from '../../domain/messages/incoming.ts';
import { type TelegramMessage, type TelegramUpdate, updateSchema } from './update.ts';

/** Said in private by a person; a group's, a channel's or another bot's update is `null`, and so is junk. */
export function readUpdate(payload: unknown, clock: Clock): Incoming | null {
  const parsed = updateSchema.safeParse(payload);
  if (!parsed.success) return null;
  const said = saidIn(parsed.data);
  if (said === null) return null;
  if (said.chat.type !== 'private' || said.from.is_bot === true) return null;
  return {
    platform: 'telegram',
    eventId: String(parsed.data.update_id),
    accountId: String(said.from.id),
    chatId: String(said.chat.id),
    // A press carries no time of its own.
    at: said.date === null ? clock.now() : new Date(said.date * 1000),
    event: said.event,
  };
}

/** What the inbox stores of an update; `null` where there is nothing in it for us. */
export function rawEventOf(update: unknown, clock: Clock): RawEvent | null {
  const incoming = readUpdate(update, clock);
  if (!incoming) return null;
  const { platform, eventId, chatId } = incoming;
  return { platform, eventId, chatKey: `telegram:${chatId}`, payload: updateSchema.parse(update) };
}

type Said = {
  from: { id: number; is_bot?: boolean | undefined };
  chat: { id: number; type: string };
  date: number | null;
  event: IncomingEvent;
};

function saidIn({ message, edited_message, callback_query, my_chat_member }: TelegramUpdate): Said | null {
  if (message) return bySender(message, eventOf(message));
  // A live location is edited every few seconds; only changed words are worth an answer.
  if (edited_message && (edited_message.text ?? edited_message.caption) !== undefined) {
    return bySender(edited_message, { kind: 'other', what: 'edited' });
  }
  if (callback_query?.message && callback_query.data !== undefined) {
    const { id, from, data, message: pressed } = callback_query;
    const event = {
      kind: 'press',
      action: data,
      callbackId: id,
      messageId: String(pressed.message_id),
    } as const;
    return { from, chat: pressed.chat, date: null, event };
  }
  if (my_chat_member) {
    const { from, chat, date, new_chat_member } = my_chat_member;
    if (new_chat_member.status === 'kicked') return { from, chat, date, event: { kind: 'deny' } };
    if (new_chat_member.status === 'member') return { from, chat, date, event: { kind: 'allow' } };
  }
  return null;
}

function bySender(message: TelegramMessage, event: IncomingEvent | null): Said | null {
  return message.from && event ? { from: message.from, chat: message.chat, date: message.date, event } : null;
}

function eventOf(message: TelegramMessage): IncomingEvent | null {
  const file = fileOf(message);
  // A forwarded document is as good as one from the phone; forwarded words are somebody else's.
  if (file) return { kind: 'files', files: [file], text: message.caption ?? '' };
  if (message.forward_origin) return { kind: 'other', what: 'forwarded' };
  if (message.contact) {
    const { phone_number, user_id } = message.contact;
    return {
      kind: 'contact',
      phone: phone_number,
      own: user_id !== undefined && user_id === message.from?.id,
    };
  }
  if (message.text !== undefined) return textEvent(message.text);
  const what = others.find((kind) => message[kind]);
  return what ? { kind: 'other', what } : null;
}

const others = ['voice', 'video_note', 'sticker', 'location', 'poll', 'dice', 'story'] as const;

function textEvent(text: string): IncomingEvent {
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(text);
  return start ? { kind: 'start', payload: start[1] ?? '' } : { kind: 'text', text };
}

function fileOf(message: TelegramMessage): IncomingFile | null {
  const photo = message.photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (photo) return described(photo, 'photo.jpg', 'image/jpeg');
  if (message.document) return described(message.document, 'document', 'application/octet-stream');
  if (message.video) return described(message.video, 'video.mp4', 'video/mp4');
  if (message.animation) return described(message.animation, 'animation.mp4', 'video/mp4');
  if (message.audio) return described(message.audio, 'audio.mp3', 'audio/mpeg');
  return null;
}

function described(
  file: NonNullable<TelegramMessage['document']>,
  defaultName: string,
  defaultMime: string,
): IncomingFile {
  return {
    name: file.file_name ?? defaultName,
    mime: file.mime_type ?? defaultMime,
    size: file.file_size ?? null,
    source: { fileId: file.file_id },
  };
}
