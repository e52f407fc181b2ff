import type { EventPlan } from '../../domain/calendar-feed/event-plan.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import { clip } from '../tasks.ts';

/** `null` for a contest that is no event. */
export function eventPlan(contest: Contest): EventPlan | null {
  const { id, title, summary, startsAt, endsAt, terms } = contest;
  if (startsAt === null || endsAt === null) return null;
  return {
    uid: `event-${id}@nastavnik`,
    startsAt,
    endsAt,
    summary: clip(title, 200),
    description: clip(summary, 2000),
    place: terms.event.place,
    link: terms.event.link,
    stamp: contest.announcedAt ?? contest.createdAt,
  };
}

export const calendarFileName = 'событие.ics';
export const ticketFileName = 'билет.png';
