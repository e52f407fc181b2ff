import { type Attachment, type Chat, type ChatMessage, messageOf, setKeyboard, setMenu } from '../chats.ts';
import type { NewFile, StoredFile } from '../files.ts';
import { imageSize } from '../files.ts';
import type { World } from '../world.ts';
import { type Formatted, foundMarks, readFormatted } from './formatting.ts';
import { readMarkup } from './markup.ts';
import { numberOf, type Params, textOf } from './params.ts';
import { badRequest, TelegramRefusal } from './refusal.ts';
import { type BotAccount, readFileId, wireMessage } from './wire.ts';

export type Uploads = Map<string, NewFile>;

const longestText = 4096;
const longestCaption = 1024;
const deletableMs = 48 * 3600_000;
const largestUpload = 50 * 1024 * 1024;

type Desk = { world: World; bot: BotAccount; admit: (chatId: number) => void };

/** The methods that write into chats. */
export function createMessageMethods(world: World, bot: BotAccount, admit: (chatId: number) => void) {
  const desk: Desk = { world, bot, admit };
  return {
    chatOf: (params: Params) => chatOf(world, params),
    sendMessage: (params: Params) => send(desk, params, textContent(params), []),
    sendDocument: (params: Params, uploads: Uploads) => {
      const file = fileOf(world, params, 'document', uploads);
      return send(desk, params, caption(params), [{ kind: 'document', file }]);
    },
    sendPhoto: (params: Params, uploads: Uploads) => {
      const file = fileOf(world, params, 'photo', uploads);
      if (!imageSize(file.bytes)) throw badRequest('IMAGE_PROCESS_FAILED');
      return send(desk, params, caption(params), [{ kind: 'photo', file }]);
    },
    editMessageText: (params: Params) => edit(desk, params, textContent(params)),
    editMessageCaption: (params: Params) => edit(desk, params, caption(params)),
    editMessageReplyMarkup: (params: Params) => edit(desk, params, undefined),
    deleteMessage: (params: Params) => remove(world, params),
    sendChatAction: (params: Params) => writableChat(world, params) !== undefined,
  };
}

function send(
  desk: Desk,
  params: Params,
  content: Formatted,
  attachments: Attachment[],
): Record<string, unknown> {
  const chat = writableChat(desk.world, params);
  const markup = readMarkup(params.reply_markup);
  desk.admit(chat.accountId);
  if (markup.menu) setMenu(chat, markup.menu);
  if (markup.removesMenu) setMenu(chat, undefined);
  const message = desk.world.chats.add(chat, {
    from: 'bot',
    text: content.text,
    marks: content.marks,
    attachments,
    ...(markup.inline && { keyboard: markup.inline }),
  });
  desk.world.ledger.deliver({
    platform: 'telegram',
    personKey: chat.personKey,
    messageId: message.id,
    text: message.text,
  });
  return wireMessage(chat, message, desk.bot);
}

function chatOf(world: World, params: Params): Chat {
  const id = numberOf(params, 'chat_id');
  if (id === undefined && textOf(params, 'chat_id') === undefined) throw badRequest('chat_id is empty');
  const chat = id === undefined ? undefined : world.chats.find('telegram', id);
  if (!chat) throw badRequest('chat not found');
  return chat;
}

function writableChat(world: World, params: Params): Chat {
  const chat = chatOf(world, params);
  const refusals = {
    stranger: "bot can't initiate conversation with a user",
    blocked: 'bot was blocked by the user',
    gone: 'user is deactivated',
  };
  if (chat.standing !== 'open') throw new TelegramRefusal(403, `Forbidden: ${refusals[chat.standing]}`);
  return chat;
}

function fileOf(world: World, params: Params, name: string, uploads: Uploads): StoredFile {
  const given = textOf(params, name) ?? '';
  const upload = uploads.get(given.startsWith('attach://') ? given.slice('attach://'.length) : name);
  if (upload) {
    if (upload.bytes.length > largestUpload) throw new TelegramRefusal(413, 'Request Entity Too Large');
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
    return world.files.add(upload);
  }
  const known = readFileId(given);
  const file = known && world.files.get(known.number, known.key);
  if (file) return file;
  throw badRequest(given ? 'wrong file identifier/HTTP URL specified' : `there is no ${name} in the request`);
}

function ownMessage(
  world: World,
  params: Params,
  act: 'edit' | 'delete',
): { chat: Chat; message: ChatMessage } {
  const chat = chatOf(world, params);
  const message = messageOf(chat, numberOf(params, 'message_id') ?? 0);
  if (!message) throw badRequest(`message to ${act} not found`);
  if (act === 'edit' && message.from !== 'bot') throw badRequest("message can't be edited");
  return { chat, message };
}

function edit(desk: Desk, params: Params, content: Formatted | undefined): Record<string, unknown> {
  const { chat, message } = ownMessage(desk.world, params, 'edit');
  const keyboard = readMarkup(params.reply_markup).inline;
  const shown = keyboard?.rows.length ? keyboard : undefined;
  const text = content ?? message;
  const same = JSON.stringify([text.text, text.marks, shown]);
  if (same === JSON.stringify([message.text, message.marks, message.keyboard])) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  if (content) {
    message.text = content.text;
    message.marks = content.marks;
    message.edited = true;
  }
  setKeyboard(message, shown);
  desk.world.chats.changed(chat, message);
  return wireMessage(chat, message, desk.bot);
}

function remove(world: World, params: Params): boolean {
  const { chat, message } = ownMessage(world, params, 'delete');
  if (world.now().getTime() - message.at > deletableMs)
    throw badRequest("message can't be deleted for everyone");
  message.deleted = true;
  world.chats.changed(chat, message);
  return true;
}

function textContent(params: Params): Formatted {
  const source = textOf(params, 'text') ?? '';
  const content = readFormatted(source, textOf(params, 'parse_mode'), params.entities);
  if (content.text === '') throw badRequest('message text is empty');
  if (content.text.length > longestText) throw badRequest('message is too long');
  return withLinks(content);
}

function caption(params: Params): Formatted {
  const source = textOf(params, 'caption') ?? '';
  const content = readFormatted(source, textOf(params, 'parse_mode'), params.caption_entities);
  if (content.text.length > longestCaption) throw badRequest('message caption is too long');
  return withLinks(content);
}

/** Telegram adds the links and commands it finds where nothing was marked by hand. */
function withLinks({ text, marks }: Formatted): Formatted {
  const clear = foundMarks(text).filter(
    (found) =>
      !marks.some(
        (mark) => mark.offset < found.offset + found.length && found.offset < mark.offset + mark.length,
      ),
  );
  return { text, marks: [...marks, ...clear].sort((a, b) => a.offset - b.offset) };
}
