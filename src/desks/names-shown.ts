import type { ShownTexts } from '../database/repositories/sent-messages.ts';
import { covers, type Reach, reachOf } from '../domain/staff/powers.ts';
import type { Staff } from '../domain/staff/staff.ts';
import type { TaskRow } from '../domain/tasks/task-list.ts';

/** A token that was given tasks alone is shown no people beside them. */
export function namesShown(staff: Staff): boolean {
  return reachOf(staff, 'people:read') !== null;
}

/** Whoever looks on sees that somebody was written to, and not what; words about others are the whole city's. */
export function textsShown(staff: Staff, reach: Reach): ShownTexts {
  if (!covers(staff, 'messages:read', reach)) return 'none';
  return reach.organizationIds === null ? 'all' : 'own';
}

export function withoutPeople(staff: Staff, rows: readonly TaskRow[]): TaskRow[] {
  return namesShown(staff) ? [...rows] : rows.map((row) => ({ ...row, people: null }));
}
