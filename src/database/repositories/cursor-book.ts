import type { CursorBook } from '../../domain/delivery/cursor-book.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

export function createCursorBook(sql: Sql): CursorBook {
  return {
    async read<Value>(name: string) {
      const [row] = await sql.query<{ value: Value }>('select value from cursor where name = $1', [name]);
      return row?.value ?? null;
    },
    async write(name, value) {
      await sql.query(
        `insert into cursor (name, value) values ($1, $2)
         on conflict (name) do update set value = excluded.value`,
        [name, storableJson(value)],
      );
    },
  };
}
