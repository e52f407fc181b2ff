import type { EntryScores } from './ranking.ts';
import { deviationOf, hair } from './statistics.ts';

/** How far the jury is apart about an entry, in points of 100, their habits taken out. `null` for fewer than two sheets. */
export type Spread = { lowest: number; highest: number; range: number; deviation: number };

export function spreadOf({ sheets }: Pick<EntryScores, 'sheets'>): Spread | null {
  if (sheets.length < 2) return null;
  const values = sheets.map(({ normalised }) => normalised);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  return { lowest, highest, range: highest - lowest, deviation: deviationOf(values) };
}

export type WideSpread = { entryId: string; spread: Spread };

/**
 * Entries to be shown to the jury again, the widest first. `shownAgainFrom`: as in the rules, null for none.
 * Entries without a place count as well: a further sheet is what they need.
 */
export function wideSpread(
  entries: readonly Pick<EntryScores, 'entryId' | 'sheets'>[],
  { shownAgainFrom }: { shownAgainFrom: number | null },
): WideSpread[] {
  if (shownAgainFrom === null) return [];
  return entries
    .flatMap(({ entryId, sheets }) => {
      const spread = spreadOf({ sheets });
      return spread === null || spread.range < shownAgainFrom - hair ? [] : [{ entryId, spread }];
    })
    .toSorted((x, y) => y.spread.range - x.spread.range);
}
