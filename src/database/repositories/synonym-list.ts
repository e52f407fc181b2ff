import type { SynonymSort, SynonymView } from '../../domain/competencies/synonym-desk.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';

/** One query, whatever the page. */
export async function listSynonyms(
  sql: Sql,
  programmeId: string,
  { archived }: { archived: boolean },
  { page, size, descending, q }: ListQuery<SynonymSort>,
): Promise<Page<SynonymView>> {
  const [found] = await sql.query<Page<SynonymView>>(
    `with found as (
       select id, words, archived_at is not null as archived,
         row_number() over (order by position ${descending ? 'desc' : 'asc'}) as place
       from synonym
       where programme_id = $1 and (archived_at is not null) = $2
         and ($3::text is null or exists (select from unnest(words) word where position(lower($3) in lower(word)) > 0))
     )
     select (select count(*)::int from found) as total,
       coalesce((select jsonb_agg(jsonb_build_object('id', id::text, 'words', words, 'archived', archived) order by place)
         from found where place > $4 and place <= $4 + $5), '[]') as items`,
    [programmeId, archived, q, (page - 1) * size, size],
  );
  return found ?? { items: [], total: 0 };
}

const view =
  'select id::text, words, archived_at is not null as archived from synonym where programme_id = $1 and id = $2';

/** `Refusal('synonym-unknown')`. */
export async function synonymOf(sql: Sql, programmeId: string, id: string): Promise<SynonymView> {
  return found(await sql.query(view, [programmeId, readId(id)]));
}

/** Until the transaction ends. */
export async function lockSynonym(sql: Sql, programmeId: string, id: string): Promise<SynonymView> {
  return found(await sql.query(`${view} for update`, [programmeId, readId(id)]));
}

function found([group]: SynonymView[]): SynonymView {
  if (group === undefined) throw new Refusal('synonym-unknown');
  return group;
}
