import { createInvitation, withdrawInvitations } from '../database/repositories/invitation-book.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import type { Sql } from '../database/sql.ts';
import { type Clock, machineClock } from '../domain/calendar/clock.ts';
import { addDays, toDay } from '../domain/calendar/day.ts';
import type { Person, Role } from '../domain/people/person.ts';
import { invitationText } from '../texts/people-lines.ts';
import { appoint } from './appoint.ts';
import { chooseOrganization, choosePerson, isNumber, readNames } from './choose.ts';
import type { Note } from './note-cli.ts';

type Work = { sql: Sql; programmeId: string; note: Note };
export type Post = { role: Role; organization: string };

/**
 * Invites somebody known by number or name, or, where a post is named, somebody entered and appointed for it.
 * Earlier invitations of theirs are good no more: only the last one sent has to be kept track of.
 */
export async function invite(
  work: Work,
  who: string,
  post: Post | null,
  clock: Clock = machineClock,
): Promise<string> {
  const { sql, programmeId, note } = work;
  const person = post === null ? await choosePerson(sql, programmeId, who) : await enter(work, who, post);
  await withdrawInvitations(sql, person.id);
  const invitation = await createInvitation(sql, person.id, clock);
  await note({ action: 'person.invited', subject: { kind: 'person', id: person.id } });
  const [programme] = await sql.query<{ zone: string }>(
    'select time_zone as zone from programme where id = $1',
    [programmeId],
  );
  const endsOn = toDay(invitation.expiresAt, programme?.zone ?? 'UTC');
  return invitationText(person, invitation, await linksFor(sql, invitation.secret), addDays(endsOn, -1));
}

/** Nobody is entered twice: whoever has exactly this name is appointed once more. */
async function enter(work: Work, who: string, { role, organization }: Post): Promise<Person> {
  const { sql, programmeId } = work;
  const place = await chooseOrganization(sql, programmeId, organization);
  const isKnown =
    isNumber(who) || (await createPersonBook(sql).byName({ programmeId, ...readNames(who) })).length > 0;
  const person = isKnown ? await choosePerson(sql, programmeId, who) : await add(work, readNames(who));
  await appoint(work, person, { role, organizationId: place.id });
  return person;
}

export async function add(
  { sql, programmeId, note }: Work,
  names: ReturnType<typeof readNames>,
): Promise<Person> {
  const person = await createPersonBook(sql).add({ programmeId, ...names });
  await note({ action: 'person.added', subject: { kind: 'person', id: person.id } });
  return person;
}

/** The bot room writes down how its links begin whenever it starts. */
function linksFor(sql: Sql, secret: string): Promise<{ name: string; link: string | null }[]> {
  return sql.query(
    `select name, setting.value->>'link' || $1 as link
     from platform left join setting on setting.key = 'bot:' || platform.key order by name`,
    [secret],
  );
}
