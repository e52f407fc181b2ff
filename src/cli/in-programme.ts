import { configOfProcess } from '../config.ts';
import type { Sql } from '../database/sql.ts';
import { openSandboxClock } from '../demo/sandbox-clock.ts';
import { type Clock, machineClock } from '../domain/calendar/clock.ts';
import { chooseProgramme } from './import-roadmap.ts';
import { type Note, noteCli } from './note-cli.ts';
import { withDatabase } from './with-database.ts';

/**
 * Prints what `work` says of the programme that was named, or of the only one. One transaction, so that a refusal leaves
 * everything as it was; `note` writes the audit in it.
 */
export async function inProgramme(
  key: string | undefined,
  work: (sql: Sql, programmeId: string, at: Date, note: Note) => Promise<string>,
): Promise<void> {
  const words = await withDatabase((database) =>
    database.transaction(async (sql) => {
      const programmeId = await chooseProgramme(sql, { key: key ?? null, name: null });
      const at = (await clockOf(sql)).now();
      return work(sql, programmeId, at, noteCli(sql, programmeId, at));
    }),
  );
  process.stdout.write(`${words}\n`);
}

/** The demonstration lives on a day of its own. */
export async function clockOf(sql: Sql): Promise<Clock> {
  return configOfProcess().sandbox ? openSandboxClock(sql, machineClock.now()) : machineClock;
}
