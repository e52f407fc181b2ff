import { keyText, type Post, type PostKey, type PostLook } from '../../src/domain/posts/post.ts';
import type { PageAnswer, PostReader, PostTrouble, SearchRange } from '../../src/domain/posts/post-reader.ts';

export type FakePosts = PostReader & {
  put(key: PostKey, change?: Partial<Omit<Post, 'key'>>): void;
  gone(key: PostKey, why?: Extract<PostLook, { kind: 'gone' }>['why']): void;
  /** For all posts, or for one; `null`: no more. */
  trouble(trouble: PostTrouble | null, key?: PostKey): void;
  /** Runs while a look is under way, once. */
  meanwhile(work: () => Promise<unknown>): void;
  /** How many keys each look asked for. */
  looks: number[];
  searches: { place: string; range: SearchRange | null }[];
};

const usual = {
  signerId: null,
  text: 'Мой наставник научил меня вести урок. #МойНаставник',
  publishedAt: new Date('2022-03-05T06:00:00Z'),
  editedAt: null,
  isRepost: false,
  isAd: false,
  isFriendsOnly: false,
  attachments: [],
  counters: { likes: 1, reposts: 0, comments: 0, views: 10 },
};

/** What VK would show, for rounds that need no VK. */
export function fakePosts(): FakePosts {
  const posts = new Map<string, PostLook>();
  const troubles = new Map<string, PostTrouble>();
  let whole: PostTrouble | null = null;
  let between: (() => Promise<unknown>) | null = null;
  const looks: number[] = [];
  const searches: FakePosts['searches'] = [];
  const seen = () => [...posts.values()].flatMap((look) => (look.kind === 'seen' ? [look.post] : []));
  const answer = (found: Post[]): PageAnswer<never> =>
    whole === null
      ? { kind: 'page', page: { posts: found, next: null } }
      : { kind: 'trouble', trouble: whole };

  return {
    looks,
    searches,
    put(key, change = {}) {
      const former = posts.get(keyText(key));
      const post = former?.kind === 'seen' ? former.post : { ...usual, key, fromId: key.ownerId };
      posts.set(keyText(key), { kind: 'seen', post: { ...post, ...change } });
    },
    gone: (key, why = 'deleted') => void posts.set(keyText(key), { kind: 'gone', why }),
    trouble(trouble, key) {
      if (key === undefined) whole = trouble;
      else if (trouble === null) troubles.delete(keyText(key));
      else troubles.set(keyText(key), trouble);
    },
    meanwhile(work) {
      between = work;
    },
    async look(keys) {
      looks.push(keys.length);
      const work = between;
      between = null;
      await work?.();
      const found = new Map<string, PostLook>();
      const failed = new Map<string, PostTrouble>();
      for (const name of keys.map(keyText)) {
        const trouble = whole ?? troubles.get(name);
        if (trouble === undefined) found.set(name, posts.get(name) ?? { kind: 'gone', why: 'unknown' });
        else failed.set(name, trouble);
      }
      return { looks: found, troubles: failed };
    },
    async search(hashtag, range) {
      searches.push({ place: hashtag, range });
      const tag = `#${hashtag.replace('#', '').toLowerCase()}`;
      return answer(
        seen().filter(
          ({ text, publishedAt }) =>
            text.toLowerCase().includes(tag) && publishedAt >= range.from && publishedAt <= range.to,
        ),
      );
    },
    async wall(communityId) {
      searches.push({ place: '', range: null });
      return answer(seen().filter(({ key }) => key.ownerId === -communityId));
    },
  };
}
