/** A post on a VK wall. `ownerId` is whose wall it stands on: negative for a community, as in the post's address. */
export type PostKey = { ownerId: number; postId: number };

export type PostAttachmentKind = 'photo' | 'video' | 'doc' | 'link' | 'audio' | 'poll' | 'other';

/** What hangs on a post: enough to judge and to show it. `title` and `url` only where VK gives them. */
export type PostAttachment = { kind: PostAttachmentKind; title: string | null; url: string | null };

/** `views` is null where VK does not tell (older posts, small walls). */
export type PostCounters = { likes: number; reposts: number; comments: number; views: number | null };

/** A post as VK showed it at one moment. */
export type Post = {
  key: PostKey;
  /** Who wrote it: a person, or negative the community that speaks for itself. */
  fromId: number;
  /** The person who signed a community's post; null where it is unsigned. */
  signerId: number | null;
  /** As people read it: VK's own marks for links (`[id1|Анна]`) are left as they are. */
  text: string;
  publishedAt: Date;
  /** When it was changed last; null where it never was. */
  editedAt: Date | null;
  /** Somebody else's post on this wall (`copy_history`). */
  isRepost: boolean;
  /** Marked as advertising by its author. */
  isAd: boolean;
  isFriendsOnly: boolean;
  attachments: PostAttachment[];
  counters: PostCounters;
};

/**
 * Why a post is not to be seen. `unknown`: the wall is open and the owner is there, and still VK gives nothing; that is
 * how a deleted post looks (`deleted`) unless VK says so itself, and how one for friends alone does.
 */
export type GoneWhy = 'deleted' | 'closed-profile' | 'closed-community' | 'no-such-owner' | 'unknown';

/** What VK shows of a post. Never made from a failed call: that is a `PostTrouble`. */
export type PostLook = { kind: 'seen'; post: Post } | { kind: 'gone'; why: GoneWhy };

/** `-1_2`: the one spelling of a key, in rows and in VK's calls. */
export function keyText({ ownerId, postId }: PostKey): string {
  return `${ownerId}_${postId}`;
}

/** Reads what `keyText` wrote; null for anything else. */
export function readKey(text: string): PostKey | null {
  const found = /^(-?[1-9]\d{0,14})_([1-9]\d{0,9})$/.exec(text);
  return found && { ownerId: Number(found[1]), postId: Number(found[2]) };
}

/** The address people open. */
export function postUrl(key: PostKey): string {
  return `https://vk.com/wall${keyText(key)}`;
}
