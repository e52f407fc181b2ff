/**
 * The ranking of a contest computed once more from raw scores, so that a mistake of the program shows. It imports nothing of ours and is written the
 * other way round: a matrix of jurors × entries, sums of squares, one comparison of two entries instead of groups.
 */

export type ScoreRow = {
  juror: string;
  entry: string;
  nomination: string;
  criterion: string;
  points: number;
};
export type CounterRow = {
  entry: string;
  nomination: string;
  likes: number;
  reposts: number;
  comments: number;
};
export type IndependentRules = {
  by: 'jury' | 'activity' | 'mixed';
  juryShare: number;
  normalise: 'per-juror' | 'none';
  activity: { likes: number; reposts: number; comments: number };
  minSheets: number;
};
export type IndependentPlace = {
  entry: string;
  place: number;
  score: number;
  jury: number;
  activity: number;
};
type Criterion = { id: string; weight: number; scale: number };
type Matrix = { jurors: string[]; entries: string[]; cells: number[][] };

/**
 * Places by nomination, the best first, equals by their ids. An entry without rows is not in it, nor one with too few sheets or, where activity
 * counts, without counters.
 */
export function independentRanking(
  rows: readonly ScoreRow[],
  criteria: readonly Criterion[],
  rules: IndependentRules,
  counters: readonly CounterRow[] = [],
): Record<string, IndependentPlace[]> {
  const nominations = [...new Set([...rows, ...counters].map((row) => row.nomination))];
  const result: Record<string, IndependentPlace[]> = {};
  for (const nomination of nominations) {
    result[nomination] = ofNomination(
      rows.filter((row) => row.nomination === nomination),
      criteria,
      rules,
      counters.filter((row) => row.nomination === nomination),
    );
  }
  return result;
}

function ofNomination(
  rows: readonly ScoreRow[],
  criteria: readonly Criterion[],
  rules: IndependentRules,
  counters: readonly CounterRow[],
): IndependentPlace[] {
  const raw = totalsMatrix(rows, criteria);
  const even = rules.normalise === 'none' ? raw : evened(raw);
  const popularity = new Map(counters.map((row) => [row.entry, weigh(row, rules)]));
  const top = [...popularity.values()].reduce((most, value) => Math.max(most, value), 0);
  const places: (IndependentPlace & { keys: number[] })[] = [];
  for (const entry of new Set([...raw.entries, ...popularity.keys()])) {
    const column = columnOf(even, entry);
    if (rules.by !== 'activity' && column.length < rules.minSheets) continue;
    if (rules.by !== 'jury' && !popularity.has(entry)) continue;
    const jury = Math.max(0, Math.min(100, sum(column) / (column.length || 1)));
    const liked = popularity.get(entry) ?? 0;
    const activity = top > 0 ? (Math.log(liked + 1) / Math.log(top + 1)) * 100 : 0;
    const share = { jury: 1, activity: 0, mixed: rules.juryShare }[rules.by];
    const score = share * jury + (1 - share) * activity;
    const keys =
      rules.by === 'activity' ? [score] : [score, middle(column), ...heaviest(rows, criteria, entry)];
    places.push({ entry, score, jury, activity, keys, place: 0 });
  }
  for (const one of places) one.place = 1 + places.filter((other) => better(other.keys, one.keys)).length;
  places.sort((x, y) => x.place - y.place || (x.entry < y.entry ? -1 : 1));
  return places.map(({ keys: _, ...place }) => place);
}

function totalsMatrix(rows: readonly ScoreRow[], criteria: readonly Criterion[]): Matrix {
  const jurors = [...new Set(rows.map((row) => row.juror))];
  const entries = [...new Set(rows.map((row) => row.entry))];
  const cells = jurors.map(() => entries.map(() => Number.NaN));
  const all = sum(criteria.map(({ weight }) => weight));
  for (const row of rows) {
    const line = cells[jurors.indexOf(row.juror)]!;
    const at = entries.indexOf(row.entry);
    const { weight, scale } = criteria.find(({ id }) => id === row.criterion)!;
    line[at] = (Number.isNaN(line[at]) ? 0 : line[at]!) + ((weight / all) * row.points * 100) / scale;
  }
  return { jurors, entries, cells };
}

/** Jurors with three sheets or more are brought to their common mean; those whose sheets differ also to their common spread. */
function evened({ jurors, entries, cells }: Matrix): Matrix {
  const seen = cells.map((line) => line.filter((value) => !Number.isNaN(value)));
  const large = seen.filter((line) => line.length >= 3);
  const centre = sum(large.flat()) / (large.flat().length || 1);
  const squares = (line: readonly number[]) => {
    const mean = sum(line) / line.length;
    return sum(line.map((value) => (value - mean) * (value - mean)));
  };
  const differing = large.filter((line) => squares(line) / line.length > 1e-16);
  const common = Math.sqrt(sum(differing.map(squares)) / (differing.flat().length || 1));
  const better = cells.map((line, at) => {
    const own = seen[at]!;
    if (own.length < 3) return line;
    const mean = sum(own) / own.length;
    const stretch = differing.includes(own) ? common / Math.sqrt(squares(own) / own.length) : 0;
    return line.map((value) => centre + (value - mean) * stretch);
  });
  return { jurors, entries, cells: better };
}

function columnOf({ entries, cells }: Matrix, entry: string): number[] {
  const at = entries.indexOf(entry);
  return at < 0 ? [] : cells.map((line) => line[at]!).filter((value) => !Number.isNaN(value));
}

/** Mean share of the scale: of the criteria of the greatest weight, of the next one and so on. */
function heaviest(rows: readonly ScoreRow[], criteria: readonly Criterion[], entry: string): number[] {
  const weights = [...new Set(criteria.map(({ weight }) => weight))].sort((x, y) => y - x);
  return weights.map((weight) => {
    const group = criteria.filter((criterion) => criterion.weight === weight);
    const shares = rows
      .filter((row) => row.entry === entry)
      .flatMap((row) =>
        group.filter(({ id }) => id === row.criterion).map(({ scale }) => (row.points / scale) * 100),
      );
    return shares.length === 0 ? 0 : sum(shares) / shares.length;
  });
}

function better(one: readonly number[], other: readonly number[]): boolean {
  for (const [at, value] of one.entries()) {
    const difference = value - other[at]!;
    if (Math.abs(difference) > 1e-9) return difference > 0;
  }
  return false;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const { length } = sorted;
  if (length === 0) return 0;
  return (sorted[Math.ceil(length / 2) - 1]! + sorted[Math.floor(length / 2)]!) / 2;
}

function weigh(row: CounterRow, { activity }: IndependentRules): number {
  return activity.likes * row.likes + activity.reposts * row.reposts + activity.comments * row.comments;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
