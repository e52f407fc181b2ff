import type { Appointment, Role } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Application, ApplicationCard, AppliedRole } from '../../domain/registration/application.ts';
import { checkDecides, mayDecide } from '../../domain/registration/may-decide.ts';
import { needsSecondFactor } from '../../domain/staff/staff.ts';
import type { Sql } from '../sql.ts';
import { applicationColumns, cardById, cardOf, lockApplication } from './application-cards.ts';
import { actorFor } from './application-deciding.ts';
import { noteApplication } from './application-events.ts';
import { moveApplication } from './application-state.ts';
import { joinPeople, lockPeople } from './join-people.ts';
import { partPairs } from './pair-joining.ts';

/** See `ApplicationBook.join`. */
export async function joinApplication(
  sql: Sql,
  applicationId: string,
  actorId: string,
  at: Date,
): Promise<ApplicationCard> {
  const before = await cardById(sql, applicationId);
  if (before === null) throw new Refusal('application-unknown');
  await lockPeople(sql, before.personId, ...(before.duplicateOf === null ? [] : [before.duplicateOf]));
  const application = await lockApplication(sql, applicationId);
  if (application === null) throw new Refusal('application-unknown');
  const actor = await actorFor(sql, actorId, application.personId);
  checkDecides(application, actor);
  const { personId: doubleId, duplicateOf: knownId } = application;
  if (knownId === null || knownId !== before.duplicateOf) throw new Refusal('not-a-double');
  if (knownId !== actorId) await checkRights(sql, knownId, actor.appointments);
  await settleRivals(sql, doubleId, knownId, at);
  await partPairs(sql, doubleId, knownId, { by: actorId, at });
  await joinPeople(sql, doubleId, knownId);
  await noteApplication(sql, { applicationId: application.id, personId: actorId, kind: 'joined', at });
  return cardOf(sql, application.id);
}

/** Whoever is joined to somebody may do what they may: a curator can't make a coordinator this way, nor a coordinator an administrator. */
async function checkRights(sql: Sql, knownId: string, held: readonly Appointment[]): Promise<void> {
  if (held.some(({ role }) => role === 'administrator')) return;
  const rights = await sql.query<{ role: Role; organizationId: string }>(
    'select role, organization_id as "organizationId" from appointment where person_id = $1 and ended_at is null',
    [knownId],
  );
  const coordinates = held.some(({ role }) => role === 'coordinator');
  const given = (right: { role: Role; organizationId: string }) =>
    !needsSecondFactor([right]) &&
    (coordinates || mayDecide({ personId: '', ...right, role: right.role as AppliedRole }, held));
  if (!rights.every(given)) throw new Refusal('may-not-decide');
}

/** One live application by each form: the known person's stays, but for a draft, which says nothing yet. */
export async function settleRivals(sql: Sql, doubleId: string, knownId: string, at: Date): Promise<void> {
  const live = await sql.query<Application>(
    `select ${applicationColumns} from application a
     where a.person_id = any($1::bigint[]) and a.state not in ('left', 'declined') order by a.id for no key update`,
    [[doubleId, knownId]],
  );
  for (const own of live.filter(({ personId }) => personId === doubleId)) {
    const rival = live.find(({ personId, form }) => personId === knownId && form === own.form);
    if (rival === undefined) continue;
    if (own.state === 'draft') await dropDraft(sql, own.id);
    else if (rival.state === 'draft') await dropDraft(sql, rival.id);
    else await moveApplication(sql, own, 'left', { by: null, facts: { reason: 'joined' }, at });
  }
}

async function dropDraft(sql: Sql, id: string): Promise<void> {
  await sql.query('delete from application_event where application_id = $1', [id]);
  await sql.query('delete from application where id = $1', [id]);
}
