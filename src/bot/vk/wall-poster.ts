import { z } from 'zod';
import type { PostingOutcome, WallPoster } from '../../domain/posts/wall-poster.ts';
import { apiRootOf, createVkClient, type VkResult } from './calls.ts';
import { paced } from './paced.ts';
import { postTrouble } from './post-trouble.ts';

export type VkPosterOptions = {
  /** Of a person who manages the community, allowed to post on walls; VK grants these one by one. */
  userToken: string;
  /** Positive. */
  groupId: number;
  apiRoot?: string;
};

/** What VK takes from a user token. */
const callsPerSecond = 3;

const postedSchema = z.object({ post_id: z.number() });

export function createVkWallPoster({ userToken, groupId, apiRoot }: VkPosterOptions): WallPoster {
  const client = createVkClient({ token: userToken, apiRoot: apiRootOf(apiRoot) });
  const call = paced(client.call, callsPerSecond);
  return {
    async post({ text, link, guid }) {
      const result = await call('wall.post', {
        owner_id: -groupId,
        from_group: 1,
        message: text,
        guid,
        ...(link !== undefined && { attachments: link }),
      });
      return outcomeOf(result, groupId);
    },
  };
}

/** Too fast or VK's own trouble: later. Whatever else VK says no to stays so until a person does something. */
function outcomeOf(result: VkResult, groupId: number): PostingOutcome {
  if (result.kind === 'answer') {
    const posted = postedSchema.safeParse(result.response);
    if (!posted.success) return { kind: 'unknown', code: 'answer wall.post' };
    return { kind: 'sent', key: { ownerId: -groupId, postId: posted.data.post_id } };
  }
  const { code, kind, retryAfterMs: afterMs } = postTrouble(result);
  if (result.kind === 'network' && result.trouble.reached === 'perhaps') return { kind: 'unknown', code };
  return kind === 'token' || kind === 'ours' ? { kind: 'refused', code } : { kind: 'later', code, afterMs };
}
