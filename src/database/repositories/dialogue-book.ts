import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** Where conversations stand, by key. `State` is the dialogue engine's business. Bound to one transaction. */
export function createDialogueBook<State>(sql: Sql) {
  return {
    /** Locks the row: one person may press in two messengers at the same moment. */
    async read(key: string): Promise<State | null> {
      const [row] = await sql.query<{ state: State }>(
        'select state from dialogue where key = $1 for update',
        [key],
      );
      return row?.state ?? null;
    },
    /** `null` ends the conversation. */
    async write(key: string, state: State | null, at: Date): Promise<void> {
      if (state === null) {
        await sql.query('delete from dialogue where key = $1', [key]);
        return;
      }
      await sql.query(
        `insert into dialogue (key, state, updated_at) values ($1, $2, $3)
         on conflict (key) do update set state = excluded.state, updated_at = excluded.updated_at`,
        [key, storableJson(state), at],
      );
    },
  };
}
