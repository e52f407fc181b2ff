import { z } from 'zod';
import { keyText, type PostKey, readKey } from '../../domain/posts/post.ts';
import { readPostLink } from '../../domain/posts/read-post-link.ts';

/** In messages VK gives the wall's owner as `to_id`, elsewhere as `owner_id`; a person's own post may have neither. */
export const attachedPost = z.object({
  id: z.number(),
  owner_id: z.number().optional(),
  to_id: z.number().optional(),
  from_id: z.number().optional(),
});

type Carrier = {
  type: string;
  wall?: z.infer<typeof attachedPost> | undefined;
  link?: { url: string } | undefined;
};

/** What is kept of a forwarded message: that there was one, and which posts it carried, never its words. */
export type Forwarded = true | { posts: string[] };

const carriers = z.array(
  z.object({
    type: z.string(),
    wall: attachedPost.optional().catch(undefined),
    link: z.object({ url: z.string() }).optional().catch(undefined),
  }),
);
const foreign = z.object({
  text: z.string().optional(),
  attachments: carriers.optional(),
  fwd_messages: z.array(z.unknown()).optional(),
});
const kept = z.strictObject({ posts: z.array(z.string()) });

/** VK forwards forwarded messages; deeper ones nobody means. */
const deepest = 3;

export function forwardedPosts(message: unknown): Forwarded {
  const already = kept.safeParse(message);
  if (already.success) return already.data;
  const posts = [...new Set(postsIn(message, deepest).map(keyText))];
  return posts.length > 0 ? { posts } : true;
}

function postsIn(message: unknown, depth: number): PostKey[] {
  const parsed = foreign.safeParse(message);
  if (!parsed.success || depth === 0) return [];
  const { text = '', attachments = [], fwd_messages = [] } = parsed.data;
  return [
    ...attachments.flatMap(keyOf),
    ...linked(text),
    ...fwd_messages.flatMap((one) => postsIn(one, depth - 1)),
  ];
}

/** The post that a message carries, attached before forwarded; null where there is none. */
export function postIn(message: {
  attachments: readonly Carrier[];
  fwd_messages: readonly Forwarded[];
}): PostKey | null {
  const forwarded = message.fwd_messages.flatMap((one) => (one === true ? [] : one.posts));
  return message.attachments.flatMap(keyOf)[0] ?? forwarded.map(readKey)[0] ?? null;
}

function keyOf({ type, wall, link }: Carrier): PostKey[] {
  if (type === 'link' && link) return linked(link.url);
  const ownerId = wall?.owner_id ?? wall?.to_id ?? wall?.from_id;
  const key = type === 'wall' && wall && ownerId !== undefined ? readKey(`${ownerId}_${wall.id}`) : null;
  return key ? [key] : [];
}

function linked(text: string): PostKey[] {
  const link = readPostLink(text);
  return link.kind === 'post' ? [link.key] : [];
}
