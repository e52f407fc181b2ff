import { createPeopleBook } from '../database/repositories/people-book.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import type { Sql } from '../database/sql.ts';
import { appointable } from '../domain/people/may-appoint.ts';
import type { Person, Role } from '../domain/people/person.ts';
import type { Note } from './note-cli.ts';

type Work = { sql: Sql; note: Note };
type Post = { role: Role; organizationId: string };

/** Whoever is at that post already stays there. */
export async function appoint({ sql, note }: Work, person: Person, post: Post): Promise<void> {
  const { role, organizationId } = post;
  const held = await createPeopleBook(sql).appointmentsOf(person.id);
  await createPersonBook(sql).appoint(person.id, role, organizationId);
  if (held.some((each) => each.role === role && each.organizationId === organizationId)) return;
  const subject = { kind: 'person', id: person.id };
  await note({ action: `${topicOf(person, role)}.appointed`, subject, organizationId, after: { role } });
}

/** `Refusal('not-appointed')`. */
export async function dismiss(
  { sql, note, at }: Work & { at: Date },
  person: Person,
  { role, organizationId }: Post,
): Promise<void> {
  await createPersonBook(sql).dismiss(person.id, role, organizationId, at);
  const subject = { kind: 'person', id: person.id };
  await note({ action: `${topicOf(person, role)}.dismissed`, subject, organizationId, before: { role } });
}

/** At the panel whoever sees the whole city is appointed elsewhere than people of one organization. */
function topicOf({ programmeId }: Person, role: Role): 'person' | 'staff' {
  return appointable({ programmeId, organizationIds: null }).includes(role) ? 'person' : 'staff';
}
