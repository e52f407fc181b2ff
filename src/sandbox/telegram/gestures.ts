import type { Attachment, Chat, ChatMessage } from '../chats.ts';
import type { Gestures } from '../phone.ts';
import { unixTime, type World } from '../world.ts';
import { foundMarks } from './formatting.ts';
import type { Updates } from './updates.ts';
import { type BotAccount, botUser, personUser, wireChat, wireMessage } from './wire.ts';

/** What a person does in Telegram, as updates for the bot. */
export function createTelegramGestures(
  world: World,
  bot: BotAccount,
  updates: Updates,
  chat: Chat,
): Gestures {
  function say(text: string, attachments: Attachment[] = []): ChatMessage {
    // Whoever writes has opened the chat, and writing to a blocked bot unblocks it first.
    if (chat.standing === 'blocked') unblock();
    if (chat.standing === 'stranger') world.chats.setStanding(chat, 'open');
    if (chat.menu?.oneTime) delete chat.menu;
    const message = world.chats.add(chat, { from: 'person', text, marks: foundMarks(text), attachments });
    updates.push('message', wireMessage(chat, message, bot));
    return message;
  }

  function moved(from: 'member' | 'kicked', to: 'member' | 'kicked'): void {
    const member = (status: 'member' | 'kicked') => ({
      status,
      user: botUser(bot),
      ...(status === 'kicked' && { until_date: 0 }),
    });
    updates.push('my_chat_member', {
      chat: wireChat(chat),
      from: personUser(chat),
      date: unixTime(world.now()),
      old_chat_member: member(from),
      new_chat_member: member(to),
    });
  }

  function unblock(): void {
    if (chat.standing !== 'blocked') return;
    world.chats.setStanding(chat, 'open');
    moved('kicked', 'member');
  }

  return {
    text: (text) => say(text),
    edit(message) {
      message.marks = foundMarks(message.text);
      updates.push('edited_message', wireMessage(chat, message, bot));
    },
    document: (file) => say('', [{ kind: 'document', file: world.files.add(file) }]),
    photo: (file, caption) => say(caption, [{ kind: 'photo', file: world.files.add(file) }]),
    contact: ({ phone, name }) => say('', [{ kind: 'contact', phone, name }]),
    sticker: (emoji) => say('', [{ kind: 'sticker', emoji }]),
    voice: (file) => say('', [{ kind: 'voice', file: world.files.add(file) }]),
    location: (latitude, longitude) => say('', [{ kind: 'location', latitude, longitude }]),
    publish() {
      throw new Error('Telegram has no walls');
    },
    post() {
      throw new Error('a post of VK comes to Telegram as a link');
    },
    open: (payload) => say(payload === undefined ? '/start' : `/start ${payload}`),
    callback(message, data) {
      const id = `${chat.accountId}${world.firstId + chat.presses.size + 1}`;
      const press = { id, messageId: message.id, data, pressedAt: world.elapsed() };
      chat.presses.set(id, press);
      updates.push('callback_query', {
        id,
        from: personUser(chat),
        message: wireMessage(chat, message, bot),
        chat_instance: String(chat.accountId * 7),
        data,
      });
      return press;
    },
    block() {
      if (chat.standing === 'blocked') return;
      world.chats.setStanding(chat, 'blocked');
      moved('member', 'kicked');
    },
    unblock,
  };
}
