import { addDays, type Day } from '../calendar/day.ts';
import { isWorkingDay } from '../calendar/working-time.ts';
import type { ConsentKind } from '../consents/consent.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { DataRequest, DataRequestKind } from './privacy-book.ts';

/** The law’s longest time for an erasure (152-ФЗ, art. 21 part 5): settings may only shorten it. */
export const longestEraseDays = 30;

/** Taken back, they leave something published to be taken down. */
const published: readonly (string | undefined)[] = ['distribution', 'pupil-media'] satisfies ConsentKind[];

/** The last day to do what was asked on `today`; see `ProgrammeSettings.privacy`. `facts.kind`: the consent taken back. */
export function dueDay(
  { kind, facts }: { kind: DataRequestKind; facts: DataRequest['facts'] },
  today: Day,
  { eraseDays, answerWorkingDays, stopPublishingWorkingDays }: ProgrammeSettings['privacy'],
  exceptions: ReadonlyMap<Day, boolean>,
): Day {
  if (kind === 'erase') return addDays(today, Math.min(eraseDays, longestEraseDays));
  const stops = kind === 'withdraw-consent' && published.includes(facts.kind);
  return addWorkingDays(today, stops ? stopPublishingWorkingDays : answerWorkingDays, exceptions);
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
