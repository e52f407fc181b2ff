import type { OrderFilter, OrderLine, OrderSort, PairToOrder } from '../../domain/documents/order-book.ts';
import type { OrderEvent, OrderPair, OrderPerson, PairOrder } from '../../domain/documents/pair-order.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';

const isReached = (alias: string) =>
  `${alias}.programme_id = $1 and ($2::bigint[] is null or ${alias}.organization_id = any($2))`;
export const reachParams = ({ programmeId, organizationIds }: Reach) => [programmeId, organizationIds];

type OrderRow = Omit<PairOrder, 'pairs' | 'people' | 'events'>;

/** Four queries, however many pairs and people. */
export async function readOrder(
  sql: Sql,
  reach: Reach,
  id: string,
  lock: boolean,
): Promise<PairOrder | null> {
  const [order] = await sql.query<OrderRow>(
    `select r.id::text, r.programme_id::text as "programmeId", r.organization_id::text as "organizationId",
       o.name as "organizationName", o.short_name as "organizationShortName", r.state,
       r.template_id::text as "templateId", r.printed_revision is not distinct from r.revision as "isPrintCurrent",
       r.number, r.ordered_on as "orderedOn", r.file_id::text as "fileId", r.scan_file_id::text as "scanFileId",
       r.created_at as "createdAt", r.basis, r.points, r.control_id::text as "controlId", r.signer_id::text as "signerId"
     from pair_order r join organization o on o.id = r.organization_id
     where ${isReached('r')} and r.id = $3 ${lock ? 'for no key update of r' : ''}`,
    [...reachParams(reach), id],
  );
  if (order === undefined) return null;
  return {
    ...order,
    pairs: await pairsIn(sql, id),
    people: await peopleIn(sql, id),
    events: await eventsOf(sql, id),
  };
}

function pairsIn(sql: Sql, orderId: string): Promise<OrderPair[]> {
  return sql.query<OrderPair>(
    `select p.id::text, p.state, p.mentor_id::text as "mentorId", p.form, p.from_on as "fromOn", p.to_on as "toOn", p.goal,
       array(select m.mentee_id::text from pair_mentee m join person on person.id = m.mentee_id
         where m.pair_id = p.id and m.left_at is null
         order by person.surname, person.name, person.id) as "menteeIds"
     from pair_order_pair x join pair p on p.id = x.pair_id where x.order_id = $1 order by x.position, x.id`,
    [orderId],
  );
}

function peopleIn(sql: Sql, orderId: string): Promise<OrderPerson[]> {
  return sql.query<OrderPerson>(
    `select person_id::text as "personId", name, post, gender, name_forms as "nameForms", post_forms as "postForms",
       doubtful, corrected from pair_order_person where order_id = $1 order by name, person_id`,
    [orderId],
  );
}

function eventsOf(sql: Sql, orderId: string): Promise<OrderEvent[]> {
  return sql.query<OrderEvent>(
    `select e.kind, e.facts, e.at, trim(coalesce(p.surname, '') || ' ' || coalesce(p.name, '')) as by
     from pair_order_event e left join person p on p.id = e.person_id where e.order_id = $1 order by e.id`,
    [orderId],
  );
}

const sorts: Readonly<Record<OrderSort, string>> = {
  created: 'r.id',
  organization: 'o.short_name',
  ordered: 'r.ordered_on',
};

export async function listOrders(
  sql: Sql,
  reach: Reach,
  query: ListQuery<OrderSort>,
  { state, organizationId }: OrderFilter,
): Promise<Page<OrderLine>> {
  const { page, size, sort, descending, q } = query;
  const rows = await sql.query<OrderLine & { all: string }>(
    `select r.id::text, r.organization_id::text as "organizationId", o.short_name as "organizationName", r.state,
       r.number, r.ordered_on as "orderedOn", r.printed_revision is not distinct from r.revision as "isPrintCurrent",
       r.scan_file_id is not null as "hasScan", r.created_at as "createdAt",
       (select count(*)::int from pair_order_pair x where x.order_id = r.id) as pairs, count(*) over () as "all"
     from pair_order r join organization o on o.id = r.organization_id
     where ${isReached('r')} and ($3::text is null or r.state = $3) and ($4::bigint is null or r.organization_id = $4)
       and ($5::text is null or strpos(lower(coalesce(r.number, '')), lower($5)) > 0
         or strpos(lower(o.short_name), lower($5)) > 0)
     order by ${sorts[sort]} ${descending ? 'desc' : 'asc'} nulls last, r.id desc offset $6 limit $7`,
    [...reachParams(reach), state, organizationId, q, (page - 1) * size, size],
  );
  return { items: rows.map(({ all: _, ...line }): OrderLine => line), total: Number(rows[0]?.all ?? 0) };
}

const names = (alias: string) =>
  `trim(${alias}.surname || ' ' || ${alias}.name || ' ' || ${alias}.patronymic)`;
const isWaiting = `p.state = 'agreed' and not exists (select from pair_order_pair x where x.pair_id = p.id and x.live)`;

export function pairsToOrder(sql: Sql, reach: Reach, organizationId: string): Promise<PairToOrder[]> {
  return sql.query<PairToOrder>(
    `select p.id::text, ${names('mentor')} as mentor, p.form, p.from_on as "fromOn", p.to_on as "toOn",
       array(select ${names('m')} from pair_mentee x join person m on m.id = x.mentee_id
         where x.pair_id = p.id and x.left_at is null order by m.surname, m.name, m.id) as mentees
     from pair p join person mentor on mentor.id = p.mentor_id
     where ${isReached('p')} and p.organization_id = $3 and ${isWaiting}
     order by mentor.surname, mentor.name, p.id limit 500`,
    [...reachParams(reach), organizationId],
  );
}

export function waitingOrganizations(sql: Sql, reach: Reach) {
  return sql.query<{ organizationId: string; organizationName: string; pairIds: string[] }>(
    `select o.id::text as "organizationId", o.short_name as "organizationName",
       array_agg(p.id::text order by p.id) as "pairIds"
     from pair p join organization o on o.id = p.organization_id
     where ${isReached('p')} and ${isWaiting} group by o.id order by o.short_name, o.id`,
    reachParams(reach),
  );
}
