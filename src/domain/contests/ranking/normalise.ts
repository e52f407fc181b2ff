import { groupedBy } from './grouped-by.ts';
import { deviationOf, hair, meanOf } from './statistics.ts';

/** Of fewer sheets nobody can tell a juror's habit from the works they happened to get. */
export const fewestForHabit = 3;

/** One juror's total of one entry, 0–100. */
export type Total = { jurorId: string; entryId: string; raw: number };
/** `normalised` may lie outside of 0–100: cut off, it would lose by how much one work is better than another. */
export type NormalisedTotal = Total & { normalised: number };

/**
 * A juror's habit inside a nomination and what was done about it: `normalised = mean of the pool + factor · (raw − own mean)`.
 * - `scaled`: brought to the mean and the spread of the pool;
 * - `shifted`: all of their sheets are the same, which only says how kind they are: brought to the mean;
 * - `as-given`: fewer than three sheets, or the rules do not normalise.
 */
export type JurorHabit = {
  jurorId: string;
  sheets: number;
  mean: number;
  spread: number;
  way: 'scaled' | 'shifted' | 'as-given';
  factor: number;
};

/**
 * What jurors are brought to; of those with three sheets or more.
 * `mean`: of all their sheets. `spread`: root of the mean square by which sheets differ from their own juror's mean, of jurors who tell works
 * apart; so somebody of the usual spread is shifted and not stretched, however strict.
 */
export type Pool = { mean: number; spread: number; sheets: number };

export type Normalisation = {
  /** `null` where nobody has sheets enough, or the rules do not normalise. */
  pool: Pool | null;
  jurors: JurorHabit[];
  totals: NormalisedTotal[];
};

/**
 * Inside one nomination, where entries are compared: between nominations works differ, and a juror of the weaker one isn't strict.
 * Jurors come back in the order of their first total, totals as given.
 */
export function normaliseTotals(totals: readonly Total[], normalise: 'per-juror' | 'none'): Normalisation {
  const measured = [...groupedBy(totals, ({ jurorId }) => jurorId)].map(([jurorId, own]) => {
    const raws = own.map(({ raw }) => raw);
    return { jurorId, sheets: own.length, mean: meanOf(raws), spread: deviationOf(raws) };
  });
  const pool = normalise === 'none' ? null : poolOf(measured);
  const jurors = measured.map((juror) => habitOf(juror, pool));
  const habits = new Map(jurors.map((juror) => [juror.jurorId, juror]));
  return {
    pool,
    jurors,
    totals: totals.map((total) => ({ ...total, normalised: normalisedOf(total, habits, pool) })),
  };
}

type Measured = Pick<JurorHabit, 'jurorId' | 'sheets' | 'mean' | 'spread'>;

function poolOf(jurors: readonly Measured[]): Pool | null {
  const steady = jurors.filter(({ sheets }) => sheets >= fewestForHabit);
  if (steady.length === 0) return null;
  const telling = steady.filter(({ spread }) => spread > hair);
  const sheets = sheetsOf(steady);
  const squares = telling.reduce((sum, juror) => sum + juror.sheets * juror.spread ** 2, 0);
  return {
    mean: steady.reduce((sum, juror) => sum + juror.sheets * juror.mean, 0) / sheets,
    spread: telling.length === 0 ? 0 : Math.sqrt(squares / sheetsOf(telling)),
    sheets,
  };
}

function sheetsOf(jurors: readonly Measured[]): number {
  return jurors.reduce((sum, { sheets }) => sum + sheets, 0);
}

function habitOf(juror: Measured, pool: Pool | null): JurorHabit {
  if (pool === null || juror.sheets < fewestForHabit) return { ...juror, way: 'as-given', factor: 1 };
  if (juror.spread <= hair) return { ...juror, way: 'shifted', factor: 1 };
  return { ...juror, way: 'scaled', factor: pool.spread / juror.spread };
}

function normalisedOf(
  { jurorId, raw }: Total,
  habits: ReadonlyMap<string, JurorHabit>,
  pool: Pool | null,
): number {
  const habit = habits.get(jurorId);
  if (pool === null || habit === undefined || habit.way === 'as-given') return raw;
  return pool.mean + habit.factor * (raw - habit.mean);
}
