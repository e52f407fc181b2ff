import { addDays } from '../../calendar/day.ts';
import type { Timed } from './assign-years.ts';
import type { Clause } from './clause.ts';
import { divided, repeatedYearly, unitsOf } from './repetition.ts';
import { halfOfSchoolYear, schoolYear, term } from './shape.ts';
import { meets, type Period, type Placed, type Window, windowsOf, windowsOfYears } from './windows.ts';

/** A date of the cell with its windows; `sentence` counts the «;» before it. */
type Resolved = { item: Timed; windows: Placed[]; sentence: number };

export type Resolution = {
  windows: Window[];
  /** Dates that gave no window: no such day, or not within the period. */
  empty: Timed[];
  /** «с 1 сентября» without a year and without an end. */
  open: Timed[];
};

/** The windows of the dates and repetitions of a cell. `sentenceOf` tells the sentence of a token. */
export function resolve(
  timed: readonly Timed[],
  clauses: readonly Clause[],
  sentenceOf: (token: number) => number,
  furtherAt: number,
  period: Period,
): Resolution {
  const all = timed.map((item) => ({
    item,
    windows: placedOf(item, period),
    sentence: sentenceOf(item.start),
  }));
  const empty = all.filter(({ windows }) => windows.length === 0).map(({ item }) => item);
  afterFurther(all, furtherAt);
  const open = new Set(all.filter(({ item }) => item.mode === 'since').map(({ item }) => item));
  const extra: Window[] = [];
  for (const clause of clauses) {
    if (clause.repeat === null) continue;
    const sentence = sentenceOf(clause.repeat.start);
    const others = clauses.filter(({ repeat }) => repeat !== null && sentenceOf(repeat.start) === sentence);
    const here = all.filter((each) => each.sentence === sentence);
    for (const { item } of here) open.delete(item);
    const limits = here.filter(({ item }) => item.mode === 'since').flatMap(({ windows }) => windows);
    const within = { from: limits[0]?.from ?? period.from, to: period.to };
    const targets = here.filter(({ item }) => item.mode !== 'since');
    if (targets.length > 0) repeatHere(targets, clause, within, extra);
    else if (others.every((other) => !isOftener(other, clause)))
      extra.push(
        ...repeatBefore(
          all.filter((each) => each.sentence < sentence),
          clause,
          within,
        ),
      );
  }
  const kept = all.flatMap(({ item, windows }) => (item.mode === 'since' ? [] : windows));
  for (const { item, windows } of all)
    if (open.has(item) && lastsTo(windows, period, extra)) open.delete(item);
  return { windows: [...kept, ...extra].map(({ from, to }) => ({ from, to })), empty, open: [...open] };
}

const rarestFirst = ['year', 'half-year', 'quarter', 'month', 'week'];

/** «Ежегодно, 2 раза в год» is the half-years, not the years as well. */
function isOftener(other: Clause, clause: Clause): boolean {
  return rarestFirst.indexOf(other.every ?? '') > rarestFirst.indexOf(clause.every ?? '');
}

/** «с сентября 2022 г.» without an end lasts to the end of the period. */
function lastsTo(windows: readonly Placed[], period: Period, into: Window[]): boolean {
  const started = windows.filter(({ from, named }) => named && from !== null && from <= period.to);
  into.push(...started.map(({ from }) => ({ from, to: period.to })));
  return started.length > 0;
}

function placedOf(item: Timed, period: Period): Placed[] {
  return item.is === 'years' ? windowsOfYears(item) : windowsOf(item, period);
}

/** «До 1 марта 2022, далее до 1 февраля»: a date without a year after «далее» comes after the dated ones before it. */
function afterFurther(all: readonly Resolved[], furtherAt: number): void {
  const before = all.filter(({ item }) => item.start < furtherAt).flatMap(({ windows }) => windows);
  const last = lastDay(before.filter(({ named }) => named));
  if (last === null) return;
  for (const each of all) {
    if (each.item.start > furtherAt)
      each.windows = each.windows.filter(({ named, to }) => named || to > last);
  }
}

function lastDay(windows: readonly Window[]): string | null {
  return windows.reduce<string | null>((last, { to }) => (last === null || to > last ? to : last), null);
}

/** A repetition beside dates: they repeat, or it divides them. */
function repeatHere(targets: readonly Resolved[], clause: Clause, within: Period, extra: Window[]): void {
  const { every } = clause;
  narrowPeriodic(targets, clause);
  for (const target of targets) {
    const fits = target.windows.filter((window) => window.named || (window.from ?? window.to) >= within.from);
    if (fits.length > 0) target.windows = fits;
  }
  if (every === null || every === 'week') return;
  const windows = targets.flatMap((target) => target.windows);
  if (clause.further && every !== 'year') extra.push(...unitsAfter(windows, every, within));
  else if (every !== 'year')
    for (const target of targets) target.windows = unitsWithin(target, every, within);
  else {
    for (const target of targets) {
      target.windows = divided(target.windows, 'year');
      if (isOneYear(target.item))
        target.windows = target.windows.flatMap((window) => repeatedYearly(window, within));
    }
  }
}

/** Where the text names no year, also the end of what began the year before, and nothing past the period. */
function unitsWithin(
  { item, windows }: Resolved,
  every: 'half-year' | 'quarter' | 'month',
  within: Period,
): Placed[] {
  if (item.is === 'years' || item.periodic !== null || item.years !== null || item.fromYear !== null)
    return divided(windows, every);
  const yearBefore = { from: addDays(within.from, -366), to: within.to };
  return divided(windowsOf(item, yearBefore), every).filter((window) => meets(window, within));
}

/** Of one named year, so that «ежегодно» must mean the later ones too. */
function isOneYear(item: Timed): boolean {
  const groups = item.is === 'years' ? item.groups : item.years;
  const [only] = groups ?? [];
  return groups?.length === 1 && only !== undefined && (only.first === only.last || only.school);
}

/** «ежеквартально до 10 числа» is the month after each quarter; «сентябрь, май, до 15 числа» is in those months. */
function narrowPeriodic(targets: readonly Resolved[], clause: Clause): void {
  const periodic = targets.filter(({ item }) => item.is === 'dated' && item.periodic === 'month');
  if (periodic.length === 0) return;
  const scopes = targets.filter((target) => !periodic.includes(target));
  const step = clause.every === 'quarter' ? 3 : clause.every === 'half-year' ? 6 : 1;
  for (const target of periodic) {
    target.windows = target.windows.filter(({ to }) => (Number(to.slice(5, 7)) - 1) % step === 0);
    if (scopes.length > 0) {
      const inside = scopes.flatMap(({ windows }) => windows);
      target.windows = target.windows.filter(({ to }) =>
        inside.some((each) => (each.from ?? to) <= to && to <= each.to),
      );
    }
  }
  if (periodic.some(({ windows }) => windows.length > 0)) for (const scope of scopes) scope.windows = [];
}

/** A repetition on its own: it carries on what stands before it, else each of its units within the period. */
function repeatBefore(before: readonly Resolved[], clause: Clause, period: Period): Window[] {
  const { every, repeat } = clause;
  if (every === null || every === 'week') return [];
  const windows = before.flatMap((each) => each.windows);
  if (windows.length === 0) return repeat?.ofSchoolYear ? schoolUnits(every, period) : unitsOf(every, period);
  if (every !== 'year') return unitsAfter(windows, every, period);
  return before
    .filter(({ item }) => isOneYear(item))
    .flatMap((each) => each.windows.flatMap((window) => repeatedYearly(window, period)));
}

function unitsAfter(
  windows: readonly Window[],
  every: 'half-year' | 'quarter' | 'month',
  period: Period,
): Window[] {
  const last = lastDay(windows) ?? period.from;
  return unitsOf(every, period).filter(({ from }) => from !== null && from > last);
}

function schoolUnits(every: 'year' | 'half-year' | 'quarter' | 'month', period: Period): Window[] {
  const shapes =
    every === 'year'
      ? [schoolYear]
      : every === 'half-year'
        ? [1, 2].map(halfOfSchoolYear)
        : [1, 2, 3, 4].map(term);
  return windowsOf(
    {
      is: 'dated',
      shapes: shapes.filter((each) => each !== null),
      fromYear: null,
      years: null,
      yearsFirst: false,
      mode: 'window',
      exact: false,
      led: false,
      periodic: null,
    },
    period,
  );
}
