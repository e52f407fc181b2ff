import type { Day } from '../calendar/day.ts';
import type { Role } from '../people/person.ts';
import type { TaskState } from './task.ts';

export const taskStates = [
  'late',
  'open',
  'upcoming',
  'standing',
  'done',
  'waived',
] as const satisfies readonly TaskState[];
export const taskSorts = ['due', 'item', 'organization', 'done'] as const;
export type TaskSort = (typeof taskSorts)[number];

/** `null`: no matter which. Days are both included. */
export type TaskFilter = {
  roadmapId: string | null;
  itemId: string | null;
  organizationId: string | null;
  states: readonly TaskState[] | null;
  role: Role | null;
  dueFrom: Day | null;
  dueTo: Day | null;
};

export const anyTask: TaskFilter = {
  roadmapId: null,
  itemId: null,
  organizationId: null,
  states: null,
  role: null,
  dueFrom: null,
  dueTo: null,
};

/** A line of a list of tasks. */
export type TaskRow = {
  id: string;
  itemId: string;
  itemCode: string;
  itemTitle: string;
  organizationId: string;
  organizationName: string;
  roles: Role[];
  /** As the order has it: `null` for «до …». */
  fromOn: Day | null;
  opensOn: Day | null;
  dueOn: Day | null;
  state: TaskState;
  /** Of a standing task the last day on which it was recorded. */
  doneOn: Day | null;
  /** Full names of those who answer for it now; `null` where the reader may not see people. */
  people: string[] | null;
};
