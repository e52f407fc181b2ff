import type { ListQuery, Page } from '../../domain/lists/page.ts';
import { nameKey } from '../../domain/people/name-key.ts';
import type {
  ApplicationFilter,
  ApplicationLine,
  ApplicationSort,
  ApplicationStep,
} from '../../domain/registration/applications-desk.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { createParams, type Params } from './people-conditions.ts';

const columns = `a.id::text, a.form, a.role, a.organization_id::text as "organizationId", o.short_name as "organizationName",
  a.state, a.applied_at as "appliedAt", a.decided_at as "decidedAt",
  jsonb_build_object('id', p.id::text, 'surname', p.surname, 'name', p.name, 'patronymic', p.patronymic) as person,
  case when d.id is not null then jsonb_build_object('id', d.id::text, 'surname', d.surname, 'name', d.name,
    'patronymic', d.patronymic) end as double`;
const tables = `application a join person p on p.id = a.person_id join organization o on o.id = a.organization_id
  left join person d on d.id = a.duplicate_of and d.erased_at is null`;

/** The rights of `mayDecide` as a condition: curators are for mentors and mentees of their organizations. */
function decidedBy({ programmeId, organizationIds }: Reach, params: Params): string {
  const city = `p.programme_id = ${params.put(programmeId)} and a.state <> 'draft' and p.erased_at is null`;
  return organizationIds === null
    ? city
    : `${city} and a.role in ('mentor', 'mentee') and a.organization_id = any(${params.put(organizationIds)}::bigint[])`;
}

const orders: Record<ApplicationSort, (way: string) => string> = {
  applied: (way) => `a.applied_at ${way} nulls last, a.id ${way}`,
  surname: (way) => `p.name_key ${way}, a.id ${way}`,
};

export async function listApplications(
  sql: Sql,
  reach: Reach,
  query: ListQuery<ApplicationSort>,
  filter: ApplicationFilter,
): Promise<Page<ApplicationLine>> {
  const { page, size, sort, descending, q } = query;
  const params = createParams();
  const conditions = [decidedBy(reach, params)];
  if (filter.state !== null) conditions.push(`a.state = ${params.put(filter.state)}`);
  if (filter.role !== null) conditions.push(`a.role = ${params.put(filter.role)}`);
  if (filter.organizationId !== null)
    conditions.push(`a.organization_id = ${params.put(filter.organizationId)}`);
  for (const word of nameKey(q ?? '')) conditions.push(`p.name_key like ${params.put(`% ${word}%`)}`);
  const found = `from ${tables} where ${conditions.join(' and ')}`;
  const [count] = await sql.query<{ total: number }>(`select count(*)::int as total ${found}`, params.values);
  const items = await sql.query<ApplicationLine>(
    `select ${columns} ${found} order by ${orders[sort](descending ? 'desc' : 'asc')}
     limit ${params.put(size)} offset ${params.put((page - 1) * size)}`,
    params.values,
  );
  return { items, total: count?.total ?? 0 };
}

/** `null` for one that is not the caller's to decide. */
export async function applicationLine(
  sql: Sql,
  reach: Reach,
  applicationId: string,
): Promise<ApplicationLine | null> {
  const params = createParams();
  const [line] = await sql.query<ApplicationLine>(
    `select ${columns} from ${tables} where a.id = ${params.put(readId(applicationId))} and ${decidedBy(reach, params)}`,
    params.values,
  );
  return line ?? null;
}

export function stepsOf(sql: Sql, applicationId: string): Promise<ApplicationStep[]> {
  return sql.query(
    `select e.kind, e.at, e.facts->>'reason' as reason,
       case when p.id is not null and p.erased_at is null then
         jsonb_build_object('surname', p.surname, 'name', p.name, 'patronymic', p.patronymic) end as by
     from application_event e left join person p on p.id = e.person_id where e.application_id = $1 order by e.id`,
    [applicationId],
  );
}
