import { isDay } from '../domain/calendar/day.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Period } from '../domain/roadmap/deadline/read-deadline.ts';

type Args = { _: string[] } & Record<string, unknown>;

/**
 * The parser lets unknown flags and surplus words pass: a mistyped `--form` must not be silently without effect.
 * `Refusal('flag-unknown' | 'argument-extra')`.
 */
export function checkFlags(args: Args, known: object, words: number): void {
  const names = Object.keys(known);
  const spellings = new Set(['_', ...names, ...names.map(camelCase)]);
  for (const flag of Object.keys(args)) {
    if (!spellings.has(flag))
      throw new Refusal('flag-unknown', { flag: flag.length === 1 ? `-${flag}` : `--${flag}` });
  }
  const extra = args._[words];
  if (extra !== undefined) throw new Refusal('argument-extra', { value: extra });
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** The days of `--from` and `--to` that are given. `Refusal('day-wrong' | 'period-backwards')`. */
export function readPeriod(from: string | undefined, to: string | undefined): Partial<Period> {
  const period: Partial<Period> = {};
  for (const [flag, value] of [['from', from] as const, ['to', to] as const]) {
    if (value === undefined) continue;
    if (!isDay(value)) throw new Refusal('day-wrong', { flag, value });
    period[flag] = value;
  }
  if (period.from !== undefined && period.to !== undefined && period.from > period.to) {
    throw new Refusal('period-backwards', { from: period.from, to: period.to });
  }
  return period;
}

export function needed(flag: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Refusal('flag-missing', { flag });
  return value;
}
