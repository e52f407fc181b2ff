import { reachOf } from '../domain/staff/powers.ts';
import type { Staff } from '../domain/staff/staff.ts';
import type { TaskRow } from '../domain/tasks/task-list.ts';

/** A token that was given tasks alone is shown no people beside them. */
export function namesShown(staff: Staff): boolean {
  return reachOf(staff, 'people:read') !== null;
}

export function withoutPeople(staff: Staff, rows: readonly TaskRow[]): TaskRow[] {
  return namesShown(staff) ? [...rows] : rows.map((row) => ({ ...row, people: null }));
}
