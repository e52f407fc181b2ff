import { addDays, type Day, dayOfWeek, instantOf, toDay } from './day.ts';

/** When messages that nobody asked for may leave. */
export type WorkingTime = {
  /** IANA name. */
  timeZone: string;
  /** `HH:MM`; `workTo` itself is over. */
  workFrom: string;
  workTo: string;
  /** Days that differ from their weekday: public holidays `false`, working Saturdays `true`. */
  exceptions: ReadonlyMap<Day, boolean>;
};

/** Where the programme's days differ from weekdays. */
export type CalendarBook = { exceptions(from: Day, to: Day): Promise<Map<Day, boolean>> };

export function isWorkingDay(time: Pick<WorkingTime, 'exceptions'>, day: Day): boolean {
  return time.exceptions.get(day) ?? dayOfWeek(day) <= 5;
}

export function isWorkingInstant(time: WorkingTime, at: Date): boolean {
  const { opens, closes } = hoursOf(time, toDay(at, time.timeZone));
  return isWorkingDay(time, toDay(at, time.timeZone)) && at >= opens && at < closes;
}

/** `at` itself within working hours, else the next opening; `null` if there is none within a year. */
export function nextWorkingInstant(time: WorkingTime, at: Date): Date | null {
  const first = toDay(at, time.timeZone);
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const day = addDays(first, ahead);
    const { opens, closes } = hoursOf(time, day);
    if (isWorkingDay(time, day) && opens < closes && at < closes) return at < opens ? opens : at;
  }
  return null;
}

/** Milliseconds left of the working day; 0 outside working hours. */
export function workingTimeLeft(time: WorkingTime, at: Date): number {
  if (!isWorkingInstant(time, at)) return 0;
  return hoursOf(time, toDay(at, time.timeZone)).closes.getTime() - at.getTime();
}

/** Between these a message that somebody else caused wakes nobody, on whatever day. */
const [morning, evening] = ['08:00', '21:00'];

/** Milliseconds until nobody is woken any more; 0 by day. */
export function nightLeft(at: Date, timeZone: string): number {
  const today = toDay(at, timeZone);
  const ends = (day: Day) => instantOf(day, morning, timeZone).getTime() - at.getTime();
  if (ends(today) > 0) return ends(today);
  return at < instantOf(today, evening, timeZone) ? 0 : ends(addDays(today, 1));
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - dayOfWeek(day));
}

function hoursOf(time: WorkingTime, day: Day): { opens: Date; closes: Date } {
  return {
    opens: instantOf(day, time.workFrom, time.timeZone),
    closes: instantOf(day, time.workTo, time.timeZone),
  };
}
