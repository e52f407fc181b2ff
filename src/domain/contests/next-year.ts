import {
  addDays,
  type Day,
  dayOfMonth,
  instantOf,
  makeDay,
  monthOf,
  toDay,
  yearOf,
} from '../calendar/day.ts';
import type { Contest } from './contest.ts';
import { type ContestSettings, settingsOf } from './contest-settings.ts';

/**
 * The contest as it would be held again: every date by whole years later, to the first year whose close is still to come, at the
 * same time of day; the years in its words and hashtags with them. Nominations that were archived stay behind, so does the
 * text of the announcement, which names dates.
 */
export function forNextYear(contest: Contest, at: Date, timeZone: string): ContestSettings {
  const settings = settingsOf(contest);
  const years = yearsUntil(settings.closesAt, at, timeZone);
  const instant = (before: Date) => shiftInstant(before, years, timeZone);
  const optional = (before: Date | null) => (before === null ? null : instant(before));
  const words = (text: string) => shiftYears(text, years);
  const { resultsOn, terms } = settings;
  return {
    itemId: null,
    title: words(settings.title),
    summary: words(settings.summary),
    opensAt: instant(settings.opensAt),
    closesAt: instant(settings.closesAt),
    judgingUntil: optional(settings.judgingUntil),
    resultsOn: resultsOn === null ? null : shiftDay(resultsOn, years),
    startsAt: optional(settings.startsAt),
    endsAt: optional(settings.endsAt),
    terms: { ...terms, hashtags: terms.hashtags.map(words) },
    announcement: '',
    nominations: settings.nominations
      .filter(({ archived }) => !archived)
      .map((each) => ({
        ...each,
        id: null,
        title: words(each.title),
        description: words(each.description),
        hashtags: each.hashtags.map(words),
      })),
    criteria: settings.criteria.map((each) => ({ ...each, id: null })),
  };
}

function yearsUntil(closesAt: Date, at: Date, timeZone: string): number {
  const now = yearOf(toDay(at, timeZone));
  const first = Math.max(1, now - yearOf(toDay(closesAt, timeZone)));
  return shiftInstant(closesAt, first, timeZone) > at ? first : first + 1;
}

/** A year of this century that is no part of a longer number or of a date («приказ от 22.04.2022» stays what it is). */
const years = /(?<![\d.])20\d\d(?!\d)/g;

export function shiftYears(text: string, by: number): string {
  return text.replace(years, (year) => String(Number(year) + by));
}

function shiftInstant(instant: Date, by: number, timeZone: string): Date {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return instantOf(shiftDay(toDay(instant, timeZone), by), time, timeZone);
}

/** 29 February is the 28th where there is none. */
function shiftDay(day: Day, by: number): Day {
  const year = yearOf(day) + by;
  return makeDay(year, monthOf(day), dayOfMonth(day)) ?? addDays(`${year}-03-01`, -1);
}
