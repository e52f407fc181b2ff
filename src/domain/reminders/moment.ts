import { addDays, type Day, instantOf, toDay } from '../calendar/day.ts';
import { isWorkingInstant, mondayOf, type WorkingTime, workingTimeLeft } from '../calendar/working-time.ts';

/** "Now" as reminders need it: the instant, its day and week in the programme's zone, and their limits. */
export type Moment = {
  at: Date;
  today: Day;
  monday: Day;
  dayBegan: Date;
  dayEnds: Date;
  weekBegan: Date;
  /** Nobody is written to unasked outside working hours. */
  working: boolean;
  /** Milliseconds that a message has to leave: until work is over, and a little for the last minute's. */
  patienceMs: number;
};

const leastPatienceMs = 10 * 60_000;

export function momentOf(time: WorkingTime, at: Date): Moment {
  const today = toDay(at, time.timeZone);
  const monday = mondayOf(today);
  const midnight = (day: Day) => instantOf(day, '00:00', time.timeZone);
  return {
    at,
    today,
    monday,
    dayBegan: midnight(today),
    dayEnds: midnight(addDays(today, 1)),
    weekBegan: midnight(monday),
    working: isWorkingInstant(time, at),
    patienceMs: Math.max(workingTimeLeft(time, at), leastPatienceMs),
  };
}
