import type { Contest } from './contest.ts';
import type { EntryState } from './entry.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Timed = Pick<Contest, 'closesAt' | 'terms'>;

/** Hours before the close: often enough on the last day that what is lost can still be mended. */
const lastDay = [24, 20, 16, 12, 8, 4, 2, 1, 0];
/** Authors who forget to ask are looked after a little sooner. */
const mendingHours = 3;
const daysAfterClose = 60;

/**
 * When an entry that was looked at is looked at again; `null`: no more. Counted from the close, so that the entries of a
 * contest fall due together and a hundred of them go into one call. The close itself is one of the instants.
 */
export function nextCheckAt({ closesAt, terms }: Timed, state: EntryState, at: Date): Date | null {
  const left = closesAt.getTime() - at.getTime();
  if (left <= 0) return afterClose(closesAt, -left);
  const hours = Math.max(1, terms.recheckHours);
  const every = (state === 'mending' ? Math.min(mendingHours, hours) : hours) * hour;
  const steady = (Math.ceil(left / every) - 1) * every;
  const close = lastDay.map((each) => each * hour).find((each) => each < left) ?? 0;
  return new Date(closesAt.getTime() - Math.max(steady, close));
}

/** Once a day while the jury works: what is deleted then is for staff to know. */
function afterClose(closesAt: Date, past: number): Date | null {
  const days = Math.floor(past / day) + 1;
  return days > daysAfterClose ? null : new Date(closesAt.getTime() + days * day);
}

const waits = [1, 2, 5, 15, 30, 60];
const longestAfterClose = 15;

/**
 * How long to wait after a look that failed, in milliseconds. `tries`: failures before this one; `chance`: 0–1, the same
 * for all of one call, so that they stay together.
 */
export function waitAfterTrouble(
  { tries, retryAfterMs, isClosed }: { tries: number; retryAfterMs: number; isClosed: boolean },
  chance: number,
): number {
  const usual = waits[Math.min(tries, waits.length - 1)] ?? 60;
  const minutes = isClosed ? Math.min(usual, longestAfterClose) : usual;
  return Math.round(Math.max(minutes * minute, retryAfterMs) * (1 + chance / 4));
}
