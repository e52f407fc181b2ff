import type { Day } from '../calendar/day.ts';
import type { OrganizationTasks, ResultInput, TaskCard } from './task.ts';
import type { DonePage, TaskHistory } from './task-history.ts';

/**
 * What people do with their tasks. Bound to one transaction. Rights are checked inside by the rules of
 * `may-answer.ts`; a task that is not the person's to see is `null` or `Refusal('task-unknown')`.
 */
export type TaskBook = {
  /** Unsettled tasks the person answers for: late first, then by last day, standing ones last. */
  tasksOf(personId: string, today: Day): Promise<TaskCard[]>;
  taskOf(personId: string, taskId: string): Promise<TaskCard | null>;
  /**
   * Marks as done (a standing task: records once more) and returns the id of the completion to hang results on.
   * `Refusal('task-done', { on })`, `Refusal('task-waived')`, `Refusal('task-withdrawn')`.
   */
  complete(personId: string, taskId: string, at: Date): Promise<string>;
  addResult(personId: string, completionId: string, result: ResultInput, at: Date): Promise<void>;
  /** No reminder of this task to this person before `until`; one reminder on that day. */
  snooze(personId: string, taskId: string, until: Day, at: Date): Promise<void>;
  /** «Это не ко мне»: recorded, no further reminders to this person; returns the coordinators to be told. */
  handBack(personId: string, taskId: string, at: Date): Promise<{ coordinatorIds: string[] }>;
  /** Everything by organization; `Refusal('not-coordinator')` for anybody else. */
  summary(personId: string, today: Day): Promise<OrganizationTasks[]>;
  /** For coordinators, as all that follows: `Refusal('not-coordinator')`, `Refusal('task-unknown')`. */
  historyOf(personId: string, taskId: string): Promise<TaskHistory>;
  /** Everything marked as done in the programme, newest first. */
  donePage(personId: string, page: number, size: number): Promise<DonePage>;
  /**
   * Takes an unsettled task off the list for good reason: nobody is reminded of it any more. Refused as `complete` is,
   * and `Refusal('reason-empty')`.
   */
  waive(personId: string, taskId: string, reason: string, at: Date): Promise<void>;
  /**
   * A done or waived task is work again; what was done and handed in stays in its history. Reminders go on with the
   * next turn of each rule. Returns those who answer for it, who are to be told. `Refusal('task-open')` where there is
   * nothing to reopen, `Refusal('task-withdrawn')`.
   */
  reopen(personId: string, taskId: string, at: Date): Promise<{ responsibleIds: string[] }>;
};
