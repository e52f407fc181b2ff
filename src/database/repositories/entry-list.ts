import type { EntryFilter, EntryLine, EntrySort, FoundLine } from '../../domain/contests/entry-desk.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import { nameKey } from '../../domain/people/name-key.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { createParams, type Params } from './people-conditions.ts';

export const refOf = (alias: string) => `case when ${alias}.id is not null and ${alias}.erased_at is null
  then jsonb_build_object('id', ${alias}.id::text, 'surname', ${alias}.surname, 'name', ${alias}.name,
    'patronymic', ${alias}.patronymic) end`;
export const postLink = `case when e.post_id is not null
  then 'https://vk.com/wall' || e.post_owner_id || '_' || e.post_id end`;

/** How much of a post a list shows. */
const excerptLength = 140;
const lastText = `coalesce((select left(s.text, ${excerptLength}) from contest_snapshot s where s.entry_id = e.id
  order by s.id desc limit 1), '')`;
/** The count that stands, or the last one. */
const likes = `(select k.likes from contest_counters k where k.entry_id = e.id
  order by k.final desc, k.at desc limit 1)`;

const columns = `e.id::text, e.state, e.source, e.title, e.team_name as "teamName", e.link,
  e.submitted_at as "submittedAt", e.created_at as "createdAt", ${lastText} as excerpt, ${postLink} as post,
  ${refOf('p')} as author, o.short_name as "organizationName", n.title as "nominationTitle",
  case when e.check_trouble is not null then jsonb_build_object('code', e.check_trouble) end as trouble,
  coalesce(e.checked_at, e.submitted_at) as "troubleSince", jsonb_array_length(e.findings) as findings,
  (jsonb_array_length(e.marks) > 0 and e.marks_seen_at is null) as "isMarked", ${likes} as likes`;

const tables = `contest_entry e left join person p on p.id = e.person_id
  left join organization o on o.id = e.organization_id left join contest_nomination n on n.id = e.nomination_id`;

const orders: Readonly<Record<EntrySort, (way: string) => string>> = {
  submitted: (way) => `coalesce(e.submitted_at, e.created_at) ${way}`,
  author: (way) => `p.name_key ${way} nulls last`,
  title: (way) => `lower(e.title) ${way}`,
  likes: (way) => `${likes} ${way} nulls last`,
};

type Line = Omit<EntryLine, 'trouble'> & { trouble: { code: string } | null; troubleSince: Date | null };

/** One statement, however many there are. Troubles come by their code; the words are for whoever shows them. */
export async function listEntries(
  sql: Sql,
  reach: Reach,
  contestId: string,
  query: ListQuery<EntrySort>,
  filter: EntryFilter,
): Promise<Page<Line>> {
  const { page, size, sort, descending } = query;
  const params = createParams();
  const conditions = [
    `e.contest_id = ${params.put(readId(contestId))}`,
    ...within(reach, params),
    ...filtered(filter, params),
    ...called(query.q, params),
  ].join(' and ');
  const way = descending ? 'desc' : 'asc';
  const rows = await sql.query<Line & { all: string }>(
    `select ${columns}, count(*) over () as all from ${tables} where ${conditions}
     order by ${orders[sort](way)}, e.id ${way} limit ${params.put(size)} offset ${params.put((page - 1) * size)}`,
    params.values,
  );
  return { items: rows.map(({ all: _, ...line }) => line), total: Number(rows[0]?.all ?? 0) };
}

function within({ programmeId, organizationIds }: Reach, params: Params): string[] {
  const programme = params.put(programmeId);
  const city = `exists (select from contest c where c.id = e.contest_id and c.programme_id = ${programme})`;
  return organizationIds === null
    ? [city]
    : [city, `e.organization_id = any(${params.put(organizationIds)}::bigint[])`];
}

function filtered(filter: EntryFilter, params: Params): string[] {
  const { states, nominationId, organizationId, trouble, marked } = filter;
  return [
    states === null ? `e.state not in ('draft', 'found')` : `e.state = any(${params.put(states)}::text[])`,
    ...(nominationId === null ? [] : [`e.nomination_id = ${params.put(readId(nominationId))}`]),
    ...(organizationId === null ? [] : [`e.organization_id = ${params.put(readId(organizationId))}`]),
    ...(trouble ? ['e.check_trouble is not null'] : []),
    ...(marked ? ['jsonb_array_length(e.marks) > 0 and e.marks_seen_at is null'] : []),
  ];
}

/** Words of a title or a team's name as they stand, or the beginnings of names of anybody behind the entry. */
function called(q: string | null, params: Params): string[] {
  if (q === null) return [];
  const text = params.put(q);
  const words = nameKey(q).map((word) => `m.name_key like ${params.put(`% ${word}%`)}`);
  const behind = `exists (select from person m where ${words.join(' and ')} and m.erased_at is null
    and (m.id = e.person_id or exists (select from contest_member x
      where x.entry_id = e.id and x.person_id = m.id and x.left_at is null)))`;
  return [
    `(position(lower(${text}) in lower(e.title)) > 0 or position(lower(${text}) in lower(coalesce(e.team_name, ''))) > 0
      ${words.length === 0 ? '' : `or ${behind}`})`,
  ];
}

/** Whoever wrote it and is known comes first, then the newest. */
export async function listFound(
  sql: Sql,
  contestId: string,
  { page, size }: { page: number; size: number },
): Promise<Page<FoundLine>> {
  const rows = await sql.query<FoundLine & { all: string }>(
    `select e.id::text, e.created_at as "createdAt", e.nomination_id::text as "nominationId", ${postLink} as post,
       ${lastText} as excerpt, s.published_at as "publishedAt",
       case when s.author_id > 0 then 'https://vk.com/id' || s.author_id
         when s.author_id < 0 then 'https://vk.com/club' || -s.author_id end as "authorLink",
       ${refOf('p')} as author, o.short_name as "organizationName", n.title as "nominationTitle",
       ${likes} as likes, count(*) over () as all
     from ${tables}
     left join lateral (select s.published_at, s.author_id from contest_snapshot s where s.entry_id = e.id
       order by s.id desc limit 1) s on true
     where e.contest_id = $1 and e.state = 'found'
     order by (p.id is null or p.erased_at is not null), s.published_at desc nulls last, e.id desc limit $2 offset $3`,
    [readId(contestId), size, (page - 1) * size],
  );
  return { items: rows.map(({ all: _, ...line }) => line), total: Number(rows[0]?.all ?? 0) };
}
