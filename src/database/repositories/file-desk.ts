import type { FileDesk } from '../../domain/files/document.ts';
import type { Sql } from '../sql.ts';

export function createFileDesk(sql: Sql): FileDesk {
  return {
    async want(personId, { platform, name, mime, size, source }) {
      const [row] = await sql.query<{ id: string }>(
        `insert into stored_file (person_id, name, mime, size, state, source, platform)
         values ($1, $2, $3, $4, 'wanted', $5, $6) returning id`,
        [personId, name, mime, size, JSON.stringify(source), platform],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      return row.id;
    },
    async document(recipe, name, personId) {
      // Looked for first: everybody who registers orders the same texts, and an upsert would make them wait in line.
      const found = () =>
        sql.query<{ id: string }>('select id from stored_file where recipe = $1', [JSON.stringify(recipe)]);
      const [known] = await found();
      if (known !== undefined) return known.id;
      const [made] = await sql.query<{ id: string }>(
        `insert into stored_file (person_id, name, mime, state, recipe)
         values ($1, $2, 'application/octet-stream', 'wanted', $3)
         on conflict (recipe) where recipe is not null do nothing returning id`,
        [personId, name, JSON.stringify(recipe)],
      );
      const [row] = made === undefined ? await found() : [made];
      if (row === undefined) throw new Error('a document that somebody ordered just now is not there');
      return row.id;
    },
  };
}
