import { type Day, daysBetween } from '../calendar/day.ts';
import type { DueConsent } from './consent-reminders.ts';
import type { Reminder } from './reminder.ts';
import { isAppoint } from './rules.ts';

/** After so many days a quarter's nudge about a standing task is noise; the next quarter brings another. */
const nudgeDays = 14;

/** A planned row about a task that is due, with how its task and its person stand to each other now. */
export type DueReminder = Pick<Reminder, 'id' | 'taskId' | 'ruleKey' | 'dueOn'> & {
  task: 'open' | 'done' | 'waived' | 'withdrawn';
  /** The person holds one of the task's roles now. */
  answers: boolean;
  /** It has no last day: the row is a quarter's nudge. */
  standing: boolean;
  /** Nobody does. */
  unheld: boolean;
  handedBack: boolean;
  /** The latest day the person put it off to, while that is still to come. */
  snoozedUntil: Day | null;
  /** Last day on which a standing task was recorded as done. */
  recordedOn: Day | null;
};

/** What one message may speak of: tasks, and consents that are missing. */
export type Due = DueReminder | DueConsent;

export type Recipient = {
  coordinates: boolean;
  paused: boolean;
  /** Has a channel that is open. */
  reachable: boolean;
  /** Was sent a reminder today already. */
  toldToday: boolean;
  /** Was told this week already whom to appoint. */
  askedThisWeek: boolean;
};

export type SkipReason =
  | 'withdrawn'
  | 'waived'
  | 'settled'
  | 'appointed'
  | 'handed-back'
  | 'moved'
  | 'postponed'
  | 'superseded'
  | 'outdated'
  | 'paused'
  | 'no-channel';

type Skip = { id: string; reason: SkipReason };

export type Merged = {
  /** One row for each task and each consent: together they are one message. */
  send: Due[];
  skip: Skip[];
};

/**
 * What is still useful of one person's due rows, as one message, and why the rest is not. Rows in neither list wait:
 * the person had a message today, or was asked to appoint somebody this week.
 */
export function mergeReminders(person: Recipient, due: readonly Due[], today: Day): Merged {
  const skip: Skip[] = [];
  const useful = due.filter((row) => {
    const reason = row.taskId === null ? consentLostSense(row) : lostSense(person, row, today);
    if (reason !== null) skip.push({ id: row.id, reason });
    return reason === null;
  });
  const { latest, earlier } = latestOfEach(useful);
  skip.push(...earlier.map(({ id }): Skip => ({ id, reason: 'superseded' })));
  if (person.paused || !person.reachable) {
    const reason = person.paused ? 'paused' : 'no-channel';
    return { send: [], skip: [...skip, ...latest.map(({ id }): Skip => ({ id, reason }))] };
  }
  if (person.toldToday) return { send: [], skip };
  return { send: latest.filter((row) => !(isAppoint(row.ruleKey) && person.askedThisWeek)), skip };
}

function lostSense(person: Recipient, row: DueReminder, today: Day): SkipReason | null {
  if (row.task === 'withdrawn' || row.task === 'waived') return row.task;
  if (row.task === 'done' || (row.recordedOn !== null && row.recordedOn >= row.dueOn)) return 'settled';
  if (row.standing && daysBetween(row.dueOn, today) > nudgeDays) return 'outdated';
  if (row.handedBack) return 'handed-back';
  if (isAppoint(row.ruleKey) && !row.unheld) return 'appointed';
  if (!row.answers && !person.coordinates) return 'moved';
  return row.snoozedUntil === null ? null : 'postponed';
}

function consentLostSense(row: DueConsent): SkipReason | null {
  if (!row.newest) return 'superseded';
  if (row.wanted) return null;
  return row.answered ? 'settled' : 'moved';
}

/** A message speaks of a task or a consent as it stands today, so its latest row says it all. */
function latestOfEach(rows: readonly Due[]): { latest: Due[]; earlier: Due[] } {
  const latest = new Map<string, Due>();
  const earlier: Due[] = [];
  for (const row of rows) {
    const subject = row.taskId ?? `${row.textId}:${row.subjectId}`;
    const other = latest.get(subject);
    if (other === undefined || isLater(row, other)) latest.set(subject, row);
    if (other !== undefined) earlier.push(isLater(row, other) ? other : row);
  }
  return { latest: [...latest.values()], earlier };
}

/** Whom to appoint matters more than that a task nobody holds is late. */
function isLater(row: Due, other: Due): boolean {
  if (isAppoint(row.ruleKey) !== isAppoint(other.ruleKey)) return isAppoint(row.ruleKey);
  return row.dueOn === other.dueOn ? BigInt(row.id) > BigInt(other.id) : row.dueOn > other.dueOn;
}
