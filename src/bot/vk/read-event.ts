import type { Clock } from '../../domain/calendar/clock.ts';
import type { RawEvent } from '../../domain/delivery/inbox-book.ts';
import type { Incoming, IncomingEvent, IncomingFile } from '../../domain/messages/incoming.ts';
import { postUrl } from '../../domain/posts/post.ts';
import { postIn } from './attached-post.ts';
import { eventSchema, type VkEvent, type VkMessage } from './event.ts';
import { unescaped } from './unescaped.ts';

type Reading = { groupId: number; clock: Clock };

/** Chats of several people have ids above this. */
const firstChatId = 2_000_000_000;

/** Said in private by a person to this community; anything else is `null`, and so is junk. */
export function readEvent(payload: unknown, { groupId, clock }: Reading): Incoming | null {
  const parsed = eventSchema.safeParse(payload);
  if (!parsed.success || parsed.data.group_id !== groupId) return null;
  const said = saidIn(parsed.data);
  if (!said || said.userId <= 0 || said.peerId >= firstChatId) return null;
  return {
    platform: 'vk',
    eventId: parsed.data.event_id,
    accountId: String(said.userId),
    chatId: String(said.peerId),
    at: said.date === null ? clock.now() : new Date(said.date * 1000),
    event: said.event,
  };
}

/** What the inbox stores of an event; `null` where there is nothing in it for us. */
export function rawEventOf(event: unknown, reading: Reading): RawEvent | null {
  const incoming = readEvent(event, reading);
  if (!incoming) return null;
  const { platform, eventId, chatId } = incoming;
  return { platform, eventId, chatKey: `vk:${chatId}`, payload: eventSchema.parse(event) };
}

/** Whether the client that wrote shows callback buttons; `null` where the event does not tell. */
export function clientOf(payload: unknown): { accountId: string; takesCallbacks: boolean } | null {
  const parsed = eventSchema.safeParse(payload);
  if (!parsed.success || parsed.data.type !== 'message_new') return null;
  const { message, client_info } = parsed.data.object;
  const actions = client_info?.button_actions;
  return actions
    ? { accountId: String(message.from_id), takesCallbacks: actions.includes('callback') }
    : null;
}

type Said = { userId: number; peerId: number; date: number | null; event: IncomingEvent };

function saidIn(event: VkEvent): Said | null {
  switch (event.type) {
    case 'message_new': {
      const { message } = event.object;
      const { from_id: userId, peer_id: peerId, date } = message;
      return { userId, peerId, date, event: eventOf(message) };
    }
    case 'message_event': {
      const { user_id: userId, peer_id: peerId, event_id, payload, conversation_message_id } = event.object;
      const action = actionIn(payload);
      if (action === null) return null;
      const messageId = conversation_message_id === undefined ? '' : String(conversation_message_id);
      return {
        userId,
        peerId,
        date: null,
        event: { kind: 'press', action, callbackId: event_id, messageId },
      };
    }
    case 'message_allow':
    case 'message_deny': {
      const { user_id } = event.object;
      const kind = event.type === 'message_allow' ? 'allow' : 'deny';
      return { userId: user_id, peerId: user_id, date: null, event: { kind } };
    }
  }
}

function eventOf(message: VkMessage): IncomingEvent {
  const action = actionIn(message.payload);
  if (action !== null) return { kind: 'press', action, callbackId: '', messageId: '' };
  if (message.ref !== undefined && message.ref !== '') return { kind: 'start', payload: message.ref };
  const text = unescaped(message.text);
  if (isStart(message.payload) || /^(начать|start)$/i.test(text.trim()))
    return { kind: 'start', payload: '' };
  const files = message.attachments.map(fileOf).filter((file) => file !== null);
  if (files.length > 0) return { kind: 'files', files, text };
  const key = postIn(message);
  if (key) {
    const post = postUrl(key);
    return { kind: 'text', text: text.trim() === '' ? post : text, post };
  }
  // VK hangs a preview on every link in a text, so words count for more than what hangs on them.
  if (text.trim() !== '') return { kind: 'text', text };
  return { kind: 'other', what: whatIs(message) };
}

function whatIs({ attachments, fwd_messages, geo }: VkMessage): string {
  if (fwd_messages.length > 0) return 'forwarded';
  if (geo) return 'location';
  return attachments[0]?.type ?? 'empty';
}

function fileOf({ type, doc, photo }: VkMessage['attachments'][number]): IncomingFile | null {
  if (type === 'doc' && doc?.url !== undefined) {
    const { title, ext, size, url } = doc;
    const name = title.toLowerCase().endsWith(`.${ext.toLowerCase()}`) ? title : `${title}.${ext}`;
    return { name, mime: 'application/octet-stream', size, source: { url } };
  }
  if (type !== 'photo' || !photo) return null;
  const largest = photo.sizes?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (largest?.url === undefined) return null;
  return { name: `photo-${photo.id}.jpg`, mime: 'image/jpeg', size: null, source: { url: largest.url } };
}

function actionIn(payload: unknown): string | null {
  const { action } = recordIn(payload);
  return typeof action === 'string' && action !== '' ? action : null;
}

function isStart(payload: unknown): boolean {
  return recordIn(payload).command === 'start';
}

function recordIn(payload: unknown): Record<string, unknown> {
  let value = payload;
  if (typeof payload === 'string') {
    try {
      value = JSON.parse(payload);
    } catch {
      return {};
    }
  }
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
