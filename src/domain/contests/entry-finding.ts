import type { Finding } from '../posts/check-post.ts';
import { plainHashtag } from '../posts/hashtags.ts';
import type { EntryFinding } from './entry.ts';

/**
 * What a check of a post found, as an entry keeps it: instants as ISO texts, each missing hashtag a finding of its own.
 * `hashtags`: as staff wrote them, so that people read their own spelling and not the one that is compared.
 */
export function entryFindings(found: readonly Finding[], hashtags: readonly string[]): EntryFinding[] {
  const written = new Map(hashtags.map((tag) => [plainHashtag(tag), `#${tag.trim().replace(/^#/, '')}`]));
  return found.flatMap((finding): EntryFinding[] => {
    if (finding.code !== 'post-hashtag-missing') return [{ code: finding.code, facts: factsOf(finding) }];
    return finding.missing.map(({ hashtag, near }) => ({
      code: finding.code,
      facts: {
        hashtag: written.get(hashtag) ?? `#${hashtag}`,
        near: near.map((tag) => `#${tag}`).join(', '),
      },
    }));
  });
}

function factsOf({ code: _, ...facts }: Finding): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]: [string, unknown]) => [
      key,
      value instanceof Date ? value.toISOString() : typeof value === 'number' ? value : String(value),
    ]),
  );
}
