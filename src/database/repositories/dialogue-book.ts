import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/**
 * Where conversations stand, by key; `State` is the dialogue engine's business. Bound to one transaction, at whose end
 * all of them are written at once.
 */
export function createDialogueBook<State>(sql: Sql, beforeCommit: (write: () => Promise<void>) => void) {
  const written = new Map<string, State | null>();
  beforeCommit(() => save(sql, written));

  async function readAll(keys: readonly string[]): Promise<(State | null)[]> {
    const unwritten = keys.filter((key) => !written.has(key));
    const rows =
      unwritten.length === 0
        ? []
        : await sql.query<{ key: string; state: State }>(
            'select key, state from dialogue where key = any($1) order by key for update',
            [unwritten],
          );
    const states = new Map<string, State | null>(rows.map(({ key, state }) => [key, state]));
    return keys.map((key) => written.get(key) ?? states.get(key) ?? null);
  }

  return {
    /** Locks the row: one person may press in two messengers at the same moment. */
    async read(key: string): Promise<State | null> {
      const [state] = await readAll([key]);
      return state ?? null;
    },
    /** In the order of the keys, in one round trip; locks as `read` does. */
    readAll,
    /** `null` ends the conversation. */
    async write(key: string, state: State | null): Promise<void> {
      written.set(key, state);
    },
  };
}

/** Sorted, so that two transactions never wait for each other's rows. */
async function save(sql: Sql, written: ReadonlyMap<string, unknown>): Promise<void> {
  const rows = [...written].map(([key, state]) => ({ key, state }));
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  const ended = rows.filter((row) => row.state === null).map((row) => row.key);
  const moved = rows.filter((row) => row.state !== null);
  if (ended.length > 0) await sql.query('delete from dialogue where key = any($1)', [ended]);
  if (moved.length === 0) return;
  // The database's own clock: it tells housekeeping what nobody has touched for long.
  await sql.query(
    `insert into dialogue (key, state, updated_at)
     select key, state, clock_timestamp() from jsonb_to_recordset($1::jsonb) as (key text, state jsonb)
     on conflict (key) do update set state = excluded.state, updated_at = excluded.updated_at`,
    [storableJson(moved)],
  );
}
