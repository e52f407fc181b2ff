import type { EventPlan } from '../domain/calendar-feed/event-plan.ts';

/** iCalendar (RFC 5545) of one event. Its instants are written in UTC, so that no zone of any machine can be wrong. */
export async function writeEvent(plan: EventPlan): Promise<string> {
  const { default: calendarOf } = await import('ical-generator');
  const calendar = calendarOf({ prodId: { company: 'nastavnik', product: 'events', language: 'RU' } });
  const { uid, startsAt, endsAt, summary, description, place, stamp, link } = plan;
  calendar.createEvent({
    id: uid,
    start: startsAt,
    end: endsAt,
    stamp,
    summary,
    description,
    ...(place !== '' && { location: place }),
    ...(link !== '' && { url: link }),
    alarms: [],
  });
  return calendar.toString();
}
