import { nextWorkingInstant, type WorkingTime, workingTimeLeft } from '../calendar/working-time.ts';

/**
 * So many readers are handed to the outbox in one minute, all mailings together: what both platforms take with room to spare, so that
 * reminders leave beside it, and few enough that a pause leaves nothing behind.
 */
export const portion = 1200;
const minuteMs = 60_000;

/** When the last of so many will have been written to, working hours respected; `null` if there are none within a year. */
export function finishedAt(time: WorkingTime, at: Date, readers: number): Date | null {
  let left = Math.ceil(readers / portion) * minuteMs;
  let from = nextWorkingInstant(time, at);
  while (from !== null && left > 0) {
    const today = workingTimeLeft(time, from);
    if (left <= today) return new Date(from.getTime() + left);
    left -= today;
    from = nextWorkingInstant(time, new Date(from.getTime() + today));
  }
  return from;
}
