import type { Mark } from '../posts/growth.ts';
import type { EntryFinding } from './entry.ts';

/** Marks as an entry keeps them: instants are ISO texts. */
export function entryMarks(marks: readonly Mark[]): EntryFinding[] {
  return marks.map(({ code, ...facts }) => ({
    code,
    facts: Object.fromEntries(
      Object.entries(facts).map(([key, fact]) => [key, fact instanceof Date ? fact.toISOString() : fact]),
    ),
  }));
}

/**
 * One name for a finding whatever its figures are: a text that is still too short is no news. Of a hashtag and of a
 * community it says which.
 */
export function findingName({ code, facts }: EntryFinding): string {
  const which = facts.hashtag ?? facts.communityId ?? '';
  return which === '' ? code : `${code} ${which}`;
}

/** `worse`: something that was not among the former; `better`: some are gone and none are new; `same`. */
export function turnOf(
  before: readonly EntryFinding[],
  now: readonly EntryFinding[],
): 'same' | 'worse' | 'better' {
  const [former, present] = [before.map(findingName), now.map(findingName)];
  if (present.some((name) => !former.includes(name))) return 'worse';
  return former.some((name) => !present.includes(name)) ? 'better' : 'same';
}
