import type { Role } from '../people/person.ts';
import { lookAlikes } from './look-alikes.ts';
import { fold } from './roadmap.ts';

export const places = ['each-organization', 'office', 'partner'] as const;
/** Where the one responsible is: in every school, in the education office, in one named partner. */
export type Place = (typeof places)[number];

export type Target = { place: Place; role: Role; organizationId: string | null };
/** With the partner's short name. */
export type NamedTarget = Target & { organizationName: string | null };
/** One meaning of one phrase; a phrase of several meanings has several. */
export type ResponsiblePhrase = Target & { phrase: string };

/** Targets of a phrase of the column «Ответственные исполнители»; `null` for one that nobody has explained yet. */
export type TargetsOf<Known extends Target = Target> = (phrase: string) => Known[] | null;

/**
 * Looks a phrase up as it stands, then without its brackets («куратор (по согласованию)»), then as parts joined by «и» of which every one
 * must be known. Inflections are rows of their own: the staff see what is understood.
 */
export function createTargetsOf<Row extends ResponsiblePhrase>(rows: readonly Row[]): TargetsOf<Row> {
  const known = new Map<string, Row[]>();
  for (const row of rows) {
    const key = phraseKey(row.phrase);
    known.set(key, [...(known.get(key) ?? []), row]);
  }
  const lookUp: TargetsOf<Row> = (phrase) => known.get(phraseKey(phrase)) ?? null;
  return (phrase) => {
    const bare = phrase.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ');
    const parts = bare.split(/\s+и\s+/iu).map(lookUp);
    const all = parts.every((part) => part !== null) ? parts.flat() : null;
    return lookUp(phrase) ?? lookUp(bare) ?? all;
  };
}

/** What two spellings of one phrase share: case, ё, quotation marks, hyphens, spaces and Latin letters typed for Russian ones count for nothing. */
export function phraseKey(phrase: string): string {
  return fold(phrase.normalize('NFKC').toLowerCase())
    .replaceAll('ё', 'е')
    .replace(/[«»„“”"'’]/gu, '')
    .replace(/\s*[-‐‑‒–—−]\s*/gu, '-')
    .replace(/[a-z]/gu, (letter) => lookAlikes[letter] ?? letter)
    .replace(/[.,;:\s]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
