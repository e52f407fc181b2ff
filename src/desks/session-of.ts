import { noteAudit } from '../database/repositories/audit-book.ts';
import type { Sql } from '../database/sql.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Staff } from '../domain/staff/staff.ts';
import type { SignInDeps } from './sign-in-desk.ts';

/** Whoever acts by a program has no session: `Refusal('session-needed')`. */
export function sessionOf({ from, scopes }: Staff): string {
  if (from.via !== 'panel' || from.id === null || scopes !== null) throw new Refusal('session-needed');
  return from.id;
}

export async function note(
  { doorClock }: SignInDeps,
  sql: Sql,
  staff: Staff,
  action: string,
  id: string,
  kind = 'session',
): Promise<void> {
  await noteAudit(sql, staff, { action, subject: { kind, id } }, doorClock.now());
}
