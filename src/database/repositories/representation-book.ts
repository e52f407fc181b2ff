import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Application } from '../../domain/registration/application.ts';
import type { PersonAnswers } from '../../domain/registration/application-book.ts';
import { mayBeMinor } from '../../domain/registration/needed-consents.ts';
import type { Sql } from '../sql.ts';
import { addBlankPerson } from './application-begin.ts';
import { applicationColumns } from './application-cards.ts';
import { writePerson } from './application-submit.ts';
import { personColumns } from './person-columns.ts';

/** Nobody yet: neither name nor account. */
const isBlank = `person.surname = '' and person.erased_at is null
  and not exists (select from chat_account where person_id = person.id)`;

/** See `ApplicationBook.inviteRepresentative`. */
export async function inviteRepresentative(
  sql: Sql,
  pupilId: string,
  at: Date,
): Promise<{ representativeId: string }> {
  const [pupil] = await sql.query<{ programmeId: string }>(
    'select programme_id as "programmeId" from person where id = $1 for no key update',
    [pupilId],
  );
  if (pupil === undefined) throw new Refusal('person-unknown', { id: pupilId });
  const [waiting] = await sql.query<{ id: string }>(
    `select person.id from representation r join person on person.id = r.representative_id
     where r.pupil_id = $1 and ${isBlank} order by r.id limit 1`,
    [pupilId],
  );
  if (waiting !== undefined) return { representativeId: waiting.id };
  const representativeId = await addBlankPerson(sql, pupil.programmeId, at);
  await sql.query(
    'insert into representation (pupil_id, representative_id, created_at) values ($1, $2, $3)',
    [pupilId, representativeId, at],
  );
  return { representativeId };
}

/** See `ApplicationBook.pupilsOf`. */
export async function pupilsOf(
  sql: Sql,
  representativeId: string,
): Promise<{ pupil: Person; application: Application | null }[]> {
  const pupils = await sql.query<Person>(
    `select ${personColumns} from representation r join person on person.id = r.pupil_id
     where r.representative_id = $1 and person.erased_at is null order by r.id`,
    [representativeId],
  );
  const applications = await sql.query<Application>(
    `select ${applicationColumns} from application a
     where a.form = 'pupil' and a.state not in ('left', 'declined') and a.person_id = any($1::bigint[])`,
    [pupils.map(({ id }) => id)],
  );
  return pupils.map((pupil) => ({
    pupil,
    application: applications.find(({ personId }) => personId === pupil.id) ?? null,
  }));
}

/** Those who have opened the link. */
export function representativesOf(sql: Sql, pupilId: string): Promise<Person[]> {
  return sql.query<Person>(
    `select ${personColumns} from representation r join person on person.id = r.representative_id
     where r.pupil_id = $1 and person.erased_at is null and not (${isBlank}) order by r.id`,
    [pupilId],
  );
}

export async function describeRepresentative(
  sql: Sql,
  representativeId: string,
  pupilId: string,
  relation: string,
  person: PersonAnswers,
): Promise<void> {
  const described = await sql.query(
    'update representation set relation = $3 where representative_id = $1 and pupil_id = $2 returning id',
    [representativeId, pupilId, relation],
  );
  if (described.length === 0) throw new Refusal('representation-unknown');
  await writePerson(sql, representativeId, person);
}

/** Invited for a pupil, and nobody has come yet. */
export async function isBlankRepresentative(sql: Sql, personId: string): Promise<boolean> {
  const found = await sql.query(
    `select from person where id = $1 and ${isBlank}
       and exists (select from representation where representative_id = person.id)`,
    [personId],
  );
  return found.length > 0;
}

/** Whether somebody is the very pupil of this representative, or a pupil who is too young to represent another one. */
export async function isPupil(
  sql: Sql,
  personId: string,
  representativeId: string,
  at: Date,
): Promise<boolean> {
  const own = await sql.query('select from representation where representative_id = $1 and pupil_id = $2', [
    representativeId,
    personId,
  ]);
  if (own.length > 0) return true;
  const [pupil] = await sql.query<{ birthYear: number | null; year: number }>(
    `select person.birth_year as "birthYear", extract(year from $2::timestamptz at time zone g.time_zone)::int as year
     from person join programme g on g.id = person.programme_id
     where person.id = $1 and exists (select from application where person_id = person.id and form = 'pupil')`,
    [personId, at],
  );
  return pupil !== undefined && mayBeMinor(pupil.birthYear, pupil.year);
}
