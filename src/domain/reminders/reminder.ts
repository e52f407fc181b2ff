import type { Day } from '../calendar/day.ts';

/** A rule of the programme, a row that staff can change. */
export type ReminderRule = {
  /** `opens`, `14-days`, `late-weekly` …; unique in the programme. */
  key: string;
  /** Which day `offsetDays` counts from: the window's first day, its last day, or each quarter's start. */
  anchor: 'opens' | 'due' | 'quarter';
  /** Negative is before, positive after. */
  offsetDays: number;
  /** Comes again every so many days until the task is settled; `null` for once. */
  repeatDays: number | null;
  audience: 'responsible' | 'responsible-and-coordinator';
};

export type ReminderState = 'planned' | 'sent' | 'skipped';

/** One row per recipient, rule and task: unique in the database, whatever the clock does. */
export type Reminder = {
  id: string;
  taskId: string;
  personId: string;
  /** Rule key; of a repeating one with its number (`late-weekly:2`), of a postponed one with its day (`snooze:2022-03-21`). */
  ruleKey: string;
  dueOn: Day;
  state: ReminderState;
  /** Why it was skipped: `settled`, `superseded`, `no-channel`, `paused` …; `null` otherwise. */
  reason: string | null;
};
