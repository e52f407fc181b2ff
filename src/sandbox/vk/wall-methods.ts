import { unixTime } from '../world.ts';
import { flag, integer, type Params, requiredInteger } from './params.ts';
import { missing, VkRefusal } from './refusal.ts';
import type { WallPost, Walls } from './walls.ts';
import { wirePost } from './wire-post.ts';

const mostIds = 100;
const mostFound = 1000;
const day = 86_400;

/** The methods about walls. Who may call them is decided before, by the token. */
export function createWallMethods(walls: Walls, groupId: number, now: () => Date) {
  const wire = (post: WallPost) => wirePost(walls, post);
  return {
    'wall.getById': (params: Params) => {
      const names = (params.posts ?? '').split(',').filter(Boolean);
      if (names.length === 0) throw missing('posts');
      if (names.length > mostIds) throw new VkRefusal(100, `posts should have ${mostIds} at most`);
      const items = [...new Set(names)].flatMap((name) => {
        const found = /^(-?\d+)_(\d+)$/.exec(name.trim());
        if (!found) throw new VkRefusal(100, 'posts is invalid');
        const post = walls.visible(Number(found[1]), Number(found[2]));
        return post ? [wire(post)] : [];
      });
      return { items };
    },
    'wall.get': (params: Params) => {
      const ownerId = requiredInteger(params, 'owner_id');
      const access = walls.accessOf(ownerId);
      if (access === 'unknown') throw new VkRefusal(100, 'owner_id is invalid');
      if (access === 'gone') throw new VkRefusal(18);
      if (access === 'closed') throw new VkRefusal(ownerId > 0 ? 30 : 15);
      const posts = walls.all().filter((post) => post.ownerId === ownerId);
      const offset = integer(params, 'offset') ?? 0;
      const count = Math.min(integer(params, 'count') ?? 20, 100);
      return { count: posts.length, items: posts.slice(offset, offset + count).map(wire) };
    },
    'newsfeed.search': (params: Params) => search(walls, params, unixTime(now()), wire),
    'wall.post': (params: Params) => ({ post_id: put(walls, groupId, params).postId }),
  };
}

/** Without a beginning VK looks at the last day. What stands in `start_from` is nobody's business but VK's. */
function search(walls: Walls, params: Params, nowS: number, wire: (post: WallPost) => unknown) {
  const { q = '' } = params;
  if (q.trim() === '') throw missing('q');
  const [from, to] = [integer(params, 'start_time') ?? nowS - day, integer(params, 'end_time') ?? nowS];
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = walls
    .all()
    .filter((post) => unixTime(post.at) >= from && unixTime(post.at) <= to)
    .filter((post) => words.every((word) => holds(post.text, word)))
    .slice(0, mostFound);
  const count = integer(params, 'count') ?? 30;
  if (count > 200) throw new VkRefusal(100, 'count should be less or equal to 200');
  const begin = Number(/^(\d+)\//.exec(params.start_from ?? '')?.[1] ?? 0);
  const items = found.slice(begin, begin + count);
  const end = begin + items.length;
  return {
    items: items.map(wire),
    count: found.length,
    total_count: found.length,
    ...(end < found.length && { next_from: `${end}/${items.at(-1)?.ownerId}_${items.at(-1)?.postId}` }),
  };
}

function holds(text: string, word: string): boolean {
  const parts: readonly string[] = text.toLowerCase().match(/#?[\p{L}\p{N}_]+/gu) ?? [];
  return parts.includes(word);
}

/** In the name of the bot's community only: the user whose token it is manages no other. */
function put(walls: Walls, groupId: number, params: Params): WallPost {
  const ownerId = requiredInteger(params, 'owner_id');
  if (ownerId !== -groupId) throw new VkRefusal(214);
  const { guid } = params;
  const double = guid === undefined ? undefined : walls.byGuid(guid);
  if (double) return double;
  const text = params.message ?? '';
  const names = (params.attachments ?? '').split(',').filter(Boolean);
  if (text === '' && names.length === 0) throw missing('message');
  const links = names.filter((name) => URL.canParse(name));
  if (links.length > 1) throw new VkRefusal(222);
  return walls.add(ownerId, {
    text,
    attachments: links.map((url) => ({ kind: 'link', url })),
    fromId: flag(params, 'from_group') ? ownerId : managerId,
    ...(guid !== undefined && { guid }),
  });
}

/** Whoever gave the user token. */
const managerId = 809_999_999;
