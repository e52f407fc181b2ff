/** Glued ones («#мы#вместе») are two, as VK shows them; what stands before must be no part of a word, as in «a#b». */
const hashtags = /(?<![\p{L}\p{M}\p{N}_])(?:#[\p{L}\p{M}\p{N}_]+(?:@[A-Za-z0-9_.]+)?)+/gu;

/**
 * The hashtags of a text, each once, in their order, as `plainHashtag` writes them. A whole word only:
 * «#мойнаставник2022» does not hold «мойнаставник». A number alone («№ #5») is none, as VK sees it.
 */
export function hashtagsIn(text: string): string[] {
  const runs = text.normalize('NFC').match(hashtags) ?? [];
  const tags = runs.flatMap((run) => run.split('#').slice(1)).map(plainHashtag);
  return [...new Set(tags.filter((tag) => /[\p{L}_]/u.test(tag)))];
}

/** One spelling for comparing: without # and @community, small letters, ё as е. */
export function plainHashtag(tag: string): string {
  return tag.normalize('NFC').trim().replace(/^#/, '').replace(/@.*$/, '').toLowerCase().replaceAll('ё', 'е');
}

/** The text without its hashtags: what counts as length. */
export function withoutHashtags(text: string): string {
  return text.normalize('NFC').replace(hashtags, ' ').replace(/\s+/g, ' ').trim();
}
