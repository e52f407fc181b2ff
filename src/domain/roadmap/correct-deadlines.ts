import { isDay } from '../calendar/day.ts';
import { Refusal } from '../refusal.ts';
import { type Period, readDeadline, type Window } from './deadline/read-deadline.ts';
import { fold, type ReadItem, type ReadRoadmap, type RoadmapWarning } from './roadmap.ts';

/** What the staff say a deadline means: in other words, or by days and standing pieces. */
export type DeadlineCorrection =
  | { kind: 'text'; text: string }
  | { kind: 'windows'; windows: Window[]; standing: string[] };

/** What a correction is known by, besides the period: the same cell of the same item. */
export type CorrectedCell = Pick<ReadItem, 'code' | 'title' | 'deadline'>;
export type KeptCorrection = CorrectedCell & { period: Period; correction: DeadlineCorrection };

type Understood = Pick<ReadItem, 'occurrences' | 'standing' | 'unparsed'>;

const [mostWindows, mostStanding, longestText] = [200, 20, 1_000];

/** `Refusal('deadline-unread', { text })` where the words say nothing either, `Refusal('deadline-wrong')` for days that are none. */
export function understandCorrection(correction: DeadlineCorrection, period: Period): Understood {
  if (correction.kind === 'text') {
    const text = fold(correction.text);
    const { occurrences, standing, unparsed } = readDeadline(text, period);
    if (occurrences.length + standing.length === 0 || unparsed.length > 0 || text.length > longestText) {
      throw new Refusal('deadline-unread', { text: text.slice(0, 200) });
    }
    return { occurrences, standing, unparsed };
  }
  const windows = correction.windows.map(({ from, to }) => ({ from, to }));
  const pieces = [...new Set(correction.standing.map(fold))].filter((piece) => piece !== '');
  const fits = windows.length <= mostWindows && pieces.length <= mostStanding;
  if (!fits || windows.length + pieces.length === 0 || !windows.every(isWindow)) {
    throw new Refusal('deadline-wrong');
  }
  const once = new Map(windows.map((window) => [`${window.from} ${window.to}`, window]));
  return {
    occurrences: [...once.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    standing: pieces.map((text) => ({ kind: 'conditional', every: null, text })),
    unparsed: [],
  };
}

function isWindow({ from, to }: Window): boolean {
  return isDay(to) && (from === null || (isDay(from) && from <= to));
}

function keyOf({ from, to }: Window): string {
  return `${to} ${from ?? ''}`;
}

/**
 * The correction of a cell: of this very item, else of one with the same number (a reworded title), else of one with the same title
 * (a new number), each only where there is no other. `null`: as it was read.
 */
export function correctionOf(
  cell: CorrectedCell,
  kept: readonly KeptCorrection[],
): DeadlineCorrection | null {
  const same = kept.filter((each) => fold(each.deadline) === fold(cell.deadline));
  const exact = same.find((each) => each.code === cell.code && each.title === cell.title);
  if (exact !== undefined) return exact.correction;
  const likely =
    alone(same.filter((each) => each.code === cell.code && cell.code !== '')) ??
    alone(same.filter((each) => each.title === cell.title));
  return likely?.correction ?? null;
}

function alone<Value>(found: readonly Value[]): Value | null {
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}

/**
 * The roadmap as the staff have corrected it; what a corrected cell says in the order's words stays as it is. A correction that can't be
 * understood within this period any more counts for nothing.
 */
export function correctDeadlines(read: ReadRoadmap, kept: readonly KeptCorrection[]): ReadRoadmap {
  const { from, to } = read.period;
  const own = kept.filter(({ period }) => period.from === from && period.to === to);
  if (own.length === 0) return read;
  const items = read.items.map((item) => {
    const correction = correctionOf(item, own);
    const understood = correction === null ? null : understoodOrNot(correction, read.period);
    return understood === null ? item : { ...item, ...understood };
  });
  return { ...read, items, warnings: read.warnings.filter((warning) => stillHolds(warning, items)) };
}

function understoodOrNot(correction: DeadlineCorrection, period: Period): Understood | null {
  try {
    return understandCorrection(correction, period);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function stillHolds(warning: RoadmapWarning, items: readonly ReadItem[]): boolean {
  if (warning.code !== 'unparsed' && warning.code !== 'no-deadline') return true;
  const named = items.filter(({ code, title }) => (code === '' ? title : code) === warning.item);
  if (warning.code === 'unparsed') return named.some(({ unparsed }) => unparsed.length > 0);
  return named.some(({ occurrences, standing }) => occurrences.length + standing.length === 0);
}
