import { instantOf, toDay } from '../../../../domain/calendar/day.ts';
import type { ContestSettings } from './contest-types.ts';

/** What every part of the form is given. */
export type Fields = {
  form: ContestSettings;
  set: (change: Partial<ContestSettings>) => void;
  kind: 'post' | 'work' | 'event';
  /** Nothing may be changed, or not by whoever looks. */
  readOnly: boolean;
  error: unknown;
};

export const setTerms =
  ({ form, set }: Pick<Fields, 'form' | 'set'>) =>
  (change: Partial<ContestSettings['terms']>) =>
    set({ terms: { ...form.terms, ...change } });

/** What a field for date and time holds: `2026-03-31T23:59` in the programme's zone; '' for none. */
export function localOf(instant: string | null, timeZone: string): string {
  if (instant === null) return '';
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${toDay(at, timeZone)}T${time.format(at)}`;
}

/** And back: `null` for a field that is empty or half filled in. */
export function instantAt(local: string, timeZone: string): string | null {
  const [day, time] = local.split('T');
  if (day === undefined || time === undefined || day.length !== 10) return null;
  return instantOf(day, time.slice(0, 5), timeZone).toISOString();
}

/** Of a number field that may be left empty. */
export function numberOf(value: string | number): number | null {
  return value === '' || Number.isNaN(Number(value)) ? null : Number(value);
}

/** One before the other in a list that is ordered by hand. */
export function movedUp<Item>(list: readonly Item[], place: number): Item[] {
  const next = [...list];
  const [item] = next.splice(place, 1);
  if (item !== undefined) next.splice(Math.max(0, place - 1), 0, item);
  return next;
}
