import { addDays, compareDays, type Day, daysBetween, lastDayOfMonth, makeDay } from '../../calendar/day.ts';
import type { Every } from './lexicon.ts';
import { meets, type Period, type Placed, type Window, yearOf } from './windows.ts';

type Dividing = Exclude<Every, 'week'>;

const monthsIn: Record<Dividing, number> = { year: 12, 'half-year': 6, quarter: 3, month: 1 };
const mostDays: Record<Dividing, number> = { year: 366, 'half-year': 184, quarter: 92, month: 31 };

/** Every calendar year, half-year, quarter or month that meets the period, whole. */
export function unitsOf(every: Dividing, period: Period): Window[] {
  const length = monthsIn[every];
  const units: Window[] = [];
  for (let year = yearOf(period.from); year <= yearOf(period.to); year += 1) {
    for (let month = 1; month <= 12; month += length) {
      const from = makeDay(year, month, 1);
      if (from !== null) units.push({ from, to: lastDayOfMonth(year, month + length - 1) });
    }
  }
  return units.filter((unit) => meets(unit, period));
}

/** «1 раз в квартал в течение 2023 года»: a window longer than the unit becomes the units in it, cut to it. */
export function divided(windows: readonly Placed[], every: Dividing): Placed[] {
  return windows.flatMap((window) => {
    const { from, to, named } = window;
    if (from === null || daysBetween(from, to) < mostDays[every]) return [window];
    return unitsOf(every, { from, to }).map((unit) => ({
      from: unit.from !== null && unit.from > from ? unit.from : from,
      to: compareDays(unit.to, to) < 0 ? unit.to : to,
      named,
    }));
  });
}

/** «Август 2022; с ежегодной корректировкой»: the same days of each later year that begins within the period. */
export function repeatedYearly(window: Placed, period: Period): Placed[] {
  const found = [window];
  for (let by = 1; by <= yearOf(period.to) - yearOf(window.from ?? window.to); by += 1) {
    const to = later(window.to, by);
    const from = window.from === null ? null : later(window.from, by);
    const next = { from, to, named: window.named };
    if (meets(next, period)) found.push(next);
  }
  return found;
}

/** The same day `years` later; the last of February stays the last. */
function later(day: Day, years: number): Day {
  const month = Number(day.slice(5, 7));
  const last = lastDayOfMonth(yearOf(day) + years, month);
  if (addDays(day, 1).slice(5, 7) !== day.slice(5, 7)) return last;
  return makeDay(yearOf(day) + years, month, Number(day.slice(8))) ?? last;
}
