import type { Clock } from '../domain/calendar/clock.ts';
import { waitAfterTrouble } from '../domain/contests/check-schedule.ts';
import type { ClaimedSearch } from '../domain/contests/finding-book.ts';
import { foundPostOf } from '../domain/contests/found-post.ts';
import type { Log } from '../domain/log.ts';
import { keyText, type Post } from '../domain/posts/post.ts';
import type { PageAnswer, PostReader, PostTrouble } from '../domain/posts/post-reader.ts';
import type { InContestTransaction } from './contest-books.ts';

type Deps = {
  inTransaction: InContestTransaction;
  clock: Clock;
  log: Log;
  posts: PostReader | null;
  /** The programme's own community on VK, positive. */
  community: number | null;
};

const minute = 60_000;
const hour = 60 * minute;
const leaseMs = 10 * minute;
/** Places in one portion: each is at least one call. */
const portion = 20;
/** VK's search learns of posts late. */
const overlapMs = 6 * hour;
/** Of one place in one go: 200 posts each, and what is not reached is sought the next time. */
const mostPages = 25;
const wallPage = 100;

/** Seeks works that nobody has handed in. Any number may run at once. */
export function createContestFinding(deps: Deps): () => Promise<{ found: number }> {
  const { inTransaction, clock, posts, community } = deps;
  return async () => {
    let found = 0;
    await inTransaction(({ finding }) => finding.forget());
    if (posts === null) return { found };
    await inTransaction(({ finding }) => finding.plan(clock.now(), community !== null));
    for (;;) {
      const at = clock.now();
      const leasedUntil = new Date(at.getTime() + leaseMs);
      const places = await inTransaction(({ finding }) => finding.claim(at, leasedUntil, portion));
      if (places.length === 0) return { found };
      for (const [index, place] of places.entries()) {
        const sought = await seek(posts, place, at, community);
        found += await write(deps, place, sought, at);
        const { trouble } = sought;
        if (trouble === null || trouble.kind === 'passing' || trouble.kind === 'ours') continue;
        // The rest would fare no better: they wait as long as this one.
        for (const rest of places.slice(index + 1)) await write(deps, rest, { posts: [], trouble }, at);
        return { found };
      }
    }
  };
}

type Sought = { posts: Post[]; trouble: PostTrouble | null };

async function seek(
  reader: PostReader,
  { contest, place, seenUntil }: ClaimedSearch,
  at: Date,
  community: number | null,
): Promise<Sought> {
  const opensMs = contest.opensAt.getTime();
  const from = new Date(Math.max(opensMs, (seenUntil?.getTime() ?? opensMs) - overlapMs));
  const to = new Date(Math.min(at.getTime(), contest.closesAt.getTime()));
  if (place !== '') return bySearch(reader, place, from, to);
  return community === null ? { posts: [], trouble: null } : onWall(reader, community, from);
}

/** VK gives 1,000 at most of one range: whoever wants more goes on from the oldest. */
async function bySearch(reader: PostReader, hashtag: string, from: Date, to: Date): Promise<Sought> {
  const seen = new Map<string, Post>();
  let startFrom: string | null = null;
  let until = to;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: PageAnswer<string> = await reader.search(hashtag, { from, to: until, startFrom });
    if (answer.kind === 'trouble') return { posts: [...seen.values()], trouble: answer.trouble };
    const before = seen.size;
    for (const post of answer.page.posts) seen.set(keyText(post.key), post);
    startFrom = answer.page.next;
    if (startFrom !== null) continue;
    const oldest = Math.min(...answer.page.posts.map(({ publishedAt }) => publishedAt.getTime()));
    const isCutOff = seen.size >= 1000 && seen.size > before && oldest > from.getTime();
    if (!isCutOff) break;
    until = new Date(oldest);
  }
  return { posts: [...seen.values()], trouble: null };
}

/** The first post may be pinned, and old. */
async function onWall(reader: PostReader, community: number, from: Date): Promise<Sought> {
  const seen: Post[] = [];
  let offset: number | null = 0;
  for (let page = 0; page < mostPages && offset !== null; page += 1) {
    const answer: PageAnswer<number> = await reader.wall(community, { offset, count: wallPage });
    if (answer.kind === 'trouble') return { posts: seen, trouble: answer.trouble };
    seen.push(...answer.page.posts);
    const last = answer.page.posts.at(-1);
    offset = last === undefined || last.publishedAt < from ? null : answer.page.next;
  }
  return { posts: seen, trouble: null };
}

/** What was seen before the trouble is kept; the place is sought from the same instant again. */
async function write(
  { inTransaction, log, community }: Deps,
  place: ClaimedSearch,
  { posts, trouble }: Sought,
  at: Date,
): Promise<number> {
  const { contest, tries } = place;
  const found = posts.flatMap((post) => foundPostOf(post, contest, community) ?? []);
  if (trouble !== null) {
    const fields = { contestId: contest.id, code: trouble.code };
    if (trouble.kind === 'token' || trouble.kind === 'ours')
      log.error(fields, 'VK does not let us seek posts');
    else log.warn(fields, 'posts could not be sought');
  }
  return inTransaction(async ({ finding }) => {
    const added = await finding.keep(contest, found, at);
    const waitMs = trouble && waitAfterTrouble({ ...trouble, tries, isClosed: false }, 0);
    await finding.settle(
      place,
      trouble === null || waitMs === null
        ? { dueAt: nextSearchAt(contest.closesAt, at), seenUntil: at }
        : { dueAt: new Date(at.getTime() + waitMs), trouble: trouble.code },
      at,
    );
    return added;
  });
}

/** Every three hours, on the last day every hour, and once after the close. */
function nextSearchAt(closesAt: Date, at: Date): Date | null {
  const left = closesAt.getTime() - at.getTime();
  const lastLook = closesAt.getTime() + hour;
  if (left <= -hour) return null;
  if (left <= 0) return new Date(lastLook);
  const step = left > 24 * hour ? 3 * hour : hour;
  return new Date(Math.min(at.getTime() + step, lastLook));
}
