import type { PublishedWhat } from '../consents/published.ts';
import type { DiplomaAward } from '../diplomas/diploma.ts';
import { type PostKey, postUrl } from '../posts/post.ts';
import type { PublicResult, PublicWork } from './public-desk.ts';
import { publicText } from './public-text.ts';

/** Somebody behind a work, with what they let us publish on our pages now. */
export type Behind = {
  surname: string;
  name: string;
  patronymic: string;
  phone: string | null;
  may: readonly PublishedWhat[];
};

/** A work as it is stored. */
export type RawWork = {
  id: string;
  nomination: string | null;
  title: string;
  description: string;
  teamName: string | null;
  /** Of the post, as it was seen last; `null` of a work that is no post, or was never seen. */
  postText: string | null;
  post: PostKey | null;
  link: string | null;
  /** Live members, the author first. */
  members: readonly Behind[];
  organization: string | null;
  mentor: Behind | null;
  mentorAnswer: 'asked' | 'agreed' | 'declined' | null;
  files: readonly { at: number; mime: string; size: number }[];
  award: DiplomaAward | null;
  place: number | null;
  publishedAt: Date;
};

/**
 * Whether the work itself may be shown: it belongs to all of its authors, so each of them lets us; and what it says of a
 * mentor is said only with the mentor's word.
 */
export function isShown({ members, mentor, mentorAnswer }: RawWork): boolean {
  return everybody(members, 'materials') && (mentor === null || mentorAnswer === 'agreed');
}

/** `null` where it may not be shown. */
export function publicWork(raw: RawWork): PublicWork | null {
  if (!isShown(raw)) return null;
  const { members, mentor } = raw;
  const words = wordsOf(raw);
  // A post stands on somebody's own wall, and a file says on its title page whose it is.
  const isTold = everybody(members, 'names') && (mentor === null || mentor.may.includes('names'));
  return {
    id: raw.id,
    nomination: raw.nomination ?? '',
    title: words(raw.title),
    text: words(raw.postText ?? raw.description),
    authors: members.filter(({ may }) => may.includes('names')).map(fullName),
    organization: organizationOf(raw),
    mentor: mentor?.may.includes('names') ? fullName(mentor) : null,
    award: everybody(members, 'awards') ? raw.award : null,
    link: isTold ? linkOf(raw) : null,
    files: isTold ? raw.files.flatMap((file) => fileOf(file, members)) : [],
    publishedAt: raw.publishedAt,
  };
}

/** `null` where nobody behind it lets us publish their name with their award. */
export function publicResult(raw: RawWork): PublicResult | null {
  const named = raw.members.filter(({ may }) => may.includes('names') && may.includes('awards'));
  const { award } = raw;
  if (award === null || named.length === 0) return null;
  const shown = isShown(raw);
  return {
    nomination: raw.nomination ?? '',
    award,
    // To be told before everybody that one came 57th is no reward.
    place: award === 'participant' ? null : raw.place,
    authors: named.map(fullName),
    organization: named.includes(raw.members[0] as Behind) ? organizationOf(raw) : '',
    title: shown ? wordsOf(raw)(raw.title === '' ? (raw.teamName ?? '') : raw.title) : '',
    workId: shown ? raw.id : null,
  };
}

function everybody(members: readonly Behind[], what: PublishedWhat): boolean {
  return members.length > 0 && members.every(({ may }) => may.includes(what));
}

/** Of the author, whose the work's organization is. */
function organizationOf({ members: [author], organization }: RawWork): string {
  const may = author?.may ?? [];
  return may.includes('work') && may.includes('names') ? (organization ?? '') : '';
}

function wordsOf({ members, mentor }: RawWork): (text: string) => string {
  const behind = mentor === null ? members : [...members, mentor];
  const hidden = behind.filter(({ may }) => !may.includes('names'));
  return (text) => publicText(text, hidden);
}

function linkOf({ post, link }: RawWork): string | null {
  if (post !== null) return postUrl(post);
  return link !== null && URL.canParse(link) && /^https?:$/.test(new URL(link).protocol) ? link : null;
}

/** Whom a picture or a film shows cannot be told, but its authors are often among them. */
function fileOf(
  { at, mime, size }: RawWork['files'][number],
  members: readonly Behind[],
): PublicWork['files'] {
  if (mime.startsWith('image/')) return everybody(members, 'photo') ? [{ at, kind: 'picture', size }] : [];
  if (mime.startsWith('video/')) return everybody(members, 'video') ? [{ at, kind: 'film', size }] : [];
  return [{ at, kind: mime.startsWith('audio/') ? 'sound' : 'document', size }];
}

function fullName({ surname, name, patronymic }: Behind): string {
  return [surname, name, patronymic].filter((part) => part !== '').join(' ');
}
