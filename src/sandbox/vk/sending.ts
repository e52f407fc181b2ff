import { setMenu } from '../chats.ts';
import type { World } from '../world.ts';
import { type Content, readContent, writableChat } from './content.ts';
import type { MessageIds } from './ids.ts';
import { integer, integers, type Params, requiredInteger } from './params.ts';
import { missing, VkRefusal } from './refusal.ts';
import type { Sent, SentOnce } from './sent-once.ts';

const mostPeers = 100;

/** `messages.send`: one peer and a number as answer, or many peers and an answer for each, refusals inside. */
export function createSend(world: World, ids: MessageIds, once: SentOnce): (params: Params) => unknown {
  function sendTo(peerId: number, randomId: number, content: Content): Sent {
    const chat = writableChat(world, peerId);
    const before = once.find(peerId, randomId);
    if (before) return before;
    const { text, attachments, keyboard } = content;
    if (keyboard && !keyboard.inline) setMenu(chat, keyboard.rows.length > 0 ? keyboard : undefined);
    const inline = keyboard?.inline ? { keyboard } : {};
    const message = world.chats.add(chat, { from: 'bot', text, attachments, ...inline });
    world.ledger.deliver({ platform: 'vk', personKey: chat.personKey, messageId: message.id, text });
    const answer = { message_id: ids.idOf(chat, message), conversation_message_id: message.id };
    once.remember(peerId, randomId, answer);
    return answer;
  }

  function sendToEach(peerIds: number[], randomId: number, content: Content): unknown[] {
    if (peerIds.length > mostPeers)
      throw new VkRefusal(100, `peer_ids should contain no more than ${mostPeers} elements`);
    return peerIds.map((peer_id) => {
      try {
        return { peer_id, ...sendTo(peer_id, randomId, content) };
      } catch (error) {
        if (!(error instanceof VkRefusal)) throw error;
        return { peer_id, error: { code: error.code, description: error.message } };
      }
    });
  }

  return (params) => {
    if (params.random_id === undefined) throw missing('random_id');
    const randomId = requiredInteger(params, 'random_id');
    const content = readContent(world, params);
    const many = params.peer_ids === undefined ? 'user_ids' : 'peer_ids';
    if (params[many] !== undefined) return sendToEach(integers(params, many), randomId, content);
    const peerId = integer(params, 'peer_id') ?? integer(params, 'user_id');
    if (peerId === undefined) throw missing('peer_id');
    return sendTo(peerId, randomId, content).message_id;
  };
}
