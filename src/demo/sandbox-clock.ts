import type { Sql } from '../database/sql.ts';
import type { Clock } from '../domain/calendar/clock.ts';

/** A clock that runs at the machine's pace from wherever it was put. */
export type SandboxClock = Clock & {
  /** Puts the clock and remembers it for the next start. */
  put(at: Date): Promise<void>;
};

const key = 'sandbox-clock';

/** Goes on from where it stood last; from `start` the first time. */
export async function openSandboxClock(sql: Sql, start: Date): Promise<SandboxClock> {
  const [stored] = await sql.query<{ value: { at: string } }>('select value from setting where key = $1', [
    key,
  ]);
  let offset = (stored === undefined ? start : new Date(stored.value.at)).getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + offset),
    async put(at) {
      await sql.query(
        'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
        [key, JSON.stringify({ at: at.toISOString() })],
      );
      offset = at.getTime() - Date.now();
    },
  };
}
