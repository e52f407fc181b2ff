import { addDays, type Day, dayOfWeek, lastDayOfMonth, makeDay } from '../../calendar/day.ts';

/** A day of a year: of a month by number (-1 is the last day), or its nth weekday (-1 is the last one). */
export type Edge = { month: number; day: number } | { month: number; weekday: number; nth: number };

/** `until` is the last day for «до» where that is not `to`: the first day for «до начала», the 15th for «до середины октября». */
export type Stretch = { from: Edge; to: Edge; until?: Edge };

/**
 * A stretch of any year; where `to` comes before `from` it reaches into the next one.
 */
export type Shape = Stretch & {
  /** The words speak of a school year, or start one: its September comes before its May. */
  ofSchoolYear: boolean;
  /** What the same words mean beside a school year («I полугодие 2022/2023»). */
  inSchoolYear?: Stretch;
};

/**
 * What words without exact days mean.
 *
 * | words | days |
 * |---|---|
 * | учебный год | 1 September – 31 May |
 * | I / II полугодие | January–June / July–December; of a school year September–December / January–May |
 * | I–IV четверть | September–October, November–December, January–March, April–May |
 * | зима, весна, лето, осень | December–February, March–May, June–August, September–November |
 * | осенние, зимние, весенние, летние каникулы | 28 October – 6 November, 30 December – 8 January, 24–31 March, June–August |
 * | начало, середина, конец of a month; its decades | 1–10, 11–20, 21–last |
 * | the same of a longer stretch | its first, its middle one or two, its last month; of a school year September, December–January, May |
 * | nth week of a month; last week | days 1–7, 8–14, 15–21, 22–28; the last seven days |
 * | первая, вторая половина of a month; of a year | 1–15, 16–last; its half-years |
 */
export const schoolYear: Shape = { ...months(9, 5), until: { month: 9, day: 1 }, ofSchoolYear: true };

export const calendarYear: Shape = { ...months(1, 12), ofSchoolYear: false };

export const seasons: readonly Shape[] = [
  shape(months(12, 2)),
  shape(months(3, 5)),
  shape(months(6, 8)),
  shape(months(9, 11)),
];

export const holidays: readonly Shape[] = [
  { ...shape(days(12, 30, 1, 8)), until: { month: 12, day: 30 } },
  { ...shape(days(3, 24, 3, 31)), until: { month: 3, day: 24 } },
  { ...shape(days(6, 1, 8, 31)), until: { month: 6, day: 1 } },
  { ...shape(days(10, 28, 11, 6)), until: { month: 10, day: 28 } },
];

const halvesOfSchoolYear: readonly Stretch[] = [months(9, 12), months(1, 5)];
const terms: readonly Stretch[] = [months(9, 10), months(11, 12), months(1, 3), months(4, 5)];

export function days(month: number, day: number, toMonth: number, toDay: number): Stretch {
  return { from: { month, day }, to: { month: toMonth, day: toDay } };
}

export function months(from: number, to: number): Stretch {
  return days(from, 1, to, -1);
}

export function shape(stretch: Stretch): Shape {
  return { ...stretch, ofSchoolYear: false };
}

/** A day that no year has: what «V квартал» names. */
export const never: Shape = shape(days(1, 0, 1, 0));

export function quarter(n: number): Shape | null {
  return n >= 1 && n <= 4 ? shape(months(n * 3 - 2, n * 3)) : null;
}

export function halfYear(n: number): Shape | null {
  const inSchoolYear = halvesOfSchoolYear[n - 1];
  return inSchoolYear === undefined ? null : { ...shape(months(n * 6 - 5, n * 6)), inSchoolYear };
}

export function halfOfSchoolYear(n: number): Shape | null {
  const half = halvesOfSchoolYear[n - 1];
  return half === undefined ? null : { ...shape(half), ofSchoolYear: true };
}

export function term(n: number): Shape | null {
  const found = terms[n - 1];
  return found === undefined ? null : { ...shape(found), ofSchoolYear: true };
}

export function week(n: number, month: number): Shape | null {
  if (n === -1) return shape(days(month, -7, month, -1));
  return n >= 1 && n <= 5 ? shape(days(month, n * 7 - 6, month, n === 5 ? -1 : n * 7)) : null;
}

export function decade(n: number, month: number): Shape | null {
  if (n === -1 || n === 3) return shape(days(month, 21, month, -1));
  return n === 1 || n === 2 ? shape(days(month, n * 10 - 9, month, n * 10)) : null;
}

export function halfOfMonth(n: number, month: number): Shape | null {
  if (n === 1) return shape(days(month, 1, month, 15));
  return n === 2 || n === -1 ? shape(days(month, 16, month, -1)) : null;
}

export function weekdayOf(nth: number, weekday: number, month: number): Shape | null {
  if (nth < -1 || nth === 0 || nth > 5) return null;
  const edge: Edge = { month, weekday, nth };
  return shape({ from: edge, to: edge });
}

export type Part = 'start' | 'middle' | 'end';

/** «Начало», «середина», «конец» of a stretch. */
export function partOf(whole: Shape, part: Part): Shape {
  const { inSchoolYear } = whole;
  const own = { ...shape(partOfStretch(whole, part)), ofSchoolYear: whole.ofSchoolYear };
  return inSchoolYear === undefined ? own : { ...own, inSchoolYear: partOfStretch(inSchoolYear, part) };
}

function partOfStretch(whole: Stretch, part: Part): Stretch {
  const own = daysOfPart(whole, part);
  if (part === 'start') return { ...own, until: whole.from };
  const middle = part === 'middle' && whole.from.month === whole.to.month;
  return middle ? { ...own, until: { month: whole.to.month, day: 15 } } : own;
}

function daysOfPart(whole: Stretch, part: Part): Stretch {
  const first = whole.from.month;
  const last = whole.to.month;
  if (first === last) {
    if (part === 'start') return days(first, 1, first, 10);
    return part === 'middle' ? days(first, 11, first, 20) : days(first, 21, first, -1);
  }
  if (part === 'start') return months(first, first);
  if (part === 'end') return months(last, last);
  if (first === 9 && last === 5) return months(12, 1);
  const length = ((last - first + 12) % 12) + 1;
  const wrapped = (month: number) => ((month - 1) % 12) + 1;
  return months(wrapped(first + Math.floor((length - 1) / 2)), wrapped(first + Math.floor(length / 2)));
}

/** From the beginning of the one to the end of the other. */
export function joinShapes(first: Shape, last: Shape): Shape {
  if (first === last) return first;
  const joined = { ...shape({ from: first.from, to: last.to }), ofSchoolYear: first.ofSchoolYear };
  if (first.inSchoolYear === undefined || last.inSchoolYear === undefined) return joined;
  return { ...joined, inSchoolYear: { from: first.inSchoolYear.from, to: last.inSchoolYear.to } };
}

/** Whether the stretch reaches into the next year. */
export function wraps({ from, to }: Stretch): boolean {
  return from.month > to.month;
}

/** `null` where that year has no such day. */
export function dayOf(edge: Edge, year: number): Day | null {
  if ('weekday' in edge) return nthWeekday(edge, year);
  if (edge.day >= 0) return makeDay(year, edge.month, edge.day);
  return addDays(lastDayOfMonth(year, edge.month), edge.day + 1);
}

function nthWeekday(
  { month, weekday, nth }: { month: number; weekday: number; nth: number },
  year: number,
): Day | null {
  if (nth === -1) {
    const last = lastDayOfMonth(year, month);
    return addDays(last, -((dayOfWeek(last) - weekday + 7) % 7));
  }
  const first = makeDay(year, month, 1);
  if (first === null) return null;
  const found = addDays(first, ((weekday - dayOfWeek(first) + 7) % 7) + (nth - 1) * 7);
  return Number(found.slice(5, 7)) === month ? found : null;
}
