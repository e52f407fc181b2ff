import { hashtagsIn, plainHashtag, withoutHashtags } from './hashtags.ts';
import type { Post, PostLook } from './post.ts';

export type PostRules = {
  /** Published and last changed within: from `opensAt`, before `closesAt`. */
  opensAt: Date;
  closesAt: Date;
  /** All are needed; with or without #. */
  hashtags: readonly string[];
  /** Characters of the text without hashtags; null: no limit. */
  minLength: number | null;
  maxLength: number | null;
  needs: 'none' | 'picture' | 'video' | 'picture-or-video';
  /** Communities (positive numbers) on whose walls a person's own signed post counts too, such as the contest's. */
  communities: readonly number[];
};

/**
 * Whose post it may be: the person's proven VK pages, and the communities confirmed for their organization (positive
 * numbers).
 */
export type PostAuthor = { vkAccountIds: readonly number[]; communityIds: readonly number[] };

/** What a check found, with the facts that its words need. One for each thing to mend. */
export type Finding =
  | { code: 'post-deleted' }
  | { code: 'post-closed-profile' }
  | { code: 'post-closed-community' }
  | { code: 'post-no-such-owner' }
  /** Absent though its wall is open: deleted, hidden, or for friends alone. */
  | { code: 'post-not-visible' }
  | { code: 'post-friends-only' }
  /** No VK page of the author is proven yet, so nobody can tell whose it is. */
  | { code: 'post-author-unproven' }
  | { code: 'post-not-own'; fromId: number }
  /** On a community's wall that nobody confirmed for the author's organization. */
  | { code: 'post-community-unconfirmed'; communityId: number }
  | { code: 'post-repost' }
  | { code: 'post-too-early'; publishedAt: Date; opensAt: Date }
  | { code: 'post-too-late'; publishedAt: Date; closesAt: Date }
  | { code: 'post-edited-late'; editedAt: Date; closesAt: Date }
  /** `near`: hashtags of the text that are almost the missing one. */
  | { code: 'post-hashtag-missing'; missing: { hashtag: string; near: string[] }[] }
  | { code: 'post-too-short'; length: number; minLength: number }
  | { code: 'post-too-long'; length: number; maxLength: number }
  | { code: 'post-needs'; what: 'picture' | 'video' | 'picture-or-video' }
  | { code: 'post-ad' };

export type FindingCode = Finding['code'];

const goneCodes = {
  deleted: 'post-deleted',
  'closed-profile': 'post-closed-profile',
  'closed-community': 'post-closed-community',
  'no-such-owner': 'post-no-such-owner',
  unknown: 'post-not-visible',
} as const;

/** All that stands between this post and the contest; empty when nothing does. */
export function checkPost(look: PostLook, rules: PostRules, author: PostAuthor): Finding[] {
  if (look.kind === 'gone') return [{ code: goneCodes[look.why] }];
  const { post } = look;
  return [
    ...(post.isFriendsOnly ? [{ code: 'post-friends-only' } as const] : []),
    ...authorFindings(post, rules, author),
    // A repost holds somebody else's text: what it lacks is not the author's to mend.
    ...(post.isRepost ? [{ code: 'post-repost' } as const] : contentFindings(post, rules)),
    ...dateFindings(post, rules),
    ...(post.isAd ? [{ code: 'post-ad' } as const] : []),
  ];
}

/**
 * A person's post stands on their own wall and is written by them. On a wall of their organization the community may
 * speak itself; on any allowed wall they may, under their name.
 */
function authorFindings({ key, fromId, signerId }: Post, rules: PostRules, author: PostAuthor): Finding[] {
  const pages = author.vkAccountIds;
  if (key.ownerId < 0) return communityFindings({ key, fromId, signerId }, rules, author);
  if (pages.length === 0) return [{ code: 'post-author-unproven' }];
  const isOwn = pages.includes(key.ownerId) && key.ownerId === fromId;
  return isOwn ? [] : [{ code: 'post-not-own', fromId }];
}

function communityFindings(
  { key, fromId, signerId }: Pick<Post, 'key' | 'fromId' | 'signerId'>,
  { communities }: PostRules,
  { vkAccountIds: pages, communityIds }: PostAuthor,
): Finding[] {
  const communityId = -key.ownerId;
  const person = fromId > 0 ? fromId : signerId;
  const isTheirs = communityIds.includes(communityId);
  if (isTheirs && fromId === key.ownerId) return [];
  if (!isTheirs && !communities.includes(communityId)) {
    return [{ code: 'post-community-unconfirmed', communityId }];
  }
  if (person !== null && pages.includes(person)) return [];
  return [{ code: 'post-not-own', fromId: person ?? fromId }];
}

function dateFindings({ publishedAt, editedAt }: Post, { opensAt, closesAt }: PostRules): Finding[] {
  if (publishedAt < opensAt) return [{ code: 'post-too-early', publishedAt, opensAt }];
  if (publishedAt >= closesAt) return [{ code: 'post-too-late', publishedAt, closesAt }];
  if (editedAt !== null && editedAt >= closesAt) return [{ code: 'post-edited-late', editedAt, closesAt }];
  return [];
}

function contentFindings(post: Post, rules: PostRules): Finding[] {
  const missing = missingHashtags(post.text, rules.hashtags);
  return [
    ...(missing.length > 0 ? [{ code: 'post-hashtag-missing', missing } as const] : []),
    ...lengthFindings(post.text, rules),
    ...attachmentFindings(post, rules.needs),
  ];
}

function missingHashtags(text: string, wanted: readonly string[]): { hashtag: string; near: string[] }[] {
  const present = hashtagsIn(text);
  const named = new Set(wanted.map(plainHashtag));
  return [...named]
    .filter((tag) => !present.includes(tag))
    .map((tag) => ({ hashtag: tag, near: present.filter((one) => !named.has(one) && isNear(one, tag)) }));
}

/** One begins with the other, they are written apart by `_` alone, or two letters differ. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [one.replaceAll('_', ''), other.replaceAll('_', '')];
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 4 && (a.startsWith(b) || b.startsWith(a))) return true;
  return shorter >= 6 && distance(a, b) <= 2;
}

/** Levenshtein's distance: letters to put in, take out or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function lengthFindings(text: string, { minLength, maxLength }: PostRules): Finding[] {
  const length = [...withoutHashtags(text)].length;
  if (minLength !== null && length < minLength) return [{ code: 'post-too-short', length, minLength }];
  if (maxLength !== null && length > maxLength) return [{ code: 'post-too-long', length, maxLength }];
  return [];
}

function attachmentFindings({ attachments }: Post, needs: PostRules['needs']): Finding[] {
  if (needs === 'none') return [];
  const has = (kind: 'photo' | 'video') => attachments.some((one) => one.kind === kind);
  const fits = {
    picture: has('photo'),
    video: has('video'),
    'picture-or-video': has('photo') || has('video'),
  };
  return fits[needs] ? [] : [{ code: 'post-needs', what: needs }];
}
