import type { World } from '../world.ts';
import type { NewPost, WallPost, Walls } from './walls.ts';

type Named = { ownerId: number; postId: number };

type Counters = Partial<Pick<WallPost, 'likes' | 'reposts' | 'comments' | 'views'>>;

/** What people and communities do on their walls, for a program. `ownerId` is negative for a community. */
export function createWallControl(world: World, walls: Walls) {
  function change({ ownerId, postId }: Named, how: (post: WallPost) => void): void {
    const post = walls.find(ownerId, postId);
    if (!post) throw new Error(`the sandbox has no post ${ownerId}_${postId}`);
    how(post);
    walls.changed();
  }
  const put = (post: Named, changed: Partial<WallPost>) =>
    change(post, (found) => Object.assign(found, changed));

  return {
    /** Written by the wall's owner now, unless it says otherwise. */
    publish: (ownerId: number, post: NewPost): WallPost => walls.add(ownerId, post),
    repost: (ownerId: number, of: Named, post: NewPost = {}): WallPost =>
      walls.add(ownerId, { ...post, repostOf: { ownerId: of.ownerId, postId: of.postId } }),
    edit: (post: Named, changed: Partial<Pick<WallPost, 'text' | 'attachments'>>, at = world.now()): void =>
      put(post, { ...changed, editedAt: at.getTime() }),
    /** What leaves no trace in the time of change: a mark of advertising, who may see it. */
    mark: (post: Named, marks: Partial<Pick<WallPost, 'ad' | 'friendsOnly'>>): void => put(post, marks),
    remove: (post: Named): void => put(post, { deleted: true }),
    restore: (post: Named): void => put(post, { deleted: false }),
    count: (post: Named, counters: Counters): void => put(post, counters),
    /** A post gets so much more of each. */
    grow: (post: Named, by: Counters): void =>
      change(post, (found) => {
        for (const name of ['likes', 'reposts', 'comments', 'views'] as const) {
          const more = by[name];
          if (more !== undefined) found[name] = (found[name] ?? 0) + more;
        }
      }),
    closeProfile: (accountId: number, isClosed = true): void => walls.setClosed(accountId, isClosed),
    /** A community besides the bot's own; given again it changes. */
    addCommunity: walls.addGroup,
    post: (post: Named): WallPost | undefined => walls.find(post.ownerId, post.postId),
    postsOf: (ownerId: number): WallPost[] => walls.all().filter((post) => post.ownerId === ownerId),
  };
}
