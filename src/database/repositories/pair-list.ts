import type { ListQuery, Page } from '../../domain/lists/page.ts';
import { pairStates } from '../../domain/pairs/pair.ts';
import type { BoardColumn, PairFilter, PairRow, PairSort } from '../../domain/pairs/pair-desk.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { likeWords } from './task-list.ts';

const orders: Record<PairSort, (way: string) => string> = {
  proposed: (way) => `p.proposed_at ${way}, p.id ${way}`,
  mentor: (way) => `mentor.surname ${way}, mentor.name ${way}, p.id`,
  term: (way) => `p.to_on ${way}, p.id ${way}`,
};

/** $1 programme, $2 organizations within reach, $3–$8 filters. */
const found = `from pair p join person mentor on mentor.id = p.mentor_id
  where p.programme_id = $1 and ($2::bigint[] is null or p.organization_id = any($2))
    and ($3::text[] is null or p.state = any($3)) and ($4::bigint is null or p.organization_id = $4)
    and ($5::bigint is null or p.mentor_id = $5) and ($6::bigint is null or exists (
      select from pair_mentee m where m.pair_id = p.id and m.mentee_id = $6))
    and ($7::text is null or p.form = $7)
    and ($8::text is null or mentor.surname ilike $8 || '%' or exists (
      select from pair_mentee m join person mentee on mentee.id = m.mentee_id
      where m.pair_id = p.id and mentee.surname ilike $8 || '%'))`;

function params(reach: Reach, filter: PairFilter, q: string | null): unknown[] {
  const { states, organizationId, mentorId, menteeId, form } = filter;
  const surname = q === null ? null : likeWords(q);
  return [
    reach.programmeId,
    reach.organizationIds,
    states,
    organizationId,
    mentorId,
    menteeId,
    form,
    surname,
  ];
}

const names = (alias: string) => `jsonb_build_object('id', ${alias}.id::text, 'surname', ${alias}.surname,
  'name', ${alias}.name, 'patronymic', ${alias}.patronymic)`;

/** Of a pair that is over whoever was in it to its end. */
const columns = `p.id::text, p.state, p.organization_id::text as "organizationId", o.short_name as "organizationName",
  p.form, p.from_on as "fromOn", p.to_on as "toOn", p.close_reason as "closeReason",
  p.paused_at is not null and p.closed_at is null as paused, ${names('mentor')} as mentor,
  coalesce((select jsonb_agg(${names('mentee')} order by mentee.surname, mentee.name, mentee.id)
    from pair_mentee m join person mentee on mentee.id = m.mentee_id
    where m.pair_id = p.id and m.left_at is null), '[]') as mentees,
  (select count(*)::int from pair_agreement a where a.pair_id = p.id and a.answer is null and p.state = 'proposed'
    and not exists (select from pair_mentee m
      where m.pair_id = p.id and m.mentee_id = a.person_id and m.left_at is not null)) as awaited,
  (select count(*)::int from pair_meeting t where t.pair_id = p.id and t.outcome = 'held') as meetings,
  (select max(t.held_on) from pair_meeting t where t.pair_id = p.id and t.outcome = 'held') as "lastMetOn"`;

const rowsOf = (place: string) => `select ${place} ${columns} from found f join pair p on p.id = f.id
  join organization o on o.id = p.organization_id join person mentor on mentor.id = p.mentor_id`;

/** One query, whatever the page. */
export async function listPairs(
  sql: Sql,
  reach: Reach,
  filter: PairFilter,
  { page, size, sort, descending, q }: ListQuery<PairSort>,
): Promise<Page<PairRow>> {
  const order = orders[sort](descending ? 'desc' : 'asc');
  const [row] = await sql.query<Page<PairRow>>(
    `with found as (select p.id, row_number() over (order by ${order}) as place ${found}),
       shown as (${rowsOf('f.place,')} where f.place > $9::bigint and f.place <= $9::bigint + $10)
     select (select count(*)::int from found) as total,
       coalesce((select jsonb_agg(to_jsonb(s) - 'place' order by s.place) from shown s), '[]') as items`,
    [...params(reach, filter, q), (page - 1) * size, size],
  );
  return row ?? { total: 0, items: [] };
}

/** Columns in the order of the states, the newest pairs first in each. */
const shownInColumn = 30;

export async function pairBoard(
  sql: Sql,
  reach: Reach,
  filter: PairFilter,
  q: string | null,
): Promise<BoardColumn[]> {
  const rows = await sql.query<PairRow & { total: number }>(
    `with numbered as (
       select p.id, count(*) over (partition by p.state)::int as total, row_number() over (
         partition by p.state order by coalesce(p.closed_at, p.started_at, p.ordered_at, p.agreed_at, p.proposed_at) desc,
           p.id desc) as place ${found}),
       found as (select * from numbered where place <= $9)
     ${rowsOf('f.total,')} order by f.place`,
    [...params(reach, filter, q), shownInColumn],
  );
  return pairStates.map((state) => {
    const items = rows.filter((row) => row.state === state);
    return { state, total: items[0]?.total ?? 0, items: items.map(({ total: _, ...item }) => item) };
  });
}
