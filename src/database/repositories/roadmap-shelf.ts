import type { Day } from '../../domain/calendar/day.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { ItemRow, ItemSort, ItemView, RoadmapSummary } from '../../domain/roadmap/roadmap-desk.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { likeWords } from './task-list.ts';
import { stateCounts, stateOf, worstState } from './task-state-sql.ts';

type Scope = { reach: Reach; today: Day };
const params = ({ reach, today }: Scope) => [reach.programmeId, reach.organizationIds, today];

/** The tasks `k` of all roadmaps within reach. */
const tasks = `
  select t.id, t.occurrence_id, t.due_on, c.item_id, i.roadmap_id, ${stateOf('t', '$3')} as state
  from task t
  join occurrence c on c.id = t.occurrence_id
  join roadmap_item i on i.id = c.item_id
  join organization o on o.id = t.organization_id
  where o.programme_id = $1 and ($2::bigint[] is null or o.id = any($2)) and t.withdrawn_at is null`;

const head = `r.id, r.title, case when r.order_number is null then null
    else jsonb_build_object('number', r.order_number, 'on', r.order_on) end as "order",
  jsonb_build_object('from', r.period_from, 'to', r.period_to) as period`;

export function roadmapsOf(sql: Sql, scope: Scope): Promise<Omit<RoadmapSummary, 'current'>[]> {
  return sql.query(
    `with k as (${tasks})
     select ${head}, (select count(*)::int from roadmap_item i where i.roadmap_id = r.id and i.removed_at is null) as items,
       (select ${stateCounts} from k where k.roadmap_id = r.id) as counts
     from roadmap r where r.programme_id = $1 and r.kind = 'order' order by r.period_from desc, r.id desc`,
    params(scope),
  );
}

const itemColumns = `
  i.id::text, i.roadmap_id::text as "roadmapId", i.section, i.code, i.title, i.deadline, i.responsible,
  i.result as expected, i.unparsed,
  exists (select from deadline_correction d join roadmap r on r.id = i.roadmap_id
    where d.programme_id = r.programme_id and d.period_from = r.period_from and d.period_to = r.period_to
      and d.code = i.code and d.title = i.title and d.deadline = i.deadline) as corrected,
  (select ${stateCounts} from k where k.item_id = i.id) as counts,
  (select min(k.due_on) from k where k.item_id = i.id and k.state in ('late', 'open', 'upcoming')) as "nextDueOn"`;

const orders: Record<ItemSort, (direction: string) => string> = {
  place: (direction) => `i.position ${direction}`,
  due: (direction) => `i."nextDueOn" ${direction} nulls last, i.position`,
  title: (direction) => `i.title ${direction}`,
};

/** One query, whatever the page. */
export async function listItems(
  sql: Sql,
  scope: Scope,
  roadmapId: string,
  { page, size, sort, descending, q }: ListQuery<ItemSort>,
): Promise<Page<ItemRow>> {
  const [found] = await sql.query<Page<ItemRow>>(
    `with k as (${tasks} and i.roadmap_id = $4),
     items as (
       select ${itemColumns}, i.position from roadmap_item i
       where i.roadmap_id = $4 and i.removed_at is null
         and ($5::text is null or i.title ilike '%' || $5 || '%' or i.code ilike $5 || '%'
           or i.section ilike '%' || $5 || '%')
     ), placed as (
       select i.*, row_number() over (order by ${orders[sort](descending ? 'desc' : 'asc')}, i.id::bigint) as place
       from items i)
     select (select count(*)::int from items) as total,
       coalesce((select jsonb_agg(to_jsonb(p) - 'place' - 'position' order by p.place) from placed p
         where p.place > $7 and p.place <= $7 + $6), '[]') as items`,
    [...params(scope), roadmapId, q === null ? null : likeWords(q), size, (page - 1) * size],
  );
  return found ?? { total: 0, items: [] };
}

type StoredView = Omit<ItemView, 'meanings' | 'contests' | 'completions' | 'events'>;

/** An item of the programme's roadmaps; `null` for any other, and for one that the roadmap no longer has. */
export async function itemCard(sql: Sql, scope: Scope, itemId: string): Promise<StoredView | null> {
  const [found] = await sql.query<StoredView>(
    `with k as (${tasks} and i.id = $4)
     select ${itemColumns},
       (select to_jsonb(h) from (select r.id::text, r.title, case when r.order_number is null then null
           else jsonb_build_object('number', r.order_number, 'on', r.order_on) end as "order",
         jsonb_build_object('from', r.period_from, 'to', r.period_to) as period
         from roadmap r where r.id = i.roadmap_id) h) as roadmap,
       coalesce((select jsonb_agg(jsonb_build_object('from', c.from_on, 'to', c.to_on, 'state', w.state,
           'done', coalesce(w.done, 0), 'total', coalesce(w.total, 0)) order by c.to_on, c.id)
         from occurrence c left join (select k.occurrence_id, ${worstState} as state, count(*)::int as total,
             count(*) filter (where k.state = 'done')::int as done from k group by k.occurrence_id) w
           on w.occurrence_id = c.id
         where c.item_id = i.id and c.contest_id is null and c.to_on is not null and c.removed_at is null),
         '[]') as windows,
       array(select c.standing_text from occurrence c
         where c.item_id = i.id and c.to_on is null and c.removed_at is null order by c.id) as standing
     from roadmap_item i
     where i.id = $4 and i.removed_at is null and exists (select from roadmap r
       where r.id = i.roadmap_id and r.programme_id = $1 and r.kind = 'order')`,
    [...params(scope), itemId],
  );
  return found ?? null;
}

/** Phrases of live items with the numbers of these items, the items' order. */
export function phrasesInUse(sql: Sql, programmeId: string): Promise<{ phrase: string; items: string[] }[]> {
  return sql.query(
    `select p.phrase, array_agg(distinct case when i.code = '' then i.title else i.code end) as items
     from roadmap_item i
     join roadmap r on r.id = i.roadmap_id and r.kind = 'order'
     cross join unnest(i.responsible) as p(phrase)
     where r.programme_id = $1 and i.removed_at is null group by p.phrase order by p.phrase`,
    [programmeId],
  );
}
