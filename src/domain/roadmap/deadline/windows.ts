import { type Day, lastDayOfMonth, makeDay } from '../../calendar/day.ts';
import type { Dated, Mode, YearGroup, Years } from './item.ts';
import { dayOf, type Shape, type Stretch, wraps } from './shape.ts';

/** Both days included. */
export type Period = { from: Day; to: Day };

/** `from` is `null` where only the last day is said: «до …». */
export type Window = { from: Day | null; to: Day };

/** A window, and whether the text names its year. */
export type Placed = Window & { named: boolean };

/** The windows of a date. Without a year there is one in every year of the period, as far as it meets the period. */
export function windowsOf(dated: Dated, period: Period): Placed[] {
  return dated.shapes.flatMap((shape) => {
    if (dated.fromYear !== null) return fromYearOn(dated, dated.fromYear, shape);
    if (dated.years === null) return everyYear(shape, dated.mode, period);
    return dated.years.flatMap((group) => inGroup(shape, group, dated, period));
  });
}

/** «2022 год», «2022–2024 годы», «2022/2023 учебный год» on their own. */
export function windowsOfYears(years: Years): Placed[] {
  return years.groups.flatMap(({ first, last, school }) => {
    const from = makeDay(first, school ? 9 : 1, 1);
    const to = school ? lastDayOfMonth(last, 5) : lastDayOfMonth(last, 12);
    if (from === null || from > to) return [];
    return [placed(from, school && years.mode === 'until' ? from : to, years.mode, true)];
  });
}

function placed(from: Day, to: Day, mode: Mode, named: boolean): Placed {
  return { from: mode === 'until' ? null : from, to, named };
}

function fromYearOn(dated: Dated, fromYear: number, shape: Shape): Placed[] {
  const last = dated.years?.at(-1)?.last ?? (wraps(shape) ? fromYear + 1 : fromYear);
  return build(shape, fromYear, last, dated.mode, true);
}

/** None where the calendar has no such day, or the last day comes first. */
function build(days: Stretch, fromYear: number, toYear: number, mode: Mode, named: boolean): Placed[] {
  const from = dayOf(days.from, fromYear);
  const to = dayOf(days.to, toYear);
  if (from === null || to === null || from > to) return [];
  if (mode !== 'until' || days.until === undefined) return [placed(from, to, mode, named)];
  const until = dayOf(days.until, days.until.month === days.from.month ? fromYear : toYear);
  return until === null ? [] : [placed(from, until, mode, named)];
}

function starting(shape: Shape, year: number, mode: Mode, named: boolean): Placed[] {
  return build(shape, year, wraps(shape) ? year + 1 : year, mode, named);
}

function everyYear(shape: Shape, mode: Mode, period: Period): Placed[] {
  const first = yearOf(period.from);
  const found: Placed[] = [];
  for (let year = first; year <= yearOf(period.to); year += 1)
    found.push(...starting(shape, year, mode, false));
  const met = found.filter((window) => meets(window, period));
  return met.length > 0
    ? met
    : starting(shape, first - 1, mode, false).filter((window) => meets(window, period));
}

export function meets(window: Window, period: Period): boolean {
  return window.to >= period.from && (window.from ?? window.to) <= period.to;
}

function inGroup(shape: Shape, group: YearGroup, dated: Dated, period: Period): Placed[] {
  const { mode } = dated;
  if (group.school) return inSchoolYears(shape, group, mode);
  if (!wraps(shape))
    return yearsFrom(group.first, group.last).flatMap((year) => starting(shape, year, mode, true));
  if (group.first < group.last) {
    return yearsFrom(group.first, group.last - 1).flatMap((year) => starting(shape, year, mode, true));
  }
  const after = starting(shape, group.first, mode, true);
  if (dated.yearsFirst || shape.ofSchoolYear) return after;
  const ending = starting(shape, group.first - 1, mode, true);
  const early = ending.some(({ from, to }) => (from ?? to) < period.from);
  return early ? after : ending;
}

function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, 200)) }, (_, at) => first + at);
}

/** From August on a month belongs to the first of a school year's two years. */
function inSchoolYears(shape: Shape, { first, last }: YearGroup, mode: Mode): Placed[] {
  const days = shape.inSchoolYear ?? shape;
  return yearsFrom(first, last - 1).flatMap((year) => {
    const yearOfMonth = (month: number) => (month >= 8 ? year : year + 1);
    const fromYear = yearOfMonth(days.from.month);
    const toYear = yearOfMonth(days.to.month);
    const backwards = toYear < fromYear || (toYear === fromYear && wraps(days));
    return build(days, fromYear, backwards ? fromYear + (wraps(days) ? 1 : 0) : toYear, mode, true);
  });
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
