import { defaultSynonyms } from '../../domain/competencies/default-synonyms.ts';
import {
  readSynonyms,
  type SynonymBook,
  type SynonymGroup,
  synonymLimits,
} from '../../domain/competencies/synonym-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';

const columns = 'id::text, words';

export function createSynonymBook(sql: Sql): SynonymBook {
  return {
    async list(programmeId) {
      const known = await listed(sql, programmeId);
      if (known.length > 0) return known;
      await learn(sql, programmeId);
      return listed(sql, programmeId);
    },
    async add(programmeId, typed) {
      const words = readSynonyms(typed);
      await learn(sql, programmeId);
      const { length } = await listed(sql, programmeId);
      if (length >= synonymLimits.groups)
        throw new Refusal('synonyms-too-many', { most: synonymLimits.groups });
      // Two who add at once: the second waits here, and counts anew.
      await sql.query('select from programme where id = $1 for no key update', [programmeId]);
      const [added] = await sql.query<SynonymGroup>(
        `insert into synonym (programme_id, position, words)
         select $1, coalesce(max(position), 0) + 1, $2 from synonym where programme_id = $1 returning ${columns}`,
        [programmeId, words],
      );
      if (added === undefined) throw new Error('an insert returned no row');
      return added;
    },
    async change(programmeId, id, typed) {
      const words = readSynonyms(typed);
      const before = await locked(sql, programmeId, id);
      await sql.query('update synonym set words = $2 where id = $1', [before.id, words]);
      return { before, after: { id: before.id, words } };
    },
    async archive(programmeId, id, at) {
      const [group] = await sql.query<SynonymGroup>(
        `update synonym set archived_at = case when $3::timestamptz is null then null else coalesce(archived_at, $3) end
         where programme_id = $1 and id = $2 returning ${columns}`,
        [programmeId, readId(id), at],
      );
      if (group === undefined) throw new Refusal('synonym-unknown');
      return group;
    },
  };
}

function listed(sql: Sql, programmeId: string): Promise<SynonymGroup[]> {
  return sql.query(
    `select ${columns} from synonym where programme_id = $1 and archived_at is null order by position`,
    [programmeId],
  );
}

/** Only where there is nothing yet: a table that staff have emptied stays empty. */
async function learn(sql: Sql, programmeId: string): Promise<void> {
  await sql.query(
    `insert into synonym (programme_id, position, words)
     select $1, position, array(select jsonb_array_elements_text(words))
     from jsonb_array_elements($2::jsonb) with ordinality as d (words, position)
     where not exists (select from synonym where programme_id = $1)
     on conflict (programme_id, position) do nothing`,
    [programmeId, JSON.stringify(defaultSynonyms)],
  );
}

async function locked(sql: Sql, programmeId: string, id: string): Promise<SynonymGroup> {
  const [group] = await sql.query<SynonymGroup>(
    `select ${columns} from synonym where programme_id = $1 and id = $2 and archived_at is null for update`,
    [programmeId, readId(id)],
  );
  if (group === undefined) throw new Refusal('synonym-unknown');
  return group;
}
