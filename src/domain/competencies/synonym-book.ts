import { Refusal } from '../refusal.ts';

/** Words and phrases that mean one thing. */
export type SynonymGroup = { id: string; words: string[] };

/** What helps mentees and mentors find each other who say one thing in different words; staff keep it, a programme begins with the default. */
export type SynonymBook = {
  /** In the order in which they came, without the archived. */
  list(programmeId: string): Promise<SynonymGroup[]>;
  /** `Refusal('synonyms-too-few' | 'synonyms-too-many')`. */
  add(programmeId: string, words: readonly string[]): Promise<SynonymGroup>;
  /** `Refusal('synonym-unknown')` beside those of `add`; returns what it was before, too. */
  change(
    programmeId: string,
    id: string,
    words: readonly string[],
  ): Promise<{ before: SynonymGroup; after: SynonymGroup }>;
  /** `at: null` brings it back. `Refusal('synonym-unknown')`. */
  archive(programmeId: string, id: string, at: Date | null): Promise<SynonymGroup>;
};

export const synonymLimits = { words: 60, letters: 80, groups: 500 } as const;

/** As they are kept: spaces put right, each once whatever its letters' case. `Refusal('synonyms-too-few' | 'synonyms-too-many')`. */
export function readSynonyms(typed: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const each of typed) {
    const word = each.replace(/\s+/gu, ' ').trim().slice(0, synonymLimits.letters);
    const key = word.toLowerCase().replaceAll('ё', 'е');
    if (word !== '' && !byKey.has(key)) byKey.set(key, word);
  }
  const words = [...byKey.values()];
  if (words.length < 2) throw new Refusal('synonyms-too-few');
  if (words.length > synonymLimits.words)
    throw new Refusal('synonyms-too-many', { most: synonymLimits.words });
  return words;
}
