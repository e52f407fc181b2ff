import { dayText } from '../../../texts/dates.ts';

const time = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** «5 октября 2026, 10:05»: an instant on the clock of whoever looks. */
export function whenText(at: string): string {
  return `${dayOf(at)}, ${time.format(new Date(at))}`;
}

/** «5 октября 2026», the day of an instant where the browser is. */
export function dayOf(instant: string): string {
  return dayText(day.format(new Date(instant)));
}

/** Of a calendar day, the same wherever the browser is. */
export function calendarDay(value: string): string {
  return dayText(value);
}
