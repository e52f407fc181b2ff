import { unixTime } from '../world.ts';
import type { WallAttachment, WallPost, Walls } from './walls.ts';

/** A post as `wall.getById`, `wall.get` and `newsfeed.search` show it to a stranger. */
export function wirePost(walls: Walls, post: WallPost): Record<string, unknown> {
  return { ...wirePlain(post), ...counted(post), ...original(walls, post) };
}

/** As it hangs on a message: whose wall it is stands in `to_id`. */
export function wireAttachedPost(post: WallPost): Record<string, unknown> {
  const { owner_id, ...rest } = wirePlain(post);
  return { ...rest, to_id: owner_id };
}

function wirePlain(post: WallPost): Record<string, unknown> {
  return {
    inner_type: 'wall_wallpost',
    id: post.postId,
    owner_id: post.ownerId,
    from_id: post.fromId,
    date: unixTime(post.at),
    text: escaped(post.text),
    post_type: 'post',
    attachments: post.attachments.map((one, index) => wireAttachment(one, post, index)),
    ...(post.editedAt !== undefined && { edited: unixTime(post.editedAt) }),
    ...(post.signerId !== undefined && { signer_id: post.signerId }),
  };
}

function counted(post: WallPost): Record<string, unknown> {
  return {
    likes: { can_like: 0, count: post.likes, user_likes: 0 },
    reposts: { count: post.reposts },
    comments: { can_post: 0, count: post.comments },
    marked_as_ads: post.ad ? 1 : 0,
    ...(post.views !== undefined && { views: { count: post.views } }),
  };
}

function original(walls: Walls, { repostOf }: WallPost): Record<string, unknown> {
  if (!repostOf) return {};
  const found = walls.visible(repostOf.ownerId, repostOf.postId);
  const { ownerId: owner_id, postId: id } = repostOf;
  const lost = { inner_type: 'wall_wallpost', id, owner_id, from_id: owner_id, date: 0, text: '' };
  return { copy_history: [found ? wirePlain(found) : lost] };
}

/** VK's own pages need these three; the texts of messages come so too. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function wireAttachment(one: WallAttachment, post: WallPost, index: number): Record<string, unknown> {
  const named = { id: 457_000_000 + post.postId * 10 + index, owner_id: post.ownerId };
  const { title = '' } = one;
  const date = unixTime(post.at);
  switch (one.kind) {
    case 'photo':
      return {
        type: 'photo',
        photo: { ...named, album_id: -7, date, sizes: [], text: '', has_tags: false },
      };
    case 'video':
      return { type: 'video', video: { ...named, title, duration: 60, date } };
    case 'doc':
      return { type: 'doc', doc: { ...named, title, size: 1, ext: 'pdf', date, type: 1, ...urlOf(one) } };
    case 'link':
      return { type: 'link', link: { url: one.url ?? 'https://example.org/', title } };
    case 'audio':
      return { type: 'audio', audio: { ...named, artist: '', title, duration: 60 } };
    case 'poll':
      return { type: 'poll', poll: { ...named, ...emptyPoll, question: title, created: date } };
  }
}

const emptyPoll = {
  multiple: false,
  end_date: 0,
  closed: false,
  is_board: false,
  can_edit: false,
  can_vote: false,
  can_report: false,
  can_share: false,
  answers: [],
  votes: 0,
  disable_unvote: false,
};

function urlOf({ url }: WallAttachment) {
  return url === undefined ? {} : { url };
}
