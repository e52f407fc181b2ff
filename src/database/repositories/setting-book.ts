import type { Sql } from '../sql.ts';

/** What this installation remembers about itself, by key: never people's. */
export function createSettingBook(sql: Sql) {
  return {
    async read(key: string): Promise<unknown> {
      const [row] = await sql.query<{ value: unknown }>('select value from setting where key = $1', [key]);
      return row?.value ?? null;
    },
    async write(key: string, value: unknown): Promise<void> {
      await sql.query(
        `insert into setting (key, value) values ($1, $2)
         on conflict (key) do update set value = excluded.value`,
        [key, JSON.stringify(value)],
      );
    },
  };
}
