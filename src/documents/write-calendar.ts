import type { CalendarPlan } from '../domain/calendar-feed/calendar-feed.ts';

/** How often a calendar should look again, in seconds. */
const refreshed = 3600;

/**
 * iCalendar (RFC 5545): all-day events, which have no hour and so no zone to be wrong in. The library is not told of the zone: with one it writes
 * instants in the zone of this machine.
 */
export async function writeCalendar({ name, timeZone, events }: CalendarPlan): Promise<string> {
  const { default: calendarOf, escape: escaped, ICalEventTransparency } = await import('ical-generator');
  const calendar = calendarOf({
    // The library escapes the texts of events, but not this one.
    name: escaped(name.replace(/\s+/gu, ' '), false),
    prodId: { company: 'nastavnik', product: 'tasks', language: 'RU' },
    ttl: refreshed,
  });
  for (const { uid, sequence, on, summary, description, changedAt } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      stamp: changedAt,
      lastModified: changedAt,
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // Properties of the calendar stand before its events; the library would put this one after them.
  return calendar.toString().replace('VERSION:2.0\r\n', `VERSION:2.0\r\nX-WR-TIMEZONE:${timeZone}\r\n`);
}
