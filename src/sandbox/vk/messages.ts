import { recordOf } from '../bodies.ts';
import { type Chat, type ChatMessage, messageOf, type Press, setKeyboard } from '../chats.ts';
import type { World } from '../world.ts';
import { chatWith, readContent, writableChat } from './content.ts';
import type { MessageIds } from './ids.ts';
import { flag, integer, integers, type Params, requiredInteger } from './params.ts';
import { missing, VkRefusal } from './refusal.ts';
import { createSend } from './sending.ts';
import type { SentOnce } from './sent-once.ts';

const editableMs = 24 * 3600_000;
const eventAnswerMs = 60_000;

type Found = { chat: Chat; message: ChatMessage };

/** The `messages.` methods. */
export function createMessageMethods(world: World, ids: MessageIds, once: SentOnce) {
  return {
    'messages.send': createSend(world, ids, once),
    'messages.edit': (params: Params) => edit(world, ids, params),
    'messages.delete': (params: Params) => remove(world, ids, params),
    'messages.sendMessageEventAnswer': (params: Params) => answerEvent(world, params),
    'messages.markAsRead': () => 1,
    'messages.setActivity': (params: Params) => {
      writableChat(world, integer(params, 'peer_id') ?? requiredInteger(params, 'user_id'));
      return 1;
    },
    'messages.isMessagesFromGroupAllowed': (params: Params) => ({
      is_allowed: world.chats.find('vk', requiredInteger(params, 'user_id'))?.standing === 'open' ? 1 : 0,
    }),
  };
}

/** What is not given again is taken away: keyboard and attachments too. */
function edit(world: World, ids: MessageIds, params: Params): number {
  const { chat, message } = named(world, ids, params);
  const { text, attachments, keyboard } = readContent(world, params);
  if (message.from !== 'bot') throw new VkRefusal(920);
  if (isOld(world, message)) throw new VkRefusal(909);
  message.text = text;
  message.attachments = attachments;
  message.edited = true;
  setKeyboard(message, keyboard?.inline ? keyboard : undefined);
  world.chats.changed(chat, message);
  return 1;
}

function named(world: World, ids: MessageIds, params: Params): Found {
  const id = integer(params, 'message_id');
  if (id !== undefined) {
    const found = ids.find(id);
    if (!found) throw new VkRefusal(100, 'message_id');
    return found;
  }
  const chat = chatWith(world, requiredInteger(params, 'peer_id'));
  const message = messageOf(
    chat,
    integer(params, 'cmid') ?? requiredInteger(params, 'conversation_message_id'),
  );
  if (!message) throw new VkRefusal(100, 'cmid');
  return { chat, message };
}

function isOld(world: World, message: ChatMessage): boolean {
  return world.now().getTime() - message.at > editableMs;
}

function remove(world: World, ids: MessageIds, params: Params): Record<string, unknown>[] {
  const peerId = integer(params, 'peer_id');
  const byCmid = integers(params, 'cmids').map((cmid): Found | undefined => {
    if (peerId === undefined) throw missing('peer_id');
    const chat = chatWith(world, peerId);
    const message = messageOf(chat, cmid);
    return message && { chat, message };
  });
  const byId = integers(params, 'message_ids').map(ids.find);
  return [...byCmid, ...byId].map((found) => {
    if (!found) return { peer_id: peerId ?? 0, error: { code: 100, description: 'message not found' } };
    const { chat, message } = found;
    const place = {
      peer_id: chat.accountId,
      message_id: ids.idOf(chat, message),
      conversation_message_id: message.id,
    };
    if (isOld(world, message))
      return { ...place, error: { code: 924, description: new VkRefusal(924).message } };
    if (flag(params, 'delete_for_all')) message.deleted = true;
    world.chats.changed(chat, message);
    return { ...place, response: 1 };
  });
}

function answerEvent(world: World, params: Params): number {
  const chat = chatWith(world, requiredInteger(params, 'peer_id'));
  const press = chat.presses.get(params.event_id ?? '');
  const late = press && world.elapsed() - press.pressedAt > eventAnswerMs;
  if (!press || press.answer || late || requiredInteger(params, 'user_id') !== chat.accountId) {
    throw new VkRefusal(100, 'event_id is invalid or expired');
  }
  press.answer = readEventAnswer(params.event_data);
  world.chats.changed(chat);
  return 1;
}

function readEventAnswer(json: string | undefined): NonNullable<Press['answer']> {
  if (json === undefined || json === '') return { text: '', alert: false };
  let data: Record<string, unknown>;
  try {
    data = recordOf(JSON.parse(json));
  } catch {
    throw new VkRefusal(100, 'event_data is not a valid json');
  }
  switch (data.type) {
    case 'show_snackbar': {
      const text = typeof data.text === 'string' ? data.text : '';
      if (text === '' || text.length > 90)
        throw new VkRefusal(100, 'event_data text should have 1 to 90 symbols');
      return { text, alert: false };
    }
    case 'open_link':
      return { text: '', alert: false, url: String(data.link) };
    case 'open_app':
      return { text: '', alert: false };
    default:
      throw new VkRefusal(100, 'event_data type is unknown');
  }
}
