import type { Day } from '../calendar/day.ts';
import type { Platform } from '../people/channel.ts';
import type { Role } from '../people/person.ts';

export type TaskState = 'upcoming' | 'open' | 'late' | 'done' | 'waived' | 'standing';

/** One occurrence of a roadmap item in one organization. */
export type Task = {
  id: string;
  occurrenceId: string;
  organizationId: string;
  /** Whoever holds one of these roles in the organization answers for it. */
  roles: Role[];
  /** First day of the window; of a standing task the day it begins to matter, `null` for at once. */
  opensOn: Day | null;
  /** Last day; `null` for a standing item («по мере необходимости»), which is recorded any number of times. */
  dueOn: Day | null;
  doneAt: Date | null;
  waivedAt: Date | null;
  waivedReason: string | null;
  /** The corrected roadmap no longer has it; kept for its history. */
  withdrawnAt: Date | null;
};

/** The state is never stored: it follows from the dates, so it can't go stale. */
export function taskState(
  task: Pick<Task, 'opensOn' | 'dueOn' | 'doneAt' | 'waivedAt'>,
  today: Day,
): TaskState {
  if (task.waivedAt !== null) return 'waived';
  if (task.dueOn === null) return task.opensOn !== null && task.opensOn > today ? 'upcoming' : 'standing';
  if (task.doneAt !== null) return 'done';
  if (task.dueOn < today) return 'late';
  return task.opensOn !== null && task.opensOn > today ? 'upcoming' : 'open';
}

/** A task with the words that people need to see. */
export type TaskCard = Task & {
  /** The window's first day as the order has it: `null` for «до …», though the task opens some time before. */
  fromOn: Day | null;
  itemCode: string;
  itemTitle: string;
  /** Expected result document, as the order words it. */
  expected: string;
  organizationName: string;
  /** Full names of those who answer for it now; may be empty. */
  people: string[];
};

/** What a person hands in. A link is kept as text and never fetched. */
export type ResultInput =
  | { kind: 'text'; text: string }
  | { kind: 'link'; url: string }
  | {
      kind: 'file';
      name: string;
      mime: string;
      size: number | null;
      /** Where the bytes are and how that platform names them. */
      platform: Platform;
      source: Record<string, string>;
    };

/** Late and done tasks of one organization, for the coordinator. */
export type OrganizationTasks = {
  organizationId: string;
  organizationName: string;
  done: number;
  open: number;
  late: number;
  waived: number;
  lateTasks: { taskId: string; itemCode: string; itemTitle: string; dueOn: Day; people: string[] }[];
  /** Full names of those who answer for its open or late tasks and can't be written to: they are to be invited. */
  unreachable: string[];
};
