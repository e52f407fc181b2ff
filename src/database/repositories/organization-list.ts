import type { Day } from '../../domain/calendar/day.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { OrganizationKind } from '../../domain/organizations/organization.ts';
import type {
  OrganizationCard,
  OrganizationFacts,
  OrganizationLine,
  OrganizationSort,
} from '../../domain/organizations/organizations-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { createParams, type Params } from './people-conditions.ts';

function within({ programmeId, organizationIds }: Reach, params: Params): string {
  const city = `o.programme_id = ${params.put(programmeId)}`;
  return organizationIds === null ? city : `${city} and o.id = any(${params.put(organizationIds)}::bigint[])`;
}

/** Each of one organization, by index. */
const counts = (today: string) => `
  (select count(distinct person_id)::int from appointment where organization_id = o.id and ended_at is null) as people,
  (select count(*)::int from appointment where organization_id = o.id and ended_at is null and role = 'mentor') as mentors,
  (select count(*)::int from appointment where organization_id = o.id and ended_at is null and role = 'mentee') as mentees,
  (select count(*)::int from application where organization_id = o.id and state = 'applied') as waiting,
  (select jsonb_build_object(
      'open', count(*) filter (where done_at is null and waived_at is null),
      'late', count(*) filter (where done_at is null and waived_at is null and due_on < ${today}::date),
      'done', count(*) filter (where done_at is not null))
    from task where organization_id = o.id and withdrawn_at is null) as tasks`;

const orders: Record<OrganizationSort, (way: string) => string> = {
  name: (way) => `o.kind <> 'office' ${way}, length(o.short_name) ${way}, o.short_name ${way}, o.id`,
  kind: (way) => `o.kind ${way}, o.short_name, o.id`,
  created: (way) => `o.id ${way}`,
};

type Asked = { reach: Reach; query: ListQuery<OrganizationSort>; kind: OrganizationKind | null; today: Day };

export async function listOrganizations(
  sql: Sql,
  { reach, query, kind, today }: Asked,
): Promise<Page<OrganizationLine>> {
  const { page, size, sort, descending, q } = query;
  const params = createParams();
  const conditions = [within(reach, params)];
  if (kind !== null) conditions.push(`o.kind = ${params.put(kind)}`);
  for (const word of plainWords(q ?? '')) {
    conditions.push(`${plain("concat_ws(' ', o.short_name, o.name, array_to_string(o.aliases, ' '))")}
      like ${params.put(`%${word}%`)}`);
  }
  const where = conditions.join(' and ');
  const [count] = await sql.query<{ total: number }>(
    `select count(*)::int as total from organization o where ${where}`,
    params.values,
  );
  const items = await sql.query<OrganizationLine>(
    `with page as materialized (
       select o.id, row_number() over () as place from (select o.* from organization o where ${where}
         order by ${orders[sort](descending ? 'desc' : 'asc')}
         limit ${params.put(size)} offset ${params.put((page - 1) * size)}) o)
     select o.id::text, o.kind, o.name, o.short_name as "shortName", o.aliases, ${counts(params.put(today))}
     from page join organization o using (id) order by page.place`,
    params.values,
  );
  return { items, total: count?.total ?? 0 };
}

/** Case and ё make no difference, whatever the server's locale; signs of patterns are none. */
function plainWords(q: string): string[] {
  return (
    q
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, 6);
}

const capitals = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁABCDEFGHIJKLMNOPQRSTUVWXYZ';
const smalls = 'абвгдежзийклмнопрстуфхцчшщъыьэюяеabcdefghijklmnopqrstuvwxyz';
const plain = (text: string) => `translate(${text}, '${capitals}ё', '${smalls}е')`;

export async function organizationCard(
  sql: Sql,
  reach: Reach,
  organizationId: string,
  today: Day,
): Promise<OrganizationCard> {
  const params = createParams();
  type Row = OrganizationFacts &
    OrganizationCard['counts'] &
    Pick<OrganizationCard, 'staff' | 'id' | 'createdAt'>;
  const [row] = await sql.query<Row>(
    `select o.id::text, o.kind, o.name, o.short_name as "shortName", o.aliases, o.created_at as "createdAt",
       ${counts(params.put(today))},
       coalesce((select jsonb_agg(to_jsonb(each)) from (
         select p.id::text, p.surname, p.name, p.patronymic, a.role from appointment a join person p on p.id = a.person_id
         where a.organization_id = o.id and a.ended_at is null and a.role not in ('mentor', 'mentee')
         order by p.name_key, a.id limit 100) each), '[]') as staff
     from organization o where o.id = ${params.put(readId(organizationId))} and ${within(reach, params)}`,
    params.values,
  );
  if (row === undefined) throw new Refusal('organization-unknown');
  const { id, staff, createdAt, people, mentors, mentees, waiting, tasks, ...facts } = row;
  return {
    id,
    facts: inOrder(facts),
    counts: { people, mentors, mentees, waiting, tasks },
    staff,
    createdAt,
  };
}

/** A version is told of the text of all this, so its order counts. */
function inOrder({ kind, name, shortName, aliases }: OrganizationFacts): OrganizationFacts {
  return { kind, name, shortName, aliases };
}

/** Locked. `Refusal('organization-unknown')`. */
export async function lockOrganization(
  sql: Sql,
  reach: Reach,
  organizationId: string,
): Promise<OrganizationFacts> {
  const params = createParams();
  const [facts] = await sql.query<OrganizationFacts>(
    `select o.kind, o.name, o.short_name as "shortName", o.aliases from organization o
     where o.id = ${params.put(readId(organizationId))} and ${within(reach, params)} for no key update`,
    params.values,
  );
  if (facts === undefined) throw new Refusal('organization-unknown');
  return inOrder(facts);
}

/** `Refusal('organization-exists')` for a name that another one has. */
export async function writeOrganization(
  sql: Sql,
  programmeId: string,
  organizationId: string,
  { kind, name, shortName, aliases }: OrganizationFacts,
): Promise<void> {
  const taken = await sql.query(
    'select from organization where programme_id = $1 and name = $2 and id <> $3',
    [programmeId, name, organizationId],
  );
  if (taken.length > 0) throw new Refusal('organization-exists', { name });
  await sql.query(
    'update organization set kind = $2, name = $3, short_name = $4, aliases = $5 where id = $1',
    [organizationId, kind, name, shortName, aliases],
  );
}
