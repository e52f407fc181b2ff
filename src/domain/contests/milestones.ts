import { addDays, type Day, toDay } from '../calendar/day.ts';
import type { Contest } from './contest.ts';

export const milestones = ['entries', 'judging', 'results', 'event'] as const;
/** What the dates of a contest ask of the programme: to gather works (registrations), to judge, to announce results, to hold the event. */
export type Milestone = (typeof milestones)[number];

/** `from: null`: it is at hand as long before as any work with a last day. */
export type PlannedMilestone = { milestone: Milestone; from: Day | null; to: Day };

type Dated = Pick<
  Contest,
  | 'itemId'
  | 'kind'
  | 'state'
  | 'opensAt'
  | 'closesAt'
  | 'judgingUntil'
  | 'resultsOn'
  | 'endsAt'
  | 'announcedAt'
  | 'cancelledAt'
>;

/** The pieces of work that its roadmap item has because of this contest: none before it is announced, none once it is cancelled. */
export function milestonesOf(contest: Dated, timeZone: string): PlannedMilestone[] {
  const { itemId, kind, opensAt, closesAt, judgingUntil, resultsOn, endsAt } = contest;
  if (itemId === null || contest.announcedAt === null || contest.cancelledAt !== null) return [];
  const first = (instant: Date) => toDay(instant, timeZone);
  // Instants that end something are no longer part of it: «до 00:00 1 апреля» ends on 31 March.
  const last = (instant: Date) => toDay(new Date(instant.getTime() - 1), timeZone);
  const planned: PlannedMilestone[] = [{ milestone: 'entries', from: first(opensAt), to: last(closesAt) }];
  if (kind === 'event' && endsAt !== null) planned.push({ milestone: 'event', from: null, to: last(endsAt) });
  if (kind !== 'event' && judgingUntil !== null)
    planned.push({ milestone: 'judging', from: first(closesAt), to: last(judgingUntil) });
  if (resultsOn !== null)
    planned.push({ milestone: 'results', from: addDays(last(judgingUntil ?? closesAt), 1), to: resultsOn });
  // Results may come on the very day on which the jury ends.
  return planned.map(({ from, ...each }) => ({
    ...each,
    from: from !== null && from > each.to ? each.to : from,
  }));
}
