import type { ConsentKind } from '../../domain/consents/consent.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Application, type ApplicationCard, takingPart } from '../../domain/registration/application.ts';
import type { PersonAnswers, Submission } from '../../domain/registration/application-book.ts';
import { isRepresented, neededConsents } from '../../domain/registration/needed-consents.ts';
import type { Sql } from '../sql.ts';
import { cardOf, lockApplication, readId } from './application-cards.ts';
import { duplicatesOf } from './application-duplicates.ts';
import { noteApplication } from './application-events.ts';
import { moveApplication } from './application-state.ts';
import { storableJson } from './storable-json.ts';

/** See `ApplicationBook.submit`. */
export async function submitApplication(
  sql: Sql,
  applicationId: string,
  submission: Submission,
  at: Date,
): Promise<ApplicationCard> {
  const draft = await lockApplication(sql, applicationId);
  if (draft === null) throw new Refusal('application-unknown');
  if (draft.state !== 'draft') throw new Refusal('state-passed', { state: draft.state });
  const { personId } = draft;
  const { role, organizationId, person, answers } = submission;
  await checkOrganization(sql, personId, organizationId);
  await writePerson(sql, personId, person);
  await checkConsents(sql, draft, role, at);
  await sql.query(
    `update application set state = 'applied', role = $2, organization_id = $3, answers = $4, duplicate_of = $5,
       applied_at = $6 where id = $1`,
    [draft.id, role, organizationId, storableJson(answers), await claimed(sql, personId, submission), at],
  );
  await noteApplication(sql, { applicationId: draft.id, personId, kind: 'applied', at });
  if (await isAppointed(sql, personId, role, organizationId)) {
    await moveApplication(sql, { id: draft.id, personId, role, organizationId }, 'confirmed', {
      by: null,
      at,
    });
  }
  return cardOf(sql, draft.id);
}

/** Names as they were typed; a phone or a year that was not asked for leaves the known one. */
export async function writePerson(sql: Sql, personId: string, person: PersonAnswers): Promise<void> {
  const named = person.surname.trim() !== '' && person.name.trim() !== '';
  await sql.query(
    `update person set
       surname = case when $2::bool then $3 else surname end,
       name = case when $2::bool then $4 else name end,
       patronymic = case when $2::bool then $5 else patronymic end,
       phone = coalesce($6, phone), birth_year = coalesce($7::smallint, birth_year)
     where id = $1`,
    [personId, named, person.surname, person.name, person.patronymic, person.phone, person.birthYear],
  );
}

export async function checkOrganization(sql: Sql, personId: string, organizationId: string): Promise<void> {
  const [found] = await sql.query(
    `select from organization o join person p on p.programme_id = o.programme_id where p.id = $1 and o.id = $2`,
    [personId, readId(organizationId)],
  );
  if (found === undefined) throw new Refusal('organization-unknown');
}

/** An older version of a text counts: it stays good until it is withdrawn. */
export async function checkConsents(
  sql: Sql,
  application: Pick<Application, 'personId' | 'form'>,
  role: Application['role'],
  at: Date,
): Promise<void> {
  if (role === null) return;
  const [born] = await sql.query<{ birthYear: number | null; year: number }>(
    `select p.birth_year as "birthYear", extract(year from $2::timestamptz at time zone g.time_zone)::int as year
     from person p join programme g on g.id = p.programme_id where p.id = $1`,
    [application.personId, at],
  );
  const minor = isRepresented(application.form, born?.birthYear ?? null, born?.year ?? 0);
  const { giver, kinds } = neededConsents(role, minor);
  const given = await sql.query<{ kind: ConsentKind }>(
    `select t.kind from consent c join consent_text t on t.id = c.text_id
     join person p on p.id = c.person_id and p.programme_id = t.programme_id
     where c.person_id = $1 and c.withdrawn_at is null and (t.giver = $2 or $2 = 'self')`,
    [application.personId, giver],
  );
  const missing = kinds.find((kind) => !given.some((consent) => consent.kind === kind));
  if (missing !== undefined) throw new Refusal('consent-missing', { kind: missing });
}

/** Whoever the applicant says to be, if that is somebody they could be: the button may be forged or old. */
async function claimed(sql: Sql, personId: string, submission: Submission): Promise<string | null> {
  const { duplicateOf, organizationId, person } = submission;
  if (duplicateOf === null) return null;
  const candidates = await duplicatesOf(sql, person, organizationId, personId);
  return candidates.some(({ id }) => id === duplicateOf) ? duplicateOf : null;
}

async function isAppointed(
  sql: Sql,
  personId: string,
  role: string,
  organizationId: string,
): Promise<boolean> {
  const held = await sql.query(
    `select from appointment a where person_id = $1 and role = $2 and organization_id = $3 and ended_at is null
       and not exists (select from application p where p.person_id = a.person_id and p.role = a.role
         and p.organization_id = a.organization_id and p.state = any($4::text[]))`,
    [personId, role, organizationId, takingPart],
  );
  return held.length > 0;
}
