import { z } from 'zod';
import type { Webhook } from '../../domain/messages/webhook.ts';
import { isSameSecret } from '../same-secret.ts';
import type { rawEventOf } from './read-event.ts';

export type CallbackSettings = {
  /** The string VK wants to see before it believes that the address is ours. */
  confirmation: string;
  /** The secret key of the community's callback server; without it anybody could call. */
  secret: string;
};

const callSchema = z.object({ type: z.string(), group_id: z.number(), secret: z.string().optional() });

/** Takes calls of VK's Callback API. Repeats are told by `event_id` in the inbox, so `ok` is always right. */
export function vkWebhook(
  { confirmation, secret }: CallbackSettings,
  groupId: number,
  eventOf: (event: unknown) => ReturnType<typeof rawEventOf>,
): Webhook {
  return {
    platform: 'vk',
    judge({ body }) {
      const call = callSchema.safeParse(body);
      if (!call.success || call.data.group_id !== groupId) return { kind: 'refuse' };
      // The first call may come before the secret key is entered on VK's side.
      const unsigned = call.data.type === 'confirmation' && call.data.secret === undefined;
      if (!unsigned && !isSameSecret(call.data.secret, secret)) return { kind: 'refuse' };
      if (call.data.type === 'confirmation') return { kind: 'reply', reply: confirmation };
      const event = eventOf(body);
      return event ? { kind: 'take', events: [event], reply: 'ok' } : { kind: 'reply', reply: 'ok' };
    },
  };
}
