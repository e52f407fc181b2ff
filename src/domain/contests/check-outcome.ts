import type { PostRules } from '../posts/check-post.ts';
import type { Contest } from './contest.ts';
import type { Entry, EntryFinding, EntryState } from './entry.ts';
import { turnOf } from './finding-turns.ts';

/** What its author is told of: the answer they wait for, something new to mend, nothing left to mend. */
export type CheckNews = 'first' | 'worse' | 'mended';

export type CheckOutcome = {
  state: EntryState;
  news: CheckNews | null;
  /** Staff should see it: a work that was in order is so no more. */
  isNoted: boolean;
};

/**
 * What becomes of an entry by what was found in its post at `at`. Whoever waits for an answer (`checking`) gets one. An
 * accepted one is given back to be mended while that is possible; after the close, or once staff have taken it as it is,
 * the machine takes nothing away: staff see what was found and decide.
 */
export function outcomeOf(
  entry: Pick<Entry, 'state' | 'findings' | 'decidedAt'>,
  found: readonly EntryFinding[],
  { closesAt }: Pick<Contest, 'closesAt'>,
  at: Date,
): CheckOutcome {
  const isWell = found.length === 0;
  const turn = turnOf(entry.findings, found);
  if (entry.state === 'checking')
    return { state: isWell ? 'accepted' : 'mending', news: 'first', isNoted: !isWell && at >= closesAt };
  // Staff gave it back for a reason that no check sees: its author has to hand it in anew.
  if (isWell && entry.state === 'mending' && entry.decidedAt !== null)
    return { state: 'mending', news: null, isNoted: false };
  if (isWell) return { state: 'accepted', news: entry.findings.length > 0 ? 'mended' : null, isNoted: false };
  const news = turn === 'worse' ? 'worse' : null;
  if (entry.state !== 'accepted') return { state: entry.state, news, isNoted: false };
  const mayTakeBack = at < closesAt && entry.decidedAt === null;
  return { state: mayTakeBack ? 'mending' : 'accepted', news, isNoted: turn === 'worse' };
}

/** `community`: the programme's own, where a person's signed post counts; positive. */
export function postRulesOf(
  { opensAt, closesAt, terms, nominations }: Contest,
  nominationId: string | null,
  community: number | null,
): PostRules {
  const nomination = nominations.find(({ id }) => id === nominationId);
  const { minLength, maxLength, needs } = terms.post;
  return {
    opensAt,
    closesAt,
    hashtags: [...terms.hashtags, ...(nomination?.hashtags ?? [])],
    minLength: minLength > 0 ? minLength : null,
    maxLength: maxLength > 0 ? maxLength : null,
    needs,
    communities: community === null ? [] : [community],
  };
}
