import type { World } from '../world.ts';
import type { TelegramLimits } from './gate.ts';
import type { createMessageMethods, Uploads } from './messages.ts';
import { type Params, textOf } from './params.ts';
import { badRequest } from './refusal.ts';
import type { Updates } from './updates.ts';
import { type BotAccount, botUser, fileIds, readFileId, wireChat } from './wire.ts';

export type Method = (params: Params, uploads: Uploads, gone: AbortSignal) => unknown;

const largestFetched = 20 * 1024 * 1024;

/** Settings that a bot may write and that nobody in the sandbox sees. */
const settings = [
  'setMyName',
  'setMyDescription',
  'setMyShortDescription',
  'setChatMenuButton',
  'setMyDefaultAdministratorRights',
];

/** Every method by its name in lower case: the Bot API does not mind the case. */
export function createMethods(
  world: World,
  bot: BotAccount,
  limits: TelegramLimits,
  updates: Updates,
  messages: ReturnType<typeof createMessageMethods>,
): Map<string, Method> {
  const commands = new Map<string, unknown>();
  const methods: Record<string, Method> = {
    ...Object.fromEntries(settings.map((name) => [name, () => true])),
    getMe: () => ({
      ...botUser(bot),
      can_join_groups: false,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    }),
    getUpdates: (params, _uploads, gone) => updates.getUpdates(params, gone),
    setWebhook: (params) => updates.setWebhook(params),
    deleteWebhook: (params) => updates.deleteWebhook(params),
    getWebhookInfo: () => updates.getWebhookInfo(),
    sendMessage: (params) => messages.sendMessage(params),
    sendDocument: (params, uploads) => messages.sendDocument(params, uploads),
    sendPhoto: (params, uploads) => messages.sendPhoto(params, uploads),
    editMessageText: (params) => messages.editMessageText(params),
    editMessageCaption: (params) => messages.editMessageCaption(params),
    editMessageReplyMarkup: (params) => messages.editMessageReplyMarkup(params),
    deleteMessage: (params) => messages.deleteMessage(params),
    sendChatAction: (params) => messages.sendChatAction(params),
    answerCallbackQuery: (params) => answerCallback(world, limits, params),
    getFile: (params) => getFile(world, params),
    getChat: (params) => ({
      ...wireChat(messages.chatOf(params)),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: true,
        limited_gifts: true,
        unique_gifts: true,
        premium_subscription: true,
        gifts_from_channels: true,
      },
    }),
    setMyCommands: (params) => {
      commands.set(commandsKey(params), params.commands ?? []);
      return true;
    },
    deleteMyCommands: (params) => commands.delete(commandsKey(params)) || true,
    getMyCommands: (params) => commands.get(commandsKey(params)) ?? [],
    close: () => true,
    logOut: () => true,
  };
  return new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]));
}

function commandsKey(params: Params): string {
  return JSON.stringify([params.scope ?? null, params.language_code ?? null]);
}

function answerCallback(world: World, limits: TelegramLimits, params: Params): boolean {
  const id = textOf(params, 'callback_query_id') ?? '';
  const chat = world.chats.all().find((one) => one.platform === 'telegram' && one.presses.has(id));
  const press = chat?.presses.get(id);
  const late = press && world.elapsed() - press.pressedAt > limits.callbackAnswerMs;
  if (!chat || !press || press.answer || late) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = textOf(params, 'text') ?? '';
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  const url = textOf(params, 'url');
  press.answer = { text, alert: params.show_alert === true, ...(url !== undefined && { url }) };
  world.chats.changed(chat);
  return true;
}

function getFile(world: World, params: Params): Record<string, unknown> {
  const id = readFileId(textOf(params, 'file_id') ?? '');
  const file = id && world.files.get(id.number, id.key);
  if (!file) throw badRequest('invalid file_id');
  if (file.bytes.length > largestFetched) throw badRequest('file is too big');
  const folder = file.width === undefined ? 'documents' : 'photos';
  return { ...fileIds(file), file_path: `${folder}/file_${file.number}_${file.key}` };
}
