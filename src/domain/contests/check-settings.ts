import { toDay } from '../calendar/day.ts';
import { hashtagsIn } from '../posts/hashtags.ts';
import { Refusal } from '../refusal.ts';
import type { Contest, ContestKind } from './contest.ts';
import { type ContestSettings, settingsOf } from './contest-settings.ts';
import { checkResultRules } from './result-rules.ts';
import { mayDo, stageOf } from './stage.ts';
import type { ContestTerms } from './terms.ts';

/**
 * What can't be right of itself, whatever the stage: `Refusal('contest-title-missing' | 'contest-dates' | 'contest-hashtag' |
 * 'contest-limits' | 'contest-rules')`, with the fact that says which. A draft may lack what `lacksOf` names.
 */
export function checkSettings(kind: ContestKind, settings: ContestSettings, timeZone: string): void {
  if (settings.title === '') throw new Refusal('contest-title-missing', { of: 'contest' });
  if (settings.nominations.some(({ title }) => title === ''))
    throw new Refusal('contest-title-missing', { of: 'nomination' });
  if (settings.criteria.some(({ title }) => title === ''))
    throw new Refusal('contest-title-missing', { of: 'criterion' });
  checkDates(kind, settings, timeZone);
  checkHashtags(settings);
  checkLimits(settings.terms);
  const rules = settings.terms.results;
  const [fault] = checkResultRules(rules);
  if (fault !== undefined) throw new Refusal('contest-rules', { fault });
  // Nobody likes a file: only posts are counted.
  if (kind !== 'post' && rules.by !== 'jury')
    throw new Refusal('contest-rules', { fault: 'activity-of-no-posts' });
}

function checkDates(kind: ContestKind, settings: ContestSettings, timeZone: string): void {
  const { opensAt, closesAt, judgingUntil, resultsOn, startsAt, endsAt } = settings;
  const wrong = (what: string) => new Refusal('contest-dates', { what });
  if (opensAt >= closesAt) throw wrong('close');
  if (judgingUntil !== null && judgingUntil <= closesAt) throw wrong('jury');
  if (resultsOn !== null && resultsOn < toDay(judgingUntil ?? closesAt, timeZone)) throw wrong('results');
  if (kind !== 'event') return;
  if (startsAt === null || endsAt === null) throw wrong('event-missing');
  if (startsAt >= endsAt) throw wrong('event');
  if (closesAt > endsAt) throw wrong('event-close');
}

/** Each tag is one whole hashtag as VK sees it. */
function checkHashtags({ terms, nominations }: ContestSettings): void {
  const tags = [...terms.hashtags, ...nominations.flatMap(({ hashtags }) => hashtags)];
  for (const tag of tags) {
    const [found, ...more] = hashtagsIn(tag);
    if (found === undefined || more.length > 0 || /\s/u.test(tag) || !/^#[\p{L}\p{M}\p{N}_]+$/u.test(tag))
      throw new Refusal('contest-hashtag', { tag });
  }
}

function checkLimits({ perPerson, perNomination, team, post, work }: ContestTerms): void {
  const wrong = (what: string) => new Refusal('contest-limits', { what });
  if (perNomination > perPerson) throw wrong('per-nomination');
  if (team.least > team.most) throw wrong('team');
  if (post.minLength > post.maxLength) throw wrong('length');
  if (work.description.least > work.description.most) throw wrong('description');
  if (work.files === 0 && !work.link && work.description.most === 0) throw wrong('work');
}

/**
 * Whether this may become that now; asked with the row locked. `isScored`: somebody has given points.
 * `Refusal('contest-stage' | 'contest-scored' | 'contest-begun' | 'contest-closed' | 'contest-close-past' |
 * 'contest-close-earlier' | 'contest-judging-past')`.
 */
export function checkChange(contest: Contest, next: ContestSettings, at: Date, isScored: boolean): void {
  mayDo('edit', contest, at);
  const before = settingsOf(contest);
  if (JSON.stringify(before.criteria) !== JSON.stringify(next.criteria))
    mayDo('edit-criteria', contest, at, { isScored });
  const stage = stageOf(contest, at);
  if (stage === 'draft') return;
  const isMoved = (one: Date | null, other: Date | null) => one?.getTime() !== other?.getTime();
  const hasBegun = stage !== 'announced';
  if (hasBegun && isMoved(contest.opensAt, next.opensAt)) throw new Refusal('contest-begun');
  if (isMoved(contest.closesAt, next.closesAt)) {
    if (stage === 'judging') throw new Refusal('contest-closed');
    if (next.closesAt <= at) throw new Refusal('contest-close-past');
    if (stage === 'open' && next.closesAt < contest.closesAt) throw new Refusal('contest-close-earlier');
  }
  const { judgingUntil } = next;
  if (isMoved(contest.judgingUntil, judgingUntil) && judgingUntil !== null && judgingUntil <= at)
    throw new Refusal('contest-judging-past');
}

export const contestLacks = [
  'summary',
  'nominations',
  'hashtags',
  'criteria',
  'close-past',
  'event-past',
] as const;
/** What a contest has to have before it is announced. */
export type ContestLack = (typeof contestLacks)[number];

/** Empty where it may be announced now. */
export function lacksOf(contest: Contest, at: Date): ContestLack[] {
  const { kind, summary, nominations, criteria, terms, closesAt, endsAt } = contest;
  const live = nominations.filter(({ archivedAt }) => archivedAt === null);
  const isEvent = kind === 'event';
  const untagged = live.some(({ hashtags }) => hashtags.length + terms.hashtags.length === 0);
  const lacks: (ContestLack | false)[] = [
    summary === '' && 'summary',
    !isEvent && live.length === 0 && 'nominations',
    kind === 'post' && untagged && 'hashtags',
    !isEvent && terms.results.by !== 'activity' && criteria.length === 0 && 'criteria',
    closesAt <= at && 'close-past',
    isEvent && endsAt !== null && endsAt <= at && 'event-past',
  ];
  return lacks.filter((lack) => lack !== false);
}
