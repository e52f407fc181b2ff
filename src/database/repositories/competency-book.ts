import type { CompetencyBook } from '../../domain/competencies/competency-book.ts';
import { defaultCompetencies } from '../../domain/competencies/default-competencies.ts';
import type { Choice } from '../../domain/forms/form.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';

export function createCompetencyBook(sql: Sql): CompetencyBook {
  return {
    async list(programmeId) {
      const known = await listed(sql, programmeId);
      if (known.length > 0) return known;
      await learn(sql, programmeId);
      return listed(sql, programmeId);
    },
    async labels(ids) {
      const rows = await sql.query<Choice>(
        'select id as value, name as label from competency where id::text = any($1::text[])',
        [ids],
      );
      return new Map(rows.map(({ value, label }) => [value, label]));
    },
    add: (programmeId, name) => add(sql, programmeId, name),
    async archive(programmeId, id, at) {
      const archived = await sql.query(
        `update competency set archived_at = coalesce(archived_at, $3)
         where programme_id = $1 and id::text = $2 returning id`,
        [programmeId, id, at],
      );
      if (archived.length === 0) throw new Refusal('competency-unknown', { id });
    },
  };
}

function listed(sql: Sql, programmeId: string): Promise<Choice[]> {
  return sql.query<Choice>(
    `select id as value, name as label from competency
     where programme_id = $1 and archived_at is null order by position, id`,
    [programmeId],
  );
}

/** Only where there is nothing yet: a list that staff have emptied stays empty. */
async function learn(sql: Sql, programmeId: string): Promise<void> {
  await sql.query(
    `insert into competency (programme_id, name, position)
     select $1, name, position from unnest($2::text[]) with ordinality as d (name, position)
     where not exists (select from competency where programme_id = $1)
     on conflict (programme_id, name) do nothing`,
    [programmeId, defaultCompetencies],
  );
}

async function add(sql: Sql, programmeId: string, typed: string): Promise<Choice> {
  const name = typed.replace(/\s+/gu, ' ').trim();
  if (name === '') throw new Refusal('competency-empty');
  await learn(sql, programmeId);
  const [known] = await sql.query<Choice>(
    `update competency set archived_at = null where id = (
       select id from competency where programme_id = $1 and lower(name) = lower($2) order by id limit 1)
     returning id as value, name as label`,
    [programmeId, name],
  );
  if (known !== undefined) return known;
  const [added] = await sql.query<Choice>(
    `insert into competency (programme_id, name, position)
     select $1, $2, coalesce(max(position), 0) + 1 from competency where programme_id = $1
     on conflict (programme_id, name) do update set archived_at = null
     returning id as value, name as label`,
    [programmeId, name],
  );
  if (added === undefined) throw new Error('an upsert returned no row');
  return added;
}
