import type { Sql } from '../../src/database/sql.ts';

/** Where one of the words stands, in any row of any table that is not PostgreSQL's own, bytes of files included. */
export async function everywhere(sql: Sql, words: readonly string[]): Promise<string[]> {
  const tables = await sql.query<{ table: string; bytes: string[] }>(
    `select format('%I.%I', t.table_schema, t.table_name) as table,
       array(select quote_ident(c.column_name) from information_schema.columns c
             where (c.table_schema, c.table_name) = (t.table_schema, t.table_name) and c.data_type = 'bytea') as bytes
     from information_schema.tables t
     where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const found: string[] = [];
  for (const { table, bytes } of tables) {
    const inBytes = bytes.map(
      (name) => `or position(convert_to(word, 'UTF8') in coalesce(t.${name}, '')) > 0`,
    );
    const rows = await sql.query<{ word: string }>(
      `select distinct word from ${table} t, unnest($1::text[]) word
       where t::text ilike '%' || word || '%' ${inBytes.join(' ')}`,
      [words],
    );
    found.push(...rows.map(({ word }) => `${table}: ${word}`));
  }
  return found;
}
