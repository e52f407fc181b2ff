import type {
  ContestFilter,
  ContestLine,
  ContestSort,
  JurorView,
} from '../../domain/contests/contest-desk.ts';
import { type EntryState, entryStates, liveEntryStates } from '../../domain/contests/entry.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';

/** The same as `stageOf`, of `contest c` at the instant in `at`. */
export const stageSql = (at: string) => `case when c.state <> 'announced' or ${at} < c.opens_at then c.state
  when ${at} < c.closes_at then 'open' else 'judging' end`;

const sorts: Readonly<Record<ContestSort, string>> = {
  closes: 'c.closes_at',
  title: 'lower(c.title)',
  created: 'c.created_at',
};

/** Drafts are the business of whoever sees the whole city. */
export async function listContests(
  sql: Sql,
  { programmeId, organizationIds }: Reach,
  { page, size, sort, descending, q }: ListQuery<ContestSort>,
  { stage, kind }: ContestFilter,
  at: Date,
): Promise<Page<ContestLine>> {
  const rows = await sql.query<ContestLine & { all: string }>(
    `select c.id::text, c.kind, c.title, c.opens_at as "opensAt", c.closes_at as "closesAt",
       c.starts_at as "startsAt", ${stageSql('$3::timestamptz')} as stage,
       (select count(*)::int from contest_entry e where e.contest_id = c.id and e.state = any($4)
         and ($2::bigint[] is null or e.organization_id = any($2))) as entries,
       count(*) over () as all
     from contest c
     where c.programme_id = $1 and ($2::bigint[] is null or c.state <> 'draft')
       and ($5::text is null or c.kind = $5)
       and ($6::text is null or ${stageSql('$3::timestamptz')} = $6)
       and ($7::text is null or position(lower($7) in lower(c.title)) > 0)
     order by ${sorts[sort]} ${descending ? 'desc' : 'asc'}, c.id desc limit $8 offset $9`,
    [programmeId, organizationIds, at, liveEntryStates, kind, stage, q, size, (page - 1) * size],
  );
  return { items: rows.map(({ all: _, ...line }) => line), total: Number(rows[0]?.all ?? 0) };
}

/** How many entries are in each state, within reach. */
export async function countEntries(
  sql: Sql,
  contestId: string,
  { organizationIds }: Reach,
): Promise<Record<EntryState, number>> {
  const rows = await sql.query<{ state: EntryState; count: number }>(
    `select state, count(*)::int as count from contest_entry
     where contest_id = $1 and ($2::bigint[] is null or organization_id = any($2)) group by state`,
    [contestId, organizationIds],
  );
  const counts = Object.fromEntries(entryStates.map((state) => [state, 0])) as Record<EntryState, number>;
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** Those of now, the chair first. */
export function juryOf(sql: Sql, contestId: string): Promise<JurorView[]> {
  return sql.query<JurorView>(
    `select j.person_id::text as "personId", concat_ws(' ', p.surname, p.name, nullif(p.patronymic, '')) as name,
       array(select distinct o.short_name from appointment a join organization o on o.id = a.organization_id
         where a.person_id = p.id and a.ended_at is null order by o.short_name) as organizations,
       j.is_chair as "isChair", (select array_agg(n::text) from unnest(j.nomination_ids) n) as "nominationIds"
     from contest_juror j join person p on p.id = j.person_id
     where j.contest_id = $1 and j.removed_at is null
     order by j.is_chair desc, p.surname, p.name, p.id`,
    [contestId],
  );
}
