import {
  addDays,
  type Day,
  dayOfMonth,
  daysBetween,
  lastDayOfMonth,
  makeDay,
  monthOf,
  yearOf,
} from '../calendar/day.ts';
import { Refusal } from '../refusal.ts';
import { printWindow } from './deadline/print-window.ts';
import { type Period, readDeadline, type Standing, type Window } from './deadline/read-deadline.ts';
import type { ReadItem, ReadRoadmap } from './roadmap.ts';

/** A roadmap as it stands now: what is done, dated and said of each item, corrections included. */
export type RollingRoadmap = Pick<ReadRoadmap, 'title' | 'period'> & {
  items: Omit<ReadItem, 'unparsed'>[];
};

const mostYears = 20;

/** How long the period is in whole years, at least one: 2022–2024 is three, a school year one. */
export function yearsOfPeriod({ from, to }: Period): number {
  return Math.max(1, Math.round((daysBetween(from, to) + 1) / 365.25));
}

/** The same day so many years on. The 29th of February becomes the 28th where the year has none. */
export function shiftDay(day: Day, years: number): Day {
  const [year, month] = [yearOf(day) + years, monthOf(day)];
  return makeDay(year, month, dayOfMonth(day)) ?? lastDayOfMonth(year, month);
}

/** Whole months stay whole: all of February ends on the last day that it has. */
export function shiftWindow({ from, to }: Window, years: number): Window {
  const shifted = shiftDay(to, years);
  const whole = from !== null && dayOfMonth(from) === 1 && dayOfMonth(addDays(to, 1)) === 1;
  return {
    from: from === null ? null : shiftDay(from, years),
    to: whole ? lastDayOfMonth(yearOf(shifted), monthOf(shifted)) : shifted,
  };
}

export function shiftPeriod(period: Period, years: number): Period {
  const { from, to } = shiftWindow(period, years);
  return { from: from ?? period.from, to };
}

/** «2022», «2022–2024», «2022/23», «25.03.22»: only years of the period or next to it; the order's other numbers stay. */
export function shiftYears(text: string, { from, to }: Period, years: number): string {
  const first = yearOf(from) - 1;
  const last = yearOf(to) + 1;
  const near = (year: number) => year >= first && year <= last;
  const moved = (digits: string) => {
    const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
    return near(year) ? String(year + years).slice(-digits.length) : digits;
  };
  return withoutLeapDays(
    text
      .replace(
        /(?<!\d)(20\d{2})(?!\d)(\s*[/–—-]\s*(\d{2})(?![\d.]))?/gu,
        (_, year: string, tail: string = '') =>
          // «2022-23»: a second half belongs to the year before it.
          moved(year) + (near(Number(year)) ? tail.replace(/\d{2}/u, moved) : tail),
      )
      .replace(
        /(?<![\d.])(\d{1,2}\.\d{1,2}\.)(\d{2})(?!\d)/gu,
        (_, day: string, year: string) => day + moved(year),
      ),
  );
}

/** «29 февраля 2025», «29.02.2025»: there is no such day. */
function withoutLeapDays(text: string): string {
  return text.replace(
    /(?<!\d)29((?:\s+февраля\s+|\.0?2\.)(\d{2}|20\d{2})(?!\d))/giu,
    (found, rest: string, year: string) =>
      makeDay(year.length === 2 ? 2000 + Number(year) : Number(year), 2, 29) === null ? `28${rest}` : found,
  );
}

/**
 * The next period's roadmap: the same items, everything so many years on. An item's words are shifted and read again; where they do not say the
 * shifted days, the days themselves are written down. So what a deadline says and what it means agree in every item.
 * `Refusal('years-wrong')`.
 */
export function rollOver({ title, period, items }: RollingRoadmap, years: number): ReadRoadmap {
  if (!Number.isInteger(years) || years < 1 || years > mostYears) throw new Refusal('years-wrong');
  const next = shiftPeriod(period, years);
  return {
    title: shiftYears(title, period, years),
    order: null,
    period: next,
    items: items.map((item) => ({
      ...item,
      title: shiftYears(item.title, period, years),
      result: shiftYears(item.result, period, years),
      ...shiftDeadline(item, period, next, years),
    })),
    warnings: [],
  };
}

type Deadline = Pick<ReadItem, 'deadline' | 'occurrences' | 'standing' | 'unparsed'>;

function shiftDeadline(
  item: RollingRoadmap['items'][number],
  period: Period,
  next: Period,
  years: number,
): Deadline {
  const windows = item.occurrences.map((window) => shiftWindow(window, years));
  const standing = item.standing.map((piece) => ({ ...piece, text: shiftYears(piece.text, period, years) }));
  const deadline = shiftYears(item.deadline, period, years);
  const read = readDeadline(deadline, next);
  if (read.unparsed.length === 0 && agree(read, { windows, standing })) return { deadline, ...read };
  // «Ежегодно» beside its dates is done on those dates, and would make more of them.
  const lasting = standing.filter(({ kind }) => kind !== 'recurring' || windows.length === 0);
  const written = writeDeadline(windows, lasting);
  const isSaid = agree({ ...readDeadline(written.deadline, next), standing: [] }, { windows, standing: [] });
  const { deadline: days } = writeDeadline(windows, []);
  return { ...written, deadline: isSaid ? written.deadline : days, unparsed: [] };
}

/** Words for these days. */
export function writeDeadline(
  windows: readonly Window[],
  standing: readonly Standing[],
): Omit<Deadline, 'unparsed'> {
  const deadline = [...windows.map(printWindow), ...standing.map(({ text }) => text)].join('; ');
  return { deadline, occurrences: [...windows], standing: [...standing] };
}

function agree(
  read: { occurrences: readonly Window[]; standing: readonly Standing[] },
  wished: { windows: readonly Window[]; standing: readonly Standing[] },
): boolean {
  const days = (windows: readonly Window[]) =>
    windows
      .map(({ from, to }) => `${from ?? ''}..${to}`)
      .sort()
      .join();
  const said = (pieces: readonly Standing[]) =>
    pieces
      .map(({ kind, text }) => `${kind} ${text}`)
      .sort()
      .join();
  return days(read.occurrences) === days(wished.windows) && said(read.standing) === said(wished.standing);
}
