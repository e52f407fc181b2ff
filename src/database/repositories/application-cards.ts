import type { Application, ApplicationCard } from '../../domain/registration/application.ts';
import { isRepresented } from '../../domain/registration/needed-consents.ts';
import type { Sql } from '../sql.ts';
import { personColumns } from './person-columns.ts';

export const applicationColumns = `a.id, a.person_id as "personId", a.form, a.role, a.organization_id as "organizationId",
  a.state, a.answers, a.duplicate_of as "duplicateOf", a.applied_at as "appliedAt", a.decided_at as "decidedAt",
  a.created_at as "createdAt"`;

const columns = `${applicationColumns}, coalesce(o.short_name, '') as "organizationName",
  (select to_jsonb(each) from (select ${personColumns}, person.phone, person.birth_year as "birthYear") each) as person,
  extract(year from coalesce(a.decided_at, a.applied_at, a.created_at) at time zone g.time_zone)::int as year`;

const tables = `application a
  join person on person.id = a.person_id
  join programme g on g.id = person.programme_id
  left join organization o on o.id = a.organization_id`;

type CardRow = Omit<ApplicationCard, 'minor'> & { year: number };

/** `tail`: the rest of the query, from `where` on. */
export async function readCards(
  sql: Sql,
  tail: string,
  params: readonly unknown[],
): Promise<ApplicationCard[]> {
  const rows = await sql.query<CardRow>(`select ${columns} from ${tables} ${tail}`, params);
  return rows.map(toCard);
}

/** By the year of the last decision: an application knows no later time. */
function toCard({ year, ...row }: CardRow): ApplicationCard {
  return { ...row, minor: isRepresented(row.form, row.person.birthYear, year) };
}

/** `null` also for what is no number: ids come out of buttons. */
export async function cardById(sql: Sql, applicationId: string): Promise<ApplicationCard | null> {
  const [card] = await readCards(sql, 'where a.id = $1', [readId(applicationId)]);
  return card ?? null;
}

export async function cardOf(sql: Sql, applicationId: string): Promise<ApplicationCard> {
  const card = await cardById(sql, applicationId);
  if (card === null) throw new Error('an application that was just written is gone');
  return card;
}

/** Locked until the transaction ends, so that the second of two at once reads what the first has done. */
export async function lockApplication(sql: Sql, applicationId: string): Promise<Application | null> {
  const [locked] = await sql.query<Application>(
    `select ${applicationColumns} from application a where a.id = $1 for no key update`,
    [readId(applicationId)],
  );
  return locked ?? null;
}

export function readId(id: string): string | null {
  return /^\d{1,18}$/.test(id) ? id : null;
}
