import type { Attachment, Chat } from '../chats.ts';
import type { World } from '../world.ts';
import { readKeyboard, type VkKeyboard } from './keyboard.ts';
import type { Params } from './params.ts';
import { VkRefusal } from './refusal.ts';
import { fileNumberOf } from './wire.ts';

const longestText = 4096;

export type Content = { text: string; attachments: Attachment[]; keyboard?: VkKeyboard };

/** What a message says, checked: 914 too long, 100 nothing at all, 911 a keyboard that VK would not show. */
export function readContent(world: World, params: Params): Content {
  const text = (params.message ?? '').trim();
  if (text.length > longestText) throw new VkRefusal(914);
  const names = (params.attachment ?? '').split(',').filter(Boolean);
  const attachments = names.map((name) => readAttachment(world, name.trim()));
  if (text === '' && attachments.length === 0) throw new VkRefusal(100, 'message is empty or invalid');
  return { text, attachments, ...(params.keyboard && { keyboard: readKeyboard(params.keyboard) }) };
}

function readAttachment(world: World, name: string): Attachment {
  const found = /^(doc|photo|audio_message)(-?\d+)_(\d+)(?:_(\w+))?$/.exec(name);
  const file = found && world.files.get(fileNumberOf(Number(found[3])), found[4]);
  if (!found || !file) throw new VkRefusal(100, `attachment ${name} not found`);
  if (found[1] === 'photo') return { kind: 'photo', file };
  return { kind: found[1] === 'audio_message' ? 'voice' : 'document', file };
}

/** VK does not say whether a person who allows no messages exists. */
export function chatWith(world: World, peerId: number): Chat {
  const chat = world.chats.find('vk', peerId);
  if (!chat) throw new VkRefusal(901);
  return chat;
}

export function writableChat(world: World, peerId: number): Chat {
  const chat = chatWith(world, peerId);
  if (chat.standing === 'gone') throw new VkRefusal(18);
  if (chat.standing !== 'open') throw new VkRefusal(901);
  return chat;
}
