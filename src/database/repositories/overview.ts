import type { Day } from '../../domain/calendar/day.ts';
import type {
  Few,
  Progress,
  RoadmapHead,
  StateCounts,
  Timeline,
  UncertainDelivery,
  UnreachablePerson,
  WaitingApplication,
} from '../../domain/overview/overview.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { handedBack } from './task-cards.ts';
import { stateCounts, stateOf, worstState } from './task-state-sql.ts';

/** How many of each are shown at once. */
const few = 5;

const fullName = (p: string) =>
  `nullif(concat_ws(' ', ${p}.surname, ${p}.name, nullif(${p}.patronymic, '')), '')`;

/** The roadmap of this day, else the newest; the named one where it is the programme's. */
export async function roadmapHead(
  sql: Sql,
  programmeId: string,
  roadmapId: string | null,
  today: Day,
): Promise<RoadmapHead | null> {
  const [head] = await sql.query<RoadmapHead>(
    `select r.id, r.title, case when r.order_number is null then null
         else jsonb_build_object('number', r.order_number, 'on', r.order_on) end as "order",
       jsonb_build_object('from', r.period_from, 'to', r.period_to) as period
     from roadmap r where r.programme_id = $1 and r.kind = 'order' and ($2::bigint is null or r.id = $2)
     order by $3::date between r.period_from and r.period_to desc, r.period_from desc, r.id desc limit 1`,
    [programmeId, roadmapId, today],
  );
  return head ?? null;
}

/** The tasks `k` of a roadmap (all of them: null) within reach, with their states. */
const within = `
  select t.id, t.organization_id, t.occurrence_id, t.roles, c.item_id, ${stateOf('t', '$3')} as state
  from task t
  join occurrence c on c.id = t.occurrence_id
  join roadmap_item i on i.id = c.item_id
  join organization o on o.id = t.organization_id
  where o.programme_id = $1 and ($2::bigint[] is null or o.id = any($2)) and t.withdrawn_at is null`;

type Scope = { reach: Reach; today: Day };
const params = ({ reach, today }: Scope) => [reach.programmeId, reach.organizationIds, today];

/** Of one roadmap; of all work where there is none. */
export async function countsOf(sql: Sql, scope: Scope, roadmapId: string | null): Promise<StateCounts> {
  const [row] = await sql.query<{ counts: StateCounts }>(
    `select ${stateCounts} as counts from (${within} and ($4::bigint is null or i.roadmap_id = $4)) k`,
    [...params(scope), roadmapId],
  );
  return row?.counts ?? { late: 0, open: 0, upcoming: 0, standing: 0, done: 0, waived: 0 };
}

/** Total and the first few of the rows `s`, which are ordered by `place`. */
const fewOf = (rows: string) => `
  with found as (${rows})
  select (select count(*)::int from found) as total,
    coalesce((select jsonb_agg(to_jsonb(s) - 'place' order by s.place) from found s where s.place <= ${few}), '[]') as items`;

async function asked<Item>(sql: Sql, rows: string, values: readonly unknown[]): Promise<Few<Item>> {
  const [found] = await sql.query<Few<Item>>(fewOf(rows), values);
  return found ?? { total: 0, items: [] };
}

/** Those that whoever looks decides: curators are for mentors and mentees. */
export function waitingApplications(
  sql: Sql,
  { programmeId, organizationIds }: Reach,
): Promise<Few<WaitingApplication>> {
  return asked(
    sql,
    `select row_number() over (order by a.applied_at, a.id) as place, a.id::text, a.form, o.short_name as "organizationName",
       (a.applied_at at time zone g.time_zone)::date as "appliedOn", ${fullName('p')} as person
     from application a
     join organization o on o.id = a.organization_id
     join programme g on g.id = o.programme_id
     join person p on p.id = a.person_id
     where a.state = 'applied' and o.programme_id = $1
       and ($2::bigint[] is null or o.id = any($2) and a.role in ('mentor', 'mentee'))`,
    [programmeId, organizationIds],
  );
}

export function unreachablePeople(sql: Sql, scope: Scope): Promise<Few<UnreachablePerson>> {
  return asked(
    sql,
    `select row_number() over (order by o.short_name, p.surname, p.name, p.id, o.id) as place, p.id::text as "personId",
       ${fullName('p')} as person, o.short_name as "organizationName", count(distinct k.id)::int as tasks
     from (${within}) k
     join organization o on o.id = k.organization_id
     join appointment a on a.organization_id = k.organization_id and a.role = any(k.roles) and a.ended_at is null
     join person p on p.id = a.person_id
     where k.state in ('open', 'late') and p.erased_at is null
       and not exists (select from chat_account c where c.person_id = p.id and c.closed_at is null)
       and not ${handedBack('k.id', 'p.id')}
     group by p.id, o.id`,
    params(scope),
  );
}

/** Those of accounts that belong to nobody are the whole city's. */
export function uncertainDeliveries(
  sql: Sql,
  { programmeId, organizationIds }: Reach,
): Promise<Few<UncertainDelivery>> {
  return asked(
    sql,
    `select row_number() over (order by d.id desc) as place, d.id::text, d.platform, ${fullName('p')} as person,
       (coalesce(d.settled_at, d.claimed_at, d.created_at) at time zone g.time_zone)::date as "on"
     from delivery d
     left join person p on p.id = d.person_id
     join programme g on g.id = $1 and (p.id is null or p.programme_id = g.id)
     where d.state = 'uncertain' and ($2::bigint[] is null or exists (select from appointment a
       where a.person_id = p.id and a.organization_id = any($2) and a.ended_at is null))`,
    [programmeId, organizationIds],
  );
}

const itemColumns = 'i.id::text, i.code, i.title, i.section';

export async function progressOf(sql: Sql, scope: Scope, roadmap: RoadmapHead): Promise<Progress> {
  const [row] = await sql.query<Omit<Progress, 'roadmap'>>(
    `with k as (${within} and i.roadmap_id = $4),
     cells as (
       select k.item_id::text as "itemId", k.organization_id::text as "organizationId", ${worstState} as state,
         count(*) filter (where k.state = 'done')::int as done, count(*)::int as total
       from k group by k.item_id, k.organization_id)
     select
       coalesce((select jsonb_agg(to_jsonb(c)) from cells c), '[]') as cells,
       coalesce((select jsonb_agg(to_jsonb(e) - 'position' order by e.position, e.id::bigint) from (
         select ${itemColumns}, i.position from roadmap_item i
         where i.roadmap_id = $4 and i.removed_at is null) e), '[]') as items,
       coalesce((select jsonb_agg(jsonb_build_object('id', o.id::text, 'name', o.short_name)
           order by (o.kind = 'office') desc, (o.kind = 'partner'), o.short_name, o.id)
         from organization o where o.id in (select organization_id from k)), '[]') as organizations`,
    [...params(scope), roadmap.id],
  );
  return { roadmap, ...(row ?? { items: [], organizations: [], cells: [] }) };
}

export async function timelineOf(sql: Sql, scope: Scope, roadmap: RoadmapHead): Promise<Timeline> {
  const items = await sql.query<Timeline['items'][number]>(
    `with k as (${within} and i.roadmap_id = $4),
     windows as (
       select c.item_id, jsonb_agg(jsonb_build_object('from', c.from_on, 'to', c.to_on, 'state', w.state,
           'done', coalesce(w.done, 0), 'total', coalesce(w.total, 0)) order by c.to_on, c.id) as windows
       from occurrence c
       left join (select k.occurrence_id, ${worstState} as state, count(*)::int as total,
           count(*) filter (where k.state = 'done')::int as done
         from k group by k.occurrence_id) w on w.occurrence_id = c.id
       where c.to_on is not null and c.removed_at is null and c.contest_id is null group by c.item_id)
     select ${itemColumns}, coalesce(w.windows, '[]') as windows
     from roadmap_item i left join windows w on w.item_id = i.id
     where i.roadmap_id = $4 and i.removed_at is null order by i.position, i.id`,
    [...params(scope), roadmap.id],
  );
  return { today: scope.today, roadmap, items };
}
