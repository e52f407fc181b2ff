import type { Role } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Task } from './task.ts';

/** The roles a person holds now. */
export type Appointed = readonly { role: Role; organizationId: string }[];

/** Holds one of the task's roles in the task's organization: is reminded of it and may settle it. */
export function answersFor(task: Pick<Task, 'organizationId' | 'roles'>, held: Appointed): boolean {
  return held.some(
    ({ role, organizationId }) => organizationId === task.organizationId && task.roles.includes(role),
  );
}

export function isCoordinator(held: Appointed): boolean {
  return held.some(({ role }) => role === 'coordinator');
}

/** Who may see a task and settle it. People and tasks are of one programme: the caller has made sure. */
export function mayAnswer(task: Pick<Task, 'organizationId' | 'roles'>, held: Appointed): boolean {
  return answersFor(task, held) || isCoordinator(held);
}

/** What others handed in, waiving and reopening are a coordinator's: `Refusal('not-coordinator')`. */
export function checkCoordinates(held: Appointed): void {
  if (!isCoordinator(held)) throw new Refusal('not-coordinator');
}
