import { createVkPostReader } from './bot/vk/posts.ts';
import { createVkWallPoster } from './bot/vk/wall-poster.ts';
import type { VkConfig } from './config.ts';
import type { PostReader } from './domain/posts/post-reader.ts';
import type { WallPoster } from './domain/posts/wall-poster.ts';

/** null where the settings have no token for it: then nobody reads posts, or staff post by hand. */
export type VkPosts = { reader: PostReader | null; poster: WallPoster | null };

/** One of each for a process: they keep the pace of their tokens. */
export function createVkPosts(vk: VkConfig | null): VkPosts | null {
  if (vk === null || (vk.serviceToken === null && vk.userToken === null)) return null;
  const root = vk.apiRoot === null ? {} : { apiRoot: vk.apiRoot };
  const { serviceToken, userToken, groupId, serviceCallsPerSecond: callsPerSecond } = vk;
  return {
    reader: serviceToken === null ? null : createVkPostReader({ ...root, serviceToken, callsPerSecond }),
    poster: userToken === null ? null : createVkWallPoster({ ...root, userToken, groupId }),
  };
}
