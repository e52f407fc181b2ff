import type {
  CompetencyLine,
  CompetencySort,
  CompetencyView,
} from '../../domain/competencies/competency-desk.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import { Refusal } from '../../domain/refusal.ts';
import { takingPart } from '../../domain/registration/application.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';

const orders: Record<CompetencySort, string> = {
  position: 'position',
  name: 'lower(name)',
  offered: 'offered',
  needed: 'needed',
};

/** How many of those who take part have picked it. */
const picked = (role: 'mentor' | 'mentee', question: string) => `
  (select t.id, count(distinct a.person_id)::int as people
   from application a join person p on p.id = a.person_id
   cross join lateral jsonb_array_elements_text(
     case when jsonb_typeof(a.answers#>'{${question},chosen}') = 'array' then a.answers#>'{${question},chosen}' else '[]' end) t (id)
   where p.programme_id = $1 and a.role = '${role}' and a.state = any($4::text[]) and p.erased_at is null
   group by t.id)`;

/** One query, whatever the page. */
export async function listCompetencies(
  sql: Sql,
  programmeId: string,
  { archived }: { archived: boolean },
  { page, size, sort, descending, q }: ListQuery<CompetencySort>,
): Promise<Page<CompetencyLine>> {
  const order = `${orders[sort]} ${descending ? 'desc' : 'asc'}, id`;
  const [found] = await sql.query<Page<CompetencyLine>>(
    `with found as (
       select c.id, c.name, c.position, c.archived_at is not null as archived,
         coalesce(o.people, 0) as offered, coalesce(n.people, 0) as needed
       from competency c
       left join ${picked('mentor', 'skills')} o on o.id = c.id::text
       left join ${picked('mentee', 'requests')} n on n.id = c.id::text
       where c.programme_id = $1 and (c.archived_at is not null) = $2
         and ($3::text is null or position(lower($3) in lower(c.name)) > 0)
     ), placed as (select *, row_number() over (order by ${order}) as place from found)
     select (select count(*)::int from found) as total,
       coalesce((select jsonb_agg(jsonb_build_object('id', id::text, 'name', name, 'archived', archived,
           'offered', offered, 'needed', needed) order by place)
         from placed where place > $5 and place <= $5 + $6), '[]') as items`,
    [programmeId, archived, q, takingPart, (page - 1) * size, size],
  );
  return found ?? { items: [], total: 0 };
}

const view = 'id::text, name, archived_at is not null as archived';

/** Locked until the transaction ends. `Refusal('competency-unknown')`. */
export async function lockCompetency(sql: Sql, programmeId: string, id: string): Promise<CompetencyView> {
  return found(
    await sql.query(`select ${view} from competency where programme_id = $1 and id = $2 for update`, [
      programmeId,
      readId(id),
    ]),
  );
}

export async function competencyOf(sql: Sql, programmeId: string, id: string): Promise<CompetencyView> {
  return found(
    await sql.query(`select ${view} from competency where programme_id = $1 and id = $2`, [
      programmeId,
      readId(id),
    ]),
  );
}

function found([competency]: CompetencyView[]): CompetencyView {
  if (competency === undefined) throw new Refusal('competency-unknown');
  return competency;
}

/** `Refusal('competency-empty' | 'competency-exists')`, however the letters of the other one stand. */
export async function saveCompetency(
  sql: Sql,
  programmeId: string,
  { id, name: typed, archived }: CompetencyView,
  at: Date,
): Promise<CompetencyView> {
  const name = typed.replace(/\s+/gu, ' ').trim();
  if (name === '') throw new Refusal('competency-empty');
  // Of two who choose one name at once the second waits here, and then sees the first.
  await sql.query('select from programme where id = $1 for no key update', [programmeId]);
  const [other] = await sql.query(
    'select from competency where programme_id = $1 and lower(name) = lower($2) and id <> $3 limit 1',
    [programmeId, name, id],
  );
  if (other !== undefined) throw new Refusal('competency-exists', { name });
  return found(
    await sql.query(
      `update competency set name = $2, archived_at = case when $3 then coalesce(archived_at, $4) end
       where id = $1 returning ${view}`,
      [id, name, archived, at],
    ),
  );
}
