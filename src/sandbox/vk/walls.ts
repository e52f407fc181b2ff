import { createSignal } from '../signal.ts';
import type { World } from '../world.ts';

export type WallAttachment = {
  kind: 'photo' | 'video' | 'doc' | 'link' | 'audio' | 'poll';
  title?: string;
  url?: string;
};

/** Owners are people, or communities with a minus. */
export type WallPost = {
  ownerId: number;
  postId: number;
  fromId: number;
  signerId?: number;
  text: string;
  attachments: WallAttachment[];
  /** Milliseconds. */
  at: number;
  editedAt?: number;
  deleted?: boolean;
  /** Somebody else's post, shown here again. */
  repostOf?: { ownerId: number; postId: number };
  ad?: boolean;
  friendsOnly?: boolean;
  likes: number;
  reposts: number;
  comments: number;
  /** VK keeps it to itself where it is absent. */
  views?: number;
  guid?: string;
};

export type NewPost = Partial<Omit<WallPost, 'ownerId' | 'postId' | 'at' | 'editedAt'>> & { at?: Date };

/** A community besides the bot's own. */
export type OtherGroup = { id: number; name: string; closed?: boolean; deactivated?: 'banned' | 'deleted' };

export type SavedWalls = { posts: WallPost[]; closed: number[]; groups: OtherGroup[] };

export type Walls = ReturnType<typeof createWalls>;

/** What stands on the walls of people and communities, and whose walls are closed. */
export function createWalls(world: World, groupId: number, before: SavedWalls | undefined) {
  const posts = new Map((before?.posts ?? []).map((post) => [nameOf(post), post]));
  const closed = new Set(before?.closed);
  const groups = new Map((before?.groups ?? []).map((group) => [group.id, group]));
  const changes = createSignal<undefined>();
  const changed = () => changes.emit(undefined);
  let lastPostId = Math.max(0, ...[...posts.values()].map((post) => post.postId));

  function accessOf(ownerId: number): 'open' | 'closed' | 'gone' | 'unknown' {
    if (ownerId === -groupId) return 'open';
    if (ownerId < 0) {
      const group = groups.get(-ownerId);
      if (!group) return 'unknown';
      if (group.deactivated) return 'gone';
      return group.closed ? 'closed' : 'open';
    }
    const chat = world.chats.find('vk', ownerId);
    if (!chat) return 'unknown';
    if (chat.standing === 'gone') return 'gone';
    return closed.has(ownerId) ? 'closed' : 'open';
  }

  const isPublic = (post: WallPost) =>
    !post.deleted && !post.friendsOnly && accessOf(post.ownerId) === 'open';

  return {
    changes,
    /** To be told after a post was changed in place. */
    changed,
    accessOf,
    isClosed: (accountId: number) => closed.has(accountId),
    group: (id: number) => groups.get(id),
    add(ownerId: number, fresh: NewPost): WallPost {
      lastPostId += 1;
      const { at = world.now(), ...rest } = fresh;
      const none = { text: '', attachments: [], likes: 0, reposts: 0, comments: 0 };
      const post = { ...none, fromId: ownerId, ...rest, ownerId, postId: lastPostId, at: at.getTime() };
      posts.set(nameOf(post), post);
      changed();
      return post;
    },
    find: (ownerId: number, postId: number) => posts.get(nameOf({ ownerId, postId })),
    /** What a stranger sees of a post; nothing for what is deleted, hidden or behind a closed wall. */
    visible(ownerId: number, postId: number): WallPost | undefined {
      const post = posts.get(nameOf({ ownerId, postId }));
      return post && isPublic(post) ? post : undefined;
    },
    /** All that strangers see, newest first. */
    all: () => [...posts.values()].filter(isPublic).sort((a, b) => b.at - a.at || b.postId - a.postId),
    byGuid: (guid: string) => [...posts.values()].find((post) => post.guid === guid),
    setClosed(accountId: number, isClosed: boolean): void {
      if (isClosed) closed.add(accountId);
      else closed.delete(accountId);
      changed();
    },
    addGroup(group: OtherGroup): void {
      groups.set(group.id, { ...group });
      changed();
    },
    save: (): SavedWalls => ({
      posts: [...posts.values()],
      closed: [...closed],
      groups: [...groups.values()],
    }),
  };
}

function nameOf({ ownerId, postId }: { ownerId: number; postId: number }): string {
  return `${ownerId}_${postId}`;
}
