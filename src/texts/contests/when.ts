import { type Day, daysBetween, toDay } from '../../domain/calendar/day.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import { distanceText, shortDay } from '../dates.ts';

/** Now, and in whose zone people read it. */
export type Moment = { at: Date; timeZone: string };

/** The last day on which works are taken: an end at midnight is the end of the day before. */
export function lastDayOf({ closesAt }: Pick<Contest, 'closesAt'>, timeZone: string): Day {
  return toDay(new Date(closesAt.getTime() - 1), timeZone);
}

/** «до 31 марта», or «до 18:00 31 марта» where the end is in the middle of a day. */
export function untilClose(contest: Pick<Contest, 'closesAt'>, { at, timeZone }: Moment): string {
  const day = shortDay(lastDayOf(contest, timeZone), toDay(at, timeZone));
  const time = clockText(contest.closesAt, timeZone);
  return time === '00:00' || time === '23:59' ? `до ${day}` : `до ${time} ${day}`;
}

/** «до 31 марта, осталось 3 дня». */
export function deadlineText(contest: Pick<Contest, 'closesAt'>, moment: Moment): string {
  const today = toDay(moment.at, moment.timeZone);
  const last = lastDayOf(contest, moment.timeZone);
  return daysBetween(today, last) < 0
    ? 'приём завершён'
    : `${untilClose(contest, moment)}, ${distanceText(last, today)}`;
}

/** «20 марта в 14:05». */
export function instantText(instant: Date, { at, timeZone }: Moment): string {
  return `${shortDay(toDay(instant, timeZone), toDay(at, timeZone))} в ${clockText(instant, timeZone)}`;
}

/** «25 октября, 14:00–17:00», or from one day to another. */
export function spanText(from: Date, to: Date, moment: Moment): string {
  const { timeZone, at } = moment;
  const day = toDay(from, timeZone);
  if (toDay(to, timeZone) !== day) return `${instantText(from, moment)} – ${instantText(to, moment)}`;
  return `${shortDay(day, toDay(at, timeZone))}, ${clockText(from, timeZone)}–${clockText(to, timeZone)}`;
}

function clockText(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('ru', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
}
