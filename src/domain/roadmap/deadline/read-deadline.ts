import { compareDays } from '../../calendar/day.ts';
import { withYears } from './assign-years.ts';
import { clausesOf, leftoversOf } from './clause.ts';
import { type Token, tokensOf } from './lexer.ts';
import type { Every } from './lexicon.ts';
import { folded } from './normalise.ts';
import { resolve } from './resolve.ts';
import { itemsOf } from './scan.ts';
import { sentences, standingOf } from './standing.ts';
import type { Period, Window } from './windows.ts';

export type { Period, Window };

/** A piece without a date. `every` is `null` where nothing repeats, or not in a unit the programme counts in. */
export type Standing = { kind: 'conditional' | 'ongoing' | 'recurring'; every: Every | null; text: string };

export type Deadline = { occurrences: Window[]; standing: Standing[]; unparsed: string[] };

/** Places of characters in the cell: from `start` up to, but without, `end`. */
export type Span = { start: number; end: number };

/** Characters. A longer text is no cell of a table; the rules may look at all of a cell from each of its words. */
const longest = 4_000;

/**
 * What the cell «Сроки реализации» says. Never throws. Occurrences stand once each, ordered by their last day, then by
 * the first one, those without a first day before the others.
 */
export function readDeadline(text: string, period: Period): Deadline {
  const { occurrences, standing, unparsed } = traceDeadline(text, period);
  return { occurrences, standing, unparsed };
}

/** The same, with the places that were understood as dates, standing pieces, or not at all. */
export function traceDeadline(text: string, period: Period): Deadline & { spans: Span[] } {
  if (text.length > longest) {
    return {
      occurrences: [],
      standing: [],
      unparsed: [folded(text)],
      spans: [{ start: 0, end: text.length }],
    };
  }
  const tokens = tokensOf(text);
  const items = itemsOf(tokens);
  const { clauses, rest } = clausesOf(items, tokens);
  const timed = withYears(rest, tokens);
  const sentenceOf = sentences(items);
  const further = items.find(({ is }) => is === 'further')?.start ?? Number.POSITIVE_INFINITY;
  const { windows, empty, open } = resolve(timed, clauses, sentenceOf, further, period);
  const standing = standingOf(items, clauses, timed, open, tokens);
  const unparsed = [...empty, ...leftoversOf(rest, tokens)]
    .filter(({ start, end }) => !standing.some((piece) => piece.start <= start && end <= piece.end))
    .sort((a, b) => a.start - b.start);
  const read = (piece: Span) => {
    const { start, end } = placeOf(piece, tokens);
    return folded(text.slice(start, end));
  };
  const nothing = windows.length + standing.length + unparsed.length === 0;
  if (nothing && tokens.some(({ kind }) => kind !== 'mark')) unparsed.push({ start: 0, end: tokens.length });
  const dates = rest.filter(({ is }) => is === 'dated' || is === 'years');
  return {
    occurrences: ordered(windows),
    standing: standing.map((piece) => ({ kind: piece.kind, every: piece.every, text: read(piece) })),
    unparsed: unparsed.map(read),
    spans: [...dates, ...standing, ...unparsed].map((piece) => placeOf(piece, tokens)),
  };
}

function placeOf({ start, end }: Span, tokens: readonly Token[]): Span {
  return { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

function ordered(windows: readonly Window[]): Window[] {
  const once = new Map(windows.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
  return [...once.values()].sort(
    (a, b) => compareDays(a.to, b.to) || compareDays(a.from ?? '', b.from ?? ''),
  );
}
