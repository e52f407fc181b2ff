import type { FileDesk } from '../../domain/files/document.ts';
import type { Sql } from '../sql.ts';

export function createFileDesk(sql: Sql): FileDesk {
  return {
    async want(personId, { platform, name, mime, size, source }) {
      return idOf(
        await sql.query(
          `insert into stored_file (person_id, name, mime, size, state, source, platform)
           values ($1, $2, $3, $4, 'wanted', $5, $6) returning id`,
          [personId, name, mime, size, JSON.stringify(source), platform],
        ),
      );
    },
    async document(recipe, name, personId) {
      return idOf(
        await sql.query(
          `insert into stored_file (person_id, name, mime, state, recipe)
           values ($1, $2, 'application/octet-stream', 'wanted', $3)
           on conflict (recipe) where recipe is not null do update set name = excluded.name returning id`,
          [personId, name, JSON.stringify(recipe)],
        ),
      );
    },
  };
}

function idOf([row]: { id: string }[]): string {
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}
