import { createSettingBook } from '../database/repositories/setting-book.ts';
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
  const settings = createSettingBook(sql);
  const stored = (await settings.read(key)) as { at: string } | null;
  let offset = (stored === null ? start : new Date(stored.at)).getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + offset),
    async put(at) {
      await bringForward(sql, at.getTime() - Date.now() - offset);
      await settings.write(key, { at: at.toISOString() });
      offset = at.getTime() - Date.now();
    },
  };
}

/** What waits for the morning waits by the database's clock, which is not moved. Tries put off are left alone. */
async function bringForward(sql: Sql, byMs: number): Promise<void> {
  await sql.query(
    `update delivery set not_before = not_before - $1 * interval '1 millisecond'
     where state = 'planned' and attempts = 0 and not_before > clock_timestamp()`,
    [byMs],
  );
}
