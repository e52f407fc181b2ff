import { randomUUID } from 'node:crypto';
import type { Attachment, Chat, ChatMessage } from '../chats.ts';
import type { Gestures } from '../phone.ts';
import { unixTime, type World } from '../world.ts';
import type { Events } from './events.ts';
import type { MessageIds } from './ids.ts';
import type { Walls } from './walls.ts';
import { type MessageExtras, wireMessage } from './wire.ts';
import { wireAttachedPost } from './wire-post.ts';

/** What the person's client can show, as `message_new` tells it. */
const clientInfo = {
  button_actions: ['text', 'location', 'open_app', 'open_link', 'callback'],
  keyboard: true,
  inline_keyboard: true,
  carousel: true,
  lang_id: 0,
};

/** What a person does in VK, as events for the community. */
export function createVkGestures(
  world: World,
  events: Events,
  ids: MessageIds,
  chat: Chat,
  walls: Walls,
): Gestures {
  function say(text: string, attachments: Attachment[] = [], extras: MessageExtras = {}): ChatMessage {
    // Whoever writes allows the answers.
    if (chat.standing !== 'open' && chat.standing !== 'gone') allow();
    if (chat.menu?.oneTime) delete chat.menu;
    const message = world.chats.add(chat, { from: 'person', text, attachments });
    const wired = wireMessage(world, chat, message, ids.idOf(chat, message), extras);
    events.push('message_new', { message: wired, client_info: clientInfo });
    return message;
  }

  function allow(): void {
    const isNew = chat.standing === 'stranger';
    world.chats.setStanding(chat, 'open');
    if (!isNew) events.push('message_allow', { user_id: chat.accountId, key: '' });
  }

  return {
    text: (text, button) => say(text, [], button?.data === undefined ? {} : { payload: button.data }),
    edit(message) {
      events.push('message_edit', wireMessage(world, chat, message, ids.idOf(chat, message)));
    },
    document: (file) => say('', [{ kind: 'document', file: world.files.add(file) }]),
    photo: (file, caption) => say(caption, [{ kind: 'photo', file: world.files.add(file) }]),
    contact() {
      throw new Error('VK has no contact button');
    },
    sticker: (emoji) => say('', [{ kind: 'sticker', emoji }]),
    voice: (file) => say('', [{ kind: 'voice', file: world.files.add(file) }]),
    location: (latitude, longitude) => say('', [{ kind: 'location', latitude, longitude }]),
    /** The link opens the chat; the person then presses «Начать», and that message carries `ref`. */
    open: (payload) =>
      say('Начать', [], {
        payload: '{"command":"start"}',
        ...(payload !== undefined && { ref: payload, ref_source: '' }),
      }),
    publish: (text) => walls.add(chat.accountId, { text }),
    post({ ownerId, postId }, text, forwarded) {
      const found = walls.find(ownerId, postId);
      if (!found) throw new Error(`the sandbox has no post ${ownerId}_${postId}`);
      const attachments = [{ type: 'wall', wall: wireAttachedPost(found) }];
      if (!forwarded) return say(text, [{ kind: 'post', ownerId, postId }], { attachments });
      const date = unixTime(world.now());
      const said = { conversation_message_id: 1, date, from_id: chat.accountId, text: '', attachments };
      return say(text, [{ kind: 'post', ownerId, postId }], { fwd_messages: [said] });
    },
    callback(message, data) {
      const id = randomUUID().replaceAll('-', '').slice(0, 12);
      const press = { id, messageId: message.id, data, pressedAt: world.elapsed() };
      chat.presses.set(id, press);
      events.push('message_event', {
        user_id: chat.accountId,
        peer_id: chat.accountId,
        event_id: id,
        payload: data === '' ? {} : JSON.parse(data),
        conversation_message_id: message.id,
      });
      return press;
    },
    block() {
      if (chat.standing !== 'open') return;
      world.chats.setStanding(chat, 'blocked');
      events.push('message_deny', { user_id: chat.accountId });
    },
    unblock() {
      if (chat.standing === 'blocked') allow();
    },
  };
}
