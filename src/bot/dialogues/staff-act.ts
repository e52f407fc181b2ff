import type { AuditEntry } from '../../domain/audit/audit.ts';
import type { ApplicationCard } from '../../domain/registration/application.ts';
import { isStaffRole } from '../../domain/staff/staff.ts';
import type { TaskCard } from '../../domain/tasks/task.ts';
import type { KnownTalk } from './talk.ts';

/** Into the audit, under the names that the panel has for the same: what staff have just done to others. */
export function noteAct({ desk, person, incoming, at }: KnownTalk, entry: AuditEntry): Promise<void> {
  const { id: personId, programmeId } = person;
  return desk.audit.note({ personId, programmeId, platform: incoming.platform }, entry, at);
}

export function noteApplication(
  talk: KnownTalk,
  { id, organizationId }: ApplicationCard,
  action: string,
  after: Record<string, unknown> = {},
): Promise<void> {
  return noteAct(talk, { action, subject: { kind: 'application', id }, organizationId, after });
}

/** What mentors and mentees do with tasks of their own is no act of staff. */
export async function noteTask(
  talk: KnownTalk,
  { id, organizationId, dueOn }: TaskCard,
  action: string,
  after: Record<string, unknown> = {},
): Promise<void> {
  if (!talk.visitor.appointments.some(({ role }) => isStaffRole(role))) return;
  await noteAct(talk, { action, subject: { kind: 'task', id }, organizationId, after: { dueOn, ...after } });
}
