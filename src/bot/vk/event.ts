import { z } from 'zod';
import { attachedPost, forwardedPosts } from './attached-post.ts';

const present = z
  .unknown()
  .transform(() => true as const)
  .optional();

const attachment = z.object({
  type: z.string(),
  doc: z
    .object({ title: z.string(), ext: z.string(), size: z.number(), url: z.string().optional() })
    .optional(),
  /** A post, shared from its page or from the app. */
  wall: attachedPost.optional().catch(undefined),
  link: z.object({ url: z.string() }).optional().catch(undefined),
  photo: z
    .object({
      id: z.number(),
      sizes: z
        .array(z.object({ url: z.string().optional(), width: z.number(), height: z.number() }))
        .optional(),
    })
    .optional(),
});

const messageNew = z.object({
  type: z.literal('message_new'),
  object: z.object({
    message: z.object({
      from_id: z.number(),
      peer_id: z.number(),
      date: z.number(),
      text: z.string().default(''),
      payload: z.string().optional(),
      ref: z.string().optional(),
      attachments: z.array(attachment).default([]),
      fwd_messages: z.array(z.unknown().transform(forwardedPosts)).default([]),
      geo: present,
    }),
    client_info: z.object({ button_actions: z.array(z.string()).optional() }).optional(),
  }),
});

const messageEvent = z.object({
  type: z.literal('message_event'),
  object: z.object({
    user_id: z.number(),
    peer_id: z.number(),
    event_id: z.string(),
    // The schema says string, the wire carries an object.
    payload: z.unknown().optional(),
    conversation_message_id: z.number().optional(),
  }),
});

const consent = z.object({
  type: z.enum(['message_allow', 'message_deny']),
  object: z.object({ user_id: z.number() }),
});

/**
 * The part of an event that is read, and therefore all that is stored of it. Reading what it gives once more gives the
 * same. `secret` of the Callback API is not among it.
 */
export const eventSchema = z
  .discriminatedUnion('type', [messageNew, messageEvent, consent])
  .and(z.object({ event_id: z.string(), group_id: z.number() }));

export type VkEvent = z.infer<typeof eventSchema>;
export type VkMessage = z.infer<typeof messageNew>['object']['message'];
