import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { DoublePerson, DoubleReason, LikelyDouble } from '../../domain/people/doubles-desk.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { createParams, inReach, type Params, within } from './people-conditions.ts';

type Row = { reasons: DoubleReason[]; one: DoublePerson; other: DoublePerson };

/** How much of a surname must be the same where name, patronymic and organization are. */
const surnameLikeness = 0.4;

/**
 * `isSameName` and a bit more, for everybody at once: of one organization with the same surname and name (a patronymic that one
 * of them has not given makes no difference), or with a surname that differs by a slip and all else the same; or of one phone.
 */
function doubles(reach: Reach, params: Params, trigrams: boolean): string {
  const similar = trigrams
    ? `union all
     select a.id as one, b.id as other, 'similar-name' as reason from placed a
     join placed b on b.place = a.place and b.id > a.id and b.given = a.given and b.father = a.father
       and b.family <> a.family and similarity(a.family, b.family) >= ${surnameLikeness}`
    : '';
  return `with seen as materialized (
      select person.id, person.phone, name_key(person.surname) as family, name_key(person.name) as given,
        name_key(person.patronymic) as father
      from person where ${within(reach, params)}
    ), placed as materialized (
      select seen.id, seen.family, seen.given, seen.father, held.organization_id as place from seen join (
        select person_id, organization_id from appointment where ended_at is null
        union select person_id, organization_id from application where state not in ('draft', 'left', 'declined')
      ) held on held.person_id = seen.id where ${inReach(reach, 'held.organization_id', params)}
    ), found as (
      select a.id as one, b.id as other, 'same-name' as reason from placed a
      join placed b on b.place = a.place and b.id > a.id and b.family = a.family and b.given = a.given
        and (b.father = a.father or trim(b.father) = '' or trim(a.father) = '')
      union all
      select a.id, b.id, 'same-phone' from seen a join seen b on b.phone = a.phone and b.id > a.id
      ${similar}
    ), pairs as (
      select one, other, array_agg(distinct reason order by reason) as reasons from found
      where not exists (select from known_apart k where k.one_id = found.one and k.other_id = found.other)
      group by one, other
    )`;
}

const person = (
  id: string,
  shown: string,
) => `(select jsonb_build_object('id', p.id::text, 'surname', p.surname,
    'name', p.name, 'patronymic', p.patronymic, 'birthYear', p.birth_year,
    'hasChat', exists (select from chat_account where person_id = p.id),
    'organizations', array(select distinct o.short_name from appointment a join organization o on o.id = a.organization_id
      where a.person_id = p.id and a.ended_at is null and ${shown} order by 1))
  from person p where p.id = ${id})`;

export async function likelyDoubles(
  sql: Sql,
  reach: Reach,
  { page, size, descending }: ListQuery<'surname'>,
): Promise<Page<LikelyDouble>> {
  const [able] = await sql.query<{ trigrams: boolean }>(
    `select exists (select from pg_extension where extname = 'pg_trgm') as trigrams`,
  );
  const params = createParams();
  const pairs = doubles(reach, params, able?.trigrams ?? false);
  const shown = inReach(reach, 'a.organization_id', params);
  const way = descending ? 'desc' : 'asc';
  const rows = await sql.query<Row & { total: number }>(
    `${pairs}, page as materialized (
       select pairs.*, count(*) over ()::int as total, row_number() over (order by p.name_key ${way}, one, other) as place
       from pairs join person p on p.id = pairs.one
       order by p.name_key ${way}, one, other limit ${params.put(size)} offset ${params.put((page - 1) * size)})
     select total, reasons, ${person('page.one', shown)} as one, ${person('page.other', shown)} as other
     from page order by place`,
    params.values,
  );
  const items = rows.map(({ reasons, one, other }) => ({ reasons, one, other }));
  return { items, total: rows[0]?.total ?? 0 };
}
