import type { ListQuery, Page } from '../../domain/lists/page.ts';
import { capacityOf } from '../../domain/pairs/check-proposal.ts';
import type {
  MenteeFilter,
  MenteeRow,
  MentorFilter,
  MentorRow,
  ParticipantSort,
} from '../../domain/pairs/pair-desk.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { isNamed } from './person-columns.ts';
import { likeWords } from './task-list.ts';

const orders: Record<ParticipantSort, (way: string) => string> = {
  surname: (way) => `person.surname ${way}, person.name ${way}, person.id ${way}`,
  organization: (way) => `o.short_name ${way}, person.surname, person.name, person.id`,
  since: (way) => `a.since ${way}, person.id ${way}`,
};

/** Somebody appointed in two organizations stands in the list once for each. */
const appointed = (role: 'mentor' | 'mentee') => `from appointment a
  join person on person.id = a.person_id
  join programme g on g.id = person.programme_id
  join organization o on o.id = a.organization_id
  left join lateral (select app.state, app.form, app.answers from application app
    where app.person_id = a.person_id and app.role = a.role and app.organization_id = a.organization_id
      and app.state in ('confirmed', 'active', 'on-leave') order by app.id desc limit 1) said on true
  where a.role = '${role}' and a.ended_at is null and ${isNamed} and person.programme_id = $1
    and ($3::bigint is null or a.organization_id = $3) and ($4::text is null or person.surname ilike $4 || '%')`;

const columns = `person.id::text, person.surname, person.name, person.patronymic, o.id::text as "organizationId",
  o.short_name as "organizationName", said.state, coalesce(said.form = 'pupil', false) as pupil`;

/** Labels of what was picked under a key, then what was typed beside it. */
const picked = (key: string) => `array(
  select c.name from jsonb_array_elements_text(coalesce(said.answers->'${key}'->'chosen', '[]')) v (id)
    join competency c on c.id::text = v.id
  union all select * from jsonb_array_elements_text(coalesce(said.answers->'${key}'->'own', '[]')))`;

function paramsOf(
  reach: Reach,
  organizationId: string | null,
  { page, size, q }: ListQuery<ParticipantSort>,
): unknown[] {
  const surname = q === null ? null : likeWords(q);
  return [reach.programmeId, reach.organizationIds, organizationId, surname, (page - 1) * size, size];
}

async function pageOf<Row>(sql: Sql, text: string, params: readonly unknown[]): Promise<Page<Row>> {
  const [row] = await sql.query<Page<Row>>(
    `with found as (${text}), shown as (select * from found where place > $5::bigint and place <= $5::bigint + $6)
     select (select count(*)::int from found) as total,
       coalesce((select jsonb_agg(to_jsonb(s) - 'place' order by s.place) from shown s), '[]') as items`,
    params,
  );
  return row ?? { total: 0, items: [] };
}

/** One query, whatever the page. */
export function listMentees(
  sql: Sql,
  reach: Reach,
  filter: MenteeFilter,
  query: ListQuery<ParticipantSort>,
): Promise<Page<MenteeRow>> {
  const order = orders[query.sort](query.descending ? 'desc' : 'asc');
  return pageOf<MenteeRow>(
    sql,
    `select row_number() over (order by ${order}, a.id) as place, ${columns}, ${picked('requests')} as requests,
       coalesce((select jsonb_agg(jsonb_build_object('id', m.id::text, 'surname', m.surname, 'name', m.name,
           'patronymic', m.patronymic) order by m.surname, m.name, m.id)
         from pair_mentee live join person m on m.id = live.mentor_id
         where live.mentee_id = person.id and live.over_at is null), '[]') as mentors,
       (a.since at time zone g.time_zone)::date as since
     ${appointed('mentee')} and ($2::bigint[] is null or a.organization_id = any($2))
       and ($7::bool is null or $7 = exists (select from pair_mentee live
         where live.mentee_id = person.id and live.over_at is null))
       and ($8::bigint is null or person.id = $8)`,
    [...paramsOf(reach, filter.organizationId, query), filter.paired, filter.menteeId ?? null],
  );
}

/** As `PairDesk` says: within reach, or of a partner. */
const mentorWithin = `($2::bigint[] is null or a.organization_id = any($2) or o.kind = 'partner')`;

const load = `(select count(*)::int from pair_mentee live where live.mentor_id = person.id and live.over_at is null)`;
/** As `capacityOf`, for the filter. */
const room = `coalesce(case when jsonb_typeof(said.answers->'capacity') = 'number'
  then (said.answers->>'capacity')::float8::int end, 1)`;

export async function listMentors(
  sql: Sql,
  reach: Reach,
  filter: MentorFilter,
  query: ListQuery<ParticipantSort>,
): Promise<Page<MentorRow>> {
  const order = orders[query.sort](query.descending ? 'desc' : 'asc');
  const { total, items } = await pageOf<MentorRow & { capacity: unknown }>(
    sql,
    `select row_number() over (order by ${order}, a.id) as place, ${columns}, ${picked('skills')} as competencies,
       array(select jsonb_array_elements_text(coalesce(said.answers->'forms'->'chosen', '[]'))) as forms,
       said.answers->'capacity' as capacity, ${load} as load
     ${appointed('mentor')} and ${mentorWithin} and ($7::bool is null or $7 = (${load} < ${room}))`,
    [...paramsOf(reach, filter.organizationId, query), filter.free],
  );
  return { total, items: items.map((item) => ({ ...item, capacity: capacityOf(item.capacity) })) };
}

/** Where this person is appointed to the part; only what lies within reach. Empty for somebody out of reach. */
export async function organizationsWithin(
  sql: Sql,
  reach: Reach,
  personId: string,
  role: 'mentor' | 'mentee',
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select o.id::text from appointment a join organization o on o.id = a.organization_id
     join person on person.id = a.person_id
     where a.person_id = $3 and a.role = $4 and a.ended_at is null and person.programme_id = $1
       and ($2::bigint[] is null or a.organization_id = any($2) or $4 = 'mentor' and o.kind = 'partner')
     order by a.id`,
    [reach.programmeId, reach.organizationIds, personId, role],
  );
  return rows.map(({ id }) => id);
}
