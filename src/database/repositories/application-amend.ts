import type { Answers } from '../../domain/forms/form.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  type Application,
  type ApplicationCard,
  personKeys,
  takingPart,
} from '../../domain/registration/application.ts';
import type { PersonAnswers } from '../../domain/registration/application-book.ts';
import { readSubmission, roleKeys, splitAnswers } from '../../domain/registration/read-submission.ts';
import type { Sql } from '../sql.ts';
import { cardOf, lockApplication } from './application-cards.ts';
import { noteApplication } from './application-events.ts';
import { checkOrganization } from './application-submit.ts';
import { storableJson } from './storable-json.ts';

/** See `ApplicationBook.amend`. Who was confirmed stays what they were confirmed as: another school is another application. */
export async function amendApplication(
  sql: Sql,
  applicationId: string,
  changed: Answers,
  actorId: string,
  at: Date,
): Promise<ApplicationCard> {
  const application = await lockApplication(sql, applicationId);
  if (application === null || application.personId !== actorId) throw new Refusal('application-unknown');
  const { state } = application;
  if (state === 'left' || state === 'declined') throw new Refusal('state-passed', { state });
  const differing = await differingKeys(sql, application, changed);
  const roleKey = roleKeys[application.form];
  const fixed = differing.find((key) => key === 'organization' || key === roleKey);
  if (fixed !== undefined && takingPart.includes(state)) throw new Refusal('may-not-amend', { key: fixed });
  const { person, answers } = splitAnswers(changed);
  if (fixed !== undefined && state === 'applied') {
    await replace(sql, application, { ...application.answers, ...changed });
  }
  await sql.query('update application set answers = answers || $2::jsonb where id = $1', [
    application.id,
    storableJson(answers),
  ]);
  await amendPerson(sql, actorId, person, changed);
  if (differing.length > 0) {
    const facts = { keys: differing.join(' ') };
    await noteApplication(sql, {
      applicationId: application.id,
      personId: actorId,
      kind: 'amended',
      facts,
      at,
    });
  }
  return cardOf(sql, application.id);
}

/** Whoever waits may say that it is another school, or another part to take. */
async function replace(sql: Sql, { id, personId, form }: Application, answers: Answers): Promise<void> {
  const { role, organizationId } = readSubmission(form, answers);
  await checkOrganization(sql, personId, organizationId);
  await sql.query(
    'update application set role = $2, organization_id = $3, duplicate_of = null where id = $1',
    [id, role, organizationId],
  );
}

/** By the names of the questions, never by what was answered: events outlive what people take back. */
async function differingKeys(sql: Sql, application: Application, changed: Answers): Promise<string[]> {
  const { person } = await cardOf(sql, application.id);
  const before: Record<string, unknown> = {
    ...application.answers,
    organization: application.organizationId ?? application.answers.organization,
    surname: person.surname,
    name: person.name,
    patronymic: person.patronymic || null,
    phone: person.phone,
    'birth-year': person.birthYear,
  };
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  return Object.keys(changed).filter((key) => !same(before[key], changed[key] === '' ? null : changed[key]));
}

/** What is not among the changed answers stays; what is and was skipped goes. */
async function amendPerson(
  sql: Sql,
  personId: string,
  person: PersonAnswers,
  changed: Answers,
): Promise<void> {
  if (!personKeys.some((key) => key in changed)) return;
  await sql.query(
    `update person set surname = coalesce(nullif($2, ''), surname), name = coalesce(nullif($3, ''), name),
       patronymic = case when $4::bool then $5 else patronymic end,
       phone = case when $6::bool then $7 else phone end,
       birth_year = coalesce($8::smallint, birth_year)
     where id = $1`,
    [
      personId,
      person.surname,
      person.name,
      'patronymic' in changed,
      person.patronymic,
      'phone' in changed,
      person.phone,
      person.birthYear,
    ],
  );
}
