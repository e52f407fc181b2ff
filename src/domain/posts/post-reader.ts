import type { Post, PostKey, PostLook } from './post.ts';

/**
 * Why a call gave nothing. None of it says anything about a post: whoever asked waits and asks again.
 * `rate`: too many calls (6, 9, 29); `token`: VK refuses ours (5, 15 of a method, 27, 28), somebody has to look;
 * `network`: nothing was reached or no answer came; `passing`: VK's own trouble (1, 10); `ours`: a call VK does not
 * understand, or an answer that we do not.
 */
export type PostTrouble = {
  /** `vk-6`, `network ECONNRESET`, `answer wall.getById`. */
  code: string;
  kind: 'rate' | 'token' | 'network' | 'passing' | 'ours';
  /** Not sooner than this is it worth asking again. */
  retryAfterMs: number;
};

/** By `keyText`. Each key asked for stands in one of the two, never in both. */
export type PostLooks = { looks: Map<string, PostLook>; troubles: Map<string, PostTrouble> };

/** One page of posts; `next` is null where there is no further one. */
export type PostPage<Next> = { posts: Post[]; next: Next | null };

export type PageAnswer<Next> =
  | { kind: 'page'; page: PostPage<Next> }
  | { kind: 'trouble'; trouble: PostTrouble };

/** Instants: VK knows whole seconds. `startFrom` is what the page before gave as `next`; null begins. */
export type SearchRange = { from: Date; to: Date; startFrom: string | null };

/** Reads posts by what VK's API says of them. Never throws for what VK or the network says; throwing means a bug. */
export type PostReader = {
  /**
   * Looks at any number of posts with as few calls as VK allows: 100 a call, and for those that are absent one call for
   * each 1,000 people and 500 communities that own them, to tell why. What came before a failed call is kept.
   */
  look(keys: readonly PostKey[]): Promise<PostLooks>;
  /**
   * One page (up to 200) of public posts with the hashtag, newest first. VK shows a part of what there is and 1,000 at
   * most: whoever needs all asks for shorter ranges. `hashtag` with or without its #.
   */
  search(hashtag: string, range: SearchRange): Promise<PageAnswer<string>>;
  /** One page (100 at most) of a community's wall, newest first. `communityId` positive; `next` is the next offset. */
  wall(communityId: number, page: { offset: number; count: number }): Promise<PageAnswer<number>>;
};
