import type { Appointment } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ApplicationCard, ApplicationState } from '../../domain/registration/application.ts';
import {
  type Actor,
  checkChange,
  checkDecides,
  mayDecide,
  maySee,
} from '../../domain/registration/may-decide.ts';
import type { Sql } from '../sql.ts';
import { cardById, cardOf, lockApplication, readCards, readId } from './application-cards.ts';
import { noteApplication } from './application-events.ts';
import { moveApplication } from './application-state.ts';
import { checkConsents } from './application-submit.ts';
import { isNamed } from './person-columns.ts';

/** What the actor is to this applicant: of another programme, nothing. */
export async function actorFor(sql: Sql, actorId: string, applicantId: string): Promise<Actor> {
  const appointments = await sql.query<Appointment>(
    `select a.person_id as "personId", a.role, a.organization_id as "organizationId" from appointment a
     join person actor on actor.id = a.person_id join person applicant on applicant.id = $2
     where actor.id = $1 and actor.programme_id = applicant.programme_id and a.ended_at is null`,
    [actorId, applicantId],
  );
  const represented = await sql.query(
    'select from representation where pupil_id = $2 and representative_id = $1',
    [actorId, applicantId],
  );
  return { personId: actorId, appointments, represents: represented.length > 0 };
}

export async function seenBy(
  sql: Sql,
  applicationId: string,
  personId: string,
): Promise<{ card: ApplicationCard; deciding: boolean } | null> {
  const card = await cardById(sql, applicationId);
  if (card === null) return null;
  const actor = await actorFor(sql, personId, card.personId);
  return maySee(card, actor) ? { card, deciding: mayDecide(card, actor.appointments) } : null;
}

/** See `ApplicationBook.change`. */
export async function changeApplication(
  sql: Sql,
  applicationId: string,
  actorId: string,
  to: ApplicationState,
  { facts, at }: { facts: Readonly<Record<string, string>>; at: Date },
): Promise<ApplicationCard> {
  const application = await lockApplication(sql, applicationId);
  if (application === null) throw new Refusal('application-unknown');
  checkChange(application, await actorFor(sql, actorId, application.personId), to);
  // Taken back since it was sent: staff stay applicants without it.
  if (to === 'confirmed') await checkConsents(sql, application, application.role, at);
  await moveApplication(sql, application, to, { by: actorId, facts, at });
  return cardOf(sql, application.id);
}

/** See `ApplicationBook.keepApart`. Twice is once. */
export async function keepApart(
  sql: Sql,
  applicationId: string,
  actorId: string,
  at: Date,
): Promise<ApplicationCard> {
  const application = await lockApplication(sql, applicationId);
  if (application === null) throw new Refusal('application-unknown');
  checkDecides(application, await actorFor(sql, actorId, application.personId));
  if (application.duplicateOf !== null) {
    await sql.query('update application set duplicate_of = null where id = $1', [application.id]);
    await noteApplication(sql, { applicationId: application.id, personId: actorId, kind: 'kept-apart', at });
  }
  return cardOf(sql, application.id);
}

/** See `ApplicationBook.decidersOf`: the people that `mayDecide` lets, the nearest ones first, but for administrators. */
export async function decidersOf(sql: Sql, applicationId: string): Promise<string[]> {
  const deciders = await sql.query<{ id: string; role: string }>(
    `select distinct person.id, held.role from application a
     join person applicant on applicant.id = a.person_id
     join person on person.programme_id = applicant.programme_id and person.id <> applicant.id and ${isNamed}
     join appointment held on held.person_id = person.id and held.ended_at is null
     where a.id = $1 and (held.role = 'coordinator'
       or held.role = 'curator' and held.organization_id = a.organization_id and a.role in ('mentor', 'mentee'))
     order by person.id`,
    [readId(applicationId)],
  );
  const curators = deciders.filter(({ role }) => role === 'curator');
  return (curators.length > 0 ? curators : deciders).map(({ id }) => id);
}

/** The rights of `mayDecide` once more, for many rows at once; a test holds both against each other. */
const waitingFor = `a.state = 'applied' and a.person_id <> $1
  and person.programme_id = (select programme_id from person where id = $1)
  and exists (select from appointment held where held.person_id = $1 and held.ended_at is null
    and (held.role in ('coordinator', 'administrator')
      or held.role = 'curator' and held.organization_id = a.organization_id and a.role in ('mentor', 'mentee')))`;

export async function waiting(
  sql: Sql,
  personId: string,
  page: number,
  size: number,
): Promise<{ total: number; cards: ApplicationCard[] }> {
  const [row] = await sql.query<{ total: number }>(
    `select count(*)::int as total from application a join person on person.id = a.person_id where ${waitingFor}`,
    [personId],
  );
  const cards = await readCards(sql, `where ${waitingFor} order by a.applied_at, a.id limit $2 offset $3`, [
    personId,
    size,
    Math.max(0, page) * size,
  ]);
  return { total: row?.total ?? 0, cards };
}
