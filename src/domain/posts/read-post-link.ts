import { keyText, type PostKey, readKey } from './post.ts';

/** What a text that should hold the link to a post holds. Nothing is ever fetched to find out. */
export type PostLink =
  | { kind: 'post'; key: PostKey }
  /** Different posts: which one is meant has to be asked. */
  | { kind: 'several'; keys: PostKey[] }
  /** `vk.com/@name-title`: an article is no post; the post that it was shared in is. */
  | { kind: 'article' }
  /** `vk.cc/…` and other shorteners: only by opening it does one see where it leads. */
  | { kind: 'short-link' }
  /** A photo, video, clip or story of VK. */
  | { kind: 'other-vk' }
  /** A page of a person or a community, or one of VK's own. */
  | { kind: 'page' }
  | { kind: 'other-place'; host: string }
  | { kind: 'none' };

const vkHost = /^(?:(?:www|m|new)\.)?(?:vk\.(?:com|ru)|vkontakte\.ru)$/;
const vkFilms = /^(?:(?:www|m)\.)?vkvideo\.ru$/;
const shorteners = new Set(['vk.cc', 'clck.ru', 'goo.su', 'bit.ly', 'u.to', 'tinyurl.com', 'is.gd']);
/** Without a scheme «отчёт.docx» and «index.html» look like hosts as well. */
const knownEnds = /\.(?:com|ru|su|me|cc|org|net|info|io|to|gd|ly|tv)$/;

/** Until a space, a quotation mark, or the next address that was glued on. */
const addresses =
  /https?:\/\/(?:(?!https?:\/\/)[^\s<>"«»„“”])+|(?<![a-z0-9.@-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#](?:(?!https?:\/\/)[^\s<>"«»„“”])*)?/gi;
const bareWall = /(?<![\p{L}\p{N}_-])wall(-?\d+)_(\d+)(?!\d)/giu;
const wallIn = /(?:^|\/)wall(-?\d+)_(\d+)(?!\d)/i;
const otherVk = /^\/(?:video|photo|clip|story|album|doc|audio|playlist|topic|market|poll|podcast)s?-?\d/i;
const otherInWindow = /^(?:video|photo|clip|story|album|doc|topic)-?\d/i;

export function readPostLink(text: string): PostLink {
  const plain = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').replace(/[‐‑‒–—−](?=\d)/g, '-');
  const links = (plain.match(addresses) ?? []).map(readAddress);
  const bare = [...plain.replace(addresses, ' ').matchAll(bareWall)].map(postOf);
  return decide([...links, ...bare]);
}

/** The same for what a person sent: the words, and the post that hung on them. */
export function postLinkIn({ text, post }: { text: string; post?: string }): PostLink {
  return readPostLink(post === undefined ? text : `${text} ${post}`);
}

function decide(found: readonly PostLink[]): PostLink {
  const posts = found.flatMap((one) => (one.kind === 'post' ? [one.key] : []));
  const keys = [...new Map(posts.map((key) => [keyText(key), key])).values()];
  const [first] = keys;
  if (first) return keys.length === 1 ? { kind: 'post', key: first } : { kind: 'several', keys };
  for (const kind of ['article', 'short-link', 'other-vk', 'page', 'other-place'] as const) {
    const one = found.find((link) => link.kind === kind);
    if (one) return one;
  }
  return { kind: 'none' };
}

function readAddress(address: string): PostLink {
  const hasScheme = /^https?:/i.test(address);
  const whole = hasScheme ? address : `https://${address}`;
  if (!URL.canParse(whole)) return { kind: 'none' };
  const url = new URL(whole);
  const host = url.hostname.replace(/\.$/, '');
  if (vkHost.test(host)) return readVkAddress(url);
  if (vkFilms.test(host)) return { kind: 'other-vk' };
  if (shorteners.has(host.replace(/^www\./, ''))) return { kind: 'short-link' };
  return hasScheme || knownEnds.test(host) ? { kind: 'other-place', host } : { kind: 'none' };
}

/** A post opens on its own page, in a window over another (`w`), or behind a photo of it (`z`). */
function readVkAddress({ pathname, searchParams, hash }: URL): PostLink {
  const path = decoded(pathname);
  const opened = [searchParams.get('w') ?? '', searchParams.get('z') ?? ''];
  for (const part of [path, ...opened, decoded(hash.slice(1)).replace(/^.*[?&]w=/, '')]) {
    const wall = wallIn.exec(part);
    const post = wall ? postOf(wall) : null;
    if (post?.kind === 'post') return post;
  }
  if (/^\/away(?:\.php)?$/i.test(path)) return readPostLink(searchParams.get('to') ?? '');
  if (/^\/@|^\/article/i.test(path)) return { kind: 'article' };
  if (otherVk.test(path) || opened.some((part) => otherInWindow.test(part))) return { kind: 'other-vk' };
  return { kind: 'page' };
}

function postOf([, ownerId, postId]: RegExpExecArray): PostLink {
  const key = readKey(`${ownerId}_${postId}`);
  return key ? { kind: 'post', key } : { kind: 'none' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
