import { z } from 'zod';
import type { Post } from '../../domain/posts/post.ts';
import type { PageAnswer, PostReader } from '../../domain/posts/post-reader.ts';
import { apiRootOf, createVkClient, type VkCall } from './calls.ts';
import { lookAtPosts } from './look-at-posts.ts';
import { paced } from './paced.ts';
import { postTrouble, unreadable } from './post-trouble.ts';
import { keyOfItem, lookOfItem } from './read-post.ts';

export type VkPostsOptions = {
  /** A service token: VK refuses a community's own for walls (27). */
  serviceToken: string;
  apiRoot?: string;
  /** How many calls VK takes from this token. */
  callsPerSecond: number;
};

const foundPerCall = 200;
const wallPerCall = 100;

const foundSchema = z.object({ items: z.array(z.unknown()), next_from: z.string().optional() });
const wallSchema = z.object({ items: z.array(z.unknown()), count: z.number() });
const replySchema = z.object({ post_type: z.literal('reply') });

/** Reads posts through VK's API. One reader for each token: it keeps the token's pace. */
export function createVkPostReader({ serviceToken, apiRoot, callsPerSecond }: VkPostsOptions): PostReader {
  const client = createVkClient({ token: serviceToken, apiRoot: apiRootOf(apiRoot) });
  const call = paced(client.call, callsPerSecond);
  return {
    look: (keys) => lookAtPosts(call, keys),
    async search(hashtag, { from, to, startFrom }) {
      const params = {
        q: `#${hashtag.replace(/^#/, '')}`,
        count: foundPerCall,
        start_time: seconds(from),
        end_time: seconds(to),
        ...(startFrom !== null && { start_from: startFrom }),
      };
      return page(call, 'newsfeed.search', params, foundSchema, ({ next_from }) => next_from ?? null);
    },
    async wall(communityId, { offset, count }) {
      const params = { owner_id: -communityId, offset, count: Math.min(count, wallPerCall) };
      return page(call, 'wall.get', params, wallSchema, ({ items, count: all }) => {
        const next = offset + items.length;
        return items.length > 0 && next < all ? next : null;
      });
    },
  };
}

async function page<T extends { items: unknown[] }, Next>(
  call: VkCall,
  method: string,
  params: Record<string, unknown>,
  schema: z.ZodType<T>,
  nextOf: (answer: T) => Next | null,
): Promise<PageAnswer<Next>> {
  const result = await call(method, params);
  if (result.kind !== 'answer') return { kind: 'trouble', trouble: postTrouble(result) };
  const answer = schema.safeParse(result.response);
  if (!answer.success) return { kind: 'trouble', trouble: unreadable(method) };
  const posts = answer.data.items.flatMap(seenIn);
  return { kind: 'page', page: { posts, next: nextOf(answer.data) } };
}

/** Comments are found by their hashtags as well; they are no posts. */
function seenIn(item: unknown): Post[] {
  const key = keyOfItem(item);
  if (!key || replySchema.safeParse(item).success) return [];
  const look = lookOfItem(key, item);
  return look?.kind === 'seen' ? [look.post] : [];
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
