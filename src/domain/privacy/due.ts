import { addDays, type Day } from '../calendar/day.ts';
import { isWorkingDay } from '../calendar/working-time.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { DataRequestKind } from './privacy-book.ts';

/** The law’s longest time for an erasure (152-ФЗ, art. 21 part 5): settings may only shorten it. */
export const longestEraseDays = 30;

/** The last day to do what was asked on `today`; see `ProgrammeSettings.privacy`. */
export function dueDay(
  kind: DataRequestKind,
  today: Day,
  { eraseDays, answerWorkingDays }: ProgrammeSettings['privacy'],
  exceptions: ReadonlyMap<Day, boolean>,
): Day {
  if (kind === 'erase') return addDays(today, Math.min(eraseDays, longestEraseDays));
  return addWorkingDays(today, answerWorkingDays, exceptions);
}

/** Today does not count. Never more than a year ahead, should the calendar hold no working day. */
export function addWorkingDays(today: Day, days: number, exceptions: ReadonlyMap<Day, boolean>): Day {
  let day = today;
  for (let left = days, ahead = 0; left > 0 && ahead < 366; ahead += 1) {
    day = addDays(day, 1);
    if (isWorkingDay({ exceptions }, day)) left -= 1;
  }
  return day;
}
