import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { PeopleFilter, PeopleSort, PersonLine } from '../../domain/people/people-list.ts';
import { type PeopleSearch, readSearch, slipLikeness } from '../../domain/people/read-search.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Database, Sql } from '../sql.ts';
import {
  called,
  calledAlike,
  createParams,
  filtered,
  inReach,
  lackingKindsOf,
  likeness,
  type Params,
  within,
} from './people-conditions.ts';

type Wish = {
  reach: Reach;
  query: ListQuery<PeopleSort>;
  filter: PeopleFilter;
  at: Date;
  /** Whether phones may be looked for, and (`detailed`) are shown. */
  contacts: boolean;
  /** With what an export has and a list has not. */
  detailed?: boolean;
};

/**
 * One page, and how many there are in all. Words are looked for at the beginnings of names; only where nobody is called so,
 * slips are forgiven and whoever fits best comes first. Two statements beside each other, three more with slips, however
 * many people there are.
 */
export async function listPeople(
  database: Pick<Database, 'query' | 'transaction'>,
  wish: Wish,
): Promise<Page<PersonLine>> {
  const strictly = await readPage(database, wish, strict(wish), 'beside');
  if (strictly.total > 0 || wish.query.q === null) return strictly;
  const likeness = String(slipLikeness(readSearch(wish.query.q)));
  // Said for these statements alone.
  return database.transaction(async (sql) => {
    const [able] = await sql.query<{ trigrams: boolean }>(
      `select set_config('pg_trgm.strict_word_similarity_threshold', $1, true) is not null
         and exists (select from pg_extension where extname = 'pg_trgm') as trigrams`,
      [likeness],
    );
    return readPage(sql, wish, alike(wish, able?.trigrams ?? false), 'after');
  });
}

/** A way to look: the condition, and what comes before the wished order; `null` where nothing can be found. */
type Look = (params: Params) => { condition: string; first?(): string } | null;

function searchOf({ query, contacts }: Wish): PeopleSearch {
  const search = readSearch(query.q ?? '');
  return contacts ? search : { ...search, digits: null };
}

function strict(wish: Wish): Look {
  if (wish.query.q === null) return () => ({ condition: 'true' });
  const search = searchOf(wish);
  return (params) => {
    const condition = called(search, params);
    return condition === null ? null : { condition };
  };
}

function alike(wish: Wish, trigrams: boolean): Look {
  const search = searchOf(wish);
  return (params) => {
    const condition = calledAlike(search, params, trigrams);
    if (condition === null) return null;
    return trigrams ? { condition, first: () => `${likeness(search, params)} desc` } : { condition };
  };
}

/** `beside`: each on a connection of its own, so that a page is there as soon as the slower of both. */
async function readPage(
  sql: Sql,
  wish: Wish,
  look: Look,
  how: 'beside' | 'after',
): Promise<Page<PersonLine>> {
  const [counted, page] = [countOf(wish, look), pageOf(wish, look)];
  if (counted === null || page === null) return { items: [], total: 0 };
  const count = sql.query<{ total: number }>(counted.text, counted.values);
  if (how === 'after') await count;
  const [[row], items] = await Promise.all([count, sql.query<PersonLine>(page.text, page.values)]);
  return { items, total: row?.total ?? 0 };
}

type Statement = { text: string; values: readonly unknown[] };

function countOf(wish: Wish, look: Look): Statement | null {
  const params = createParams();
  const found = look(params);
  if (found === null) return null;
  const text = `select count(*)::int as total from person where ${conditionsOf(wish, found.condition, params)}`;
  return { text, values: params.values };
}

function conditionsOf(wish: Wish, condition: string, params: Params): string {
  return [within(wish.reach, params), ...filtered(wish, params), condition].join(' and ');
}

const organizationOf = (shown: string) => `(select min(o.short_name) from appointment a
  join organization o on o.id = a.organization_id where a.person_id = person.id and a.ended_at is null and ${shown})`;

const orders: Record<PeopleSort, (way: string, shown: string) => string> = {
  surname: (way) => `person.name_key ${way}, person.id ${way}`,
  organization: (way, shown) => `${organizationOf(shown)} ${way} nulls last, person.name_key, person.id`,
  created: (way) => `person.id ${way}`,
};

function detailsOf({ detailed = false, contacts }: Wish, params: Params): string {
  if (!detailed) return '';
  const phone = `case when ${params.put(contacts)}::boolean then person.phone end`;
  return `person.birth_year as "birthYear", ${phone} as phone,`;
}

/** What is shown beside a name is read for the rows of the page alone. */
function pageOf(wish: Wish, look: Look): Statement | null {
  const { page, size, sort, descending } = wish.query;
  const params = createParams();
  const found = look(params);
  if (found === null) return null;
  const shown = (column: string) => inReach(wish.reach, column, params);
  const wished = orders[sort](
    descending ? 'desc' : 'asc',
    sort === 'organization' ? shown('a.organization_id') : '',
  );
  const order = [...(found.first === undefined ? [] : [found.first()]), wished];
  const text = `with page as materialized (
      select person.id, row_number() over () as place from (
        select person.id from person where ${conditionsOf(wish, found.condition, params)}
        order by ${order.join(', ')} limit ${params.put(size)} offset ${params.put((page - 1) * size)}
      ) person)
    select person.id::text, ${detailsOf(wish, params)} person.surname, person.name, person.patronymic, person.created_at as "createdAt",
      coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'organizationId', a.organization_id::text,
          'organizationName', o.short_name) order by a.id)
        from appointment a join organization o on o.id = a.organization_id
        where a.person_id = person.id and a.ended_at is null and ${shown('a.organization_id')}), '[]') as appointments,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id::text, 'role', a.role, 'state', a.state,
          'organizationName', o.short_name) order by a.id)
        from application a join organization o on o.id = a.organization_id
        where a.person_id = person.id and a.state not in ('draft', 'left', 'declined')
          and ${shown('a.organization_id')}), '[]') as applications,
      coalesce((select jsonb_agg(jsonb_build_object('platform', platform, 'open', open) order by platform)
        from (select platform, bool_or(closed_at is null) as open from chat_account
          where person_id = person.id group by platform) channel), '[]') as channels,
      array(${lackingKindsOf(params, wish.at)}) as lacks
    from page join person using (id) order by page.place`;
  return { text, values: params.values };
}
