import { awardOf, type ResultRules } from '../result-rules.ts';
import { activityScores } from './activity.ts';
import { groupedBy } from './grouped-by.ts';
import { type NormalisedTotal, normaliseTotals, type Total } from './normalise.ts';
import type {
  EntryScores,
  NominationRanking,
  RankableEntry,
  RankedCriterion,
  RankedEntry,
  RankedSheet,
  Ranking,
  RankingInput,
  UnrankedEntry,
} from './ranking.ts';
import { type Level, standingsOf } from './standings.ts';
import { meanOf, medianOf } from './statistics.ts';

/**
 * The places inside each nomination, in the order of `nominationIds`. Nothing depends on the order of rows or on chance.
 * Sheets of entries that are not listed are left out. Throws for a sheet without all its points and for two sheets of one juror and entry:
 * both would change results silently.
 */
export function rank(input: RankingInput): Ranking {
  checkSheets(input);
  return {
    nominations: input.nominationIds.map((nominationId) =>
      rankNomination(
        nominationId,
        input.entries.filter((entry) => entry.nominationId === nominationId).toSorted(byTime),
        input,
      ),
    ),
  };
}

function rankNomination(
  nominationId: string,
  entries: readonly RankableEntry[],
  { sheets, criteria, rules }: RankingInput,
): NominationRanking {
  const ids = new Set(entries.map(({ id }) => id));
  const own = sheets.filter(({ entryId }) => ids.has(entryId)).toSorted(byIds);
  const { pool, jurors, totals } = normaliseTotals(
    own.map((sheet) => totalOf(sheet, criteria)),
    rules.normalise,
  );
  const activity = activityScores(entries, rules.activity);
  const totalsOf = groupedBy(totals, ({ entryId }) => entryId);
  const sheetsOf = groupedBy(own, ({ entryId }) => entryId);
  const scored = entries.map(({ id }) => ({
    ...scoresOf(id, totalsOf.get(id) ?? []),
    criteria: criterionMeans(sheetsOf.get(id) ?? [], criteria),
    activity: activity.get(id) ?? null,
  }));
  return {
    nominationId,
    pool,
    jurors,
    ranked: placesOf(
      scored.filter((entry) => reasonAgainst(entry, rules) === null),
      criteria,
      rules,
    ),
    unranked: scored.flatMap((entry) => {
      const reason = reasonAgainst(entry, rules);
      return reason === null ? [] : [{ ...entry, reason }];
    }),
  };
}

/** Of one sheet: weighted shares of the scales, 0–100. */
function totalOf({ jurorId, entryId, points }: RankedSheet, criteria: readonly RankedCriterion[]): Total {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const sum = criteria.reduce(
    (total, { id, weight, scale }) => total + (weight * (points[id] ?? 0)) / scale,
    0,
  );
  return { jurorId, entryId, raw: (100 * sum) / weights };
}

function scoresOf(
  entryId: string,
  totals: readonly NormalisedTotal[],
): Omit<EntryScores, 'criteria' | 'activity'> {
  const sheets = totals.map(({ jurorId, raw, normalised }) => ({ jurorId, raw, normalised }));
  if (sheets.length === 0) return { entryId, sheets, raw: null, jury: null, median: null };
  const normalised = sheets.map((sheet) => sheet.normalised);
  return {
    entryId,
    sheets,
    raw: meanOf(sheets.map(({ raw }) => raw)),
    jury: Math.min(100, Math.max(0, meanOf(normalised))),
    median: medianOf(normalised),
  };
}

function criterionMeans(
  sheets: readonly RankedSheet[],
  criteria: readonly RankedCriterion[],
): Record<string, number> {
  if (sheets.length === 0) return {};
  return Object.fromEntries(
    criteria.map(({ id, scale }) => [
      id,
      meanOf(sheets.map(({ points }) => (100 * (points[id] ?? 0)) / scale)),
    ]),
  );
}

function reasonAgainst(entry: EntryScores, { by, minSheets }: ResultRules): UnrankedEntry['reason'] | null {
  if (by !== 'activity' && entry.sheets.length < Math.max(1, minSheets)) return 'too-few-sheets';
  return by !== 'jury' && entry.activity === null ? 'no-activity' : null;
}

function placesOf(
  entries: readonly EntryScores[],
  criteria: readonly RankedCriterion[],
  rules: ResultRules,
): RankedEntry[] {
  const scored = entries.map((entry) => ({ ...entry, score: finalScore(entry, rules) }));
  const levels: Level<(typeof scored)[number], 'score' | 'median' | 'criterion'>[] = [
    { name: 'score', of: ({ score }) => score },
    // Where the readers alone decide the jury doesn't by the back door.
    ...(rules.by === 'activity' ? [] : juryLevels(criteria)),
  ];
  const inOrder = inOrderOf(entries);
  return standingsOf(scored, levels).flatMap(({ place, entries: equal, by }) => {
    const tie = by === 'score' ? null : by;
    const first = Math.max(...equal.map(({ score }) => score));
    // Who shares a place shares what it brings, even where their scores differ by less than a hair.
    const award = awardOf(place, first, rules.thresholds);
    return equal.toSorted(inOrder).map((entry) => ({ ...entry, place, award, tie }));
  });
}

function finalScore({ jury, activity }: EntryScores, { by, juryShare }: ResultRules): number {
  if (by === 'jury') return jury ?? 0;
  if (by === 'activity') return activity?.score ?? 0;
  return juryShare * (jury ?? 0) + (1 - juryShare) * (activity?.score ?? 0);
}

/**
 * The median, then criteria from the heaviest down. Criteria of one weight are one level: which of them stands first in the list decides
 * nothing.
 */
function juryLevels(criteria: readonly RankedCriterion[]): Level<EntryScores, 'median' | 'criterion'>[] {
  const byWeight = [...groupedBy(criteria, ({ weight }) => weight)].toSorted(([x], [y]) => y - x);
  return [
    { name: 'median', of: ({ median }) => median ?? 0 },
    ...byWeight.map(([, equal]) => ({
      name: 'criterion' as const,
      of: (entry: EntryScores) => meanOf(equal.map(({ id }) => entry.criteria[id] ?? 0)),
    })),
  ];
}

function inOrderOf(entries: readonly EntryScores[]) {
  const order = new Map(entries.map(({ entryId }, at) => [entryId, at]));
  return (x: EntryScores, y: EntryScores) => (order.get(x.entryId) ?? 0) - (order.get(y.entryId) ?? 0);
}

function byTime(x: RankableEntry, y: RankableEntry): number {
  return x.submittedAt.getTime() - y.submittedAt.getTime() || compareIds(x.id, y.id);
}

/** Sums of floating-point numbers depend on their order: it is always the same. */
function byIds(x: RankedSheet, y: RankedSheet): number {
  return compareIds(x.jurorId, y.jurorId) || compareIds(x.entryId, y.entryId);
}

/** Numbers as text: the longer one is the greater. */
function compareIds(x: string, y: string): number {
  return x.length - y.length || (x < y ? -1 : Number(x > y));
}

function checkSheets({ sheets, criteria }: RankingInput): void {
  const seen = new Set<string>();
  for (const { jurorId, entryId, points } of sheets) {
    const key = `${jurorId} ${entryId}`;
    if (seen.has(key)) throw new Error(`two sheets of juror ${jurorId} for entry ${entryId}`);
    if (!criteria.every(({ id }) => Number.isFinite(points[id])))
      throw new Error(`a sheet of juror ${jurorId} for entry ${entryId} lacks points`);
    seen.add(key);
  }
}
