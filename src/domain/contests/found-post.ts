import { hashtagsIn, plainHashtag } from '../posts/hashtags.ts';
import type { Post } from '../posts/post.ts';
import type { Contest } from './contest.ts';
import type { FoundPost } from './finding-book.ts';

type Sought = Pick<Contest, 'opensAt' | 'closesAt' | 'nominations' | 'terms'>;

/** The hashtags by which works of this contest are known, as staff wrote them, each once. */
export function soughtHashtags({ nominations, terms }: Pick<Contest, 'nominations' | 'terms'>): string[] {
  const live = nominations.filter(({ archivedAt }) => archivedAt === null);
  const all = [...terms.hashtags, ...live.flatMap(({ hashtags }) => hashtags)];
  return [...new Map(all.map((tag) => [plainHashtag(tag), tag])).values()];
}

/**
 * What a post that the search showed is to this contest; `null`: nothing. VK's search takes words for one another, so the
 * hashtag has to stand there; somebody else's text and what the programme's own `community` (positive) says are no works.
 */
export function foundPostOf(post: Post, contest: Sought, community: number | null): FoundPost | null {
  const { key, fromId, signerId, publishedAt } = post;
  if (post.isRepost || publishedAt < contest.opensAt || publishedAt >= contest.closesAt) return null;
  if (key.ownerId > 0 && key.ownerId !== fromId) return null;
  const authorId = fromId > 0 ? fromId : signerId;
  if (authorId === null && community !== null && fromId === -community) return null;
  const present = hashtagsIn(post.text);
  if (!soughtHashtags(contest).some((tag) => present.includes(plainHashtag(tag)))) return null;
  return { post, authorId, nominationId: nominationOf(present, contest) };
}

/** The one that asks for the most of what stands there. */
function nominationOf(present: readonly string[], { nominations }: Sought): string | null {
  const fitting = nominations
    .filter(({ archivedAt, hashtags }) => archivedAt === null && hashtags.length > 0)
    .filter(({ hashtags }) => hashtags.every((tag) => present.includes(plainHashtag(tag))))
    .toSorted((a, b) => b.hashtags.length - a.hashtags.length);
  return fitting[0]?.id ?? null;
}
