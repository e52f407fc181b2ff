import { readContests } from '../database/repositories/contest-book.ts';
import type { Sql } from '../database/sql.ts';
import { writeEvent } from '../documents/write-event.ts';
import { eventPlan } from '../texts/contests/event-plan.ts';

/** The event as a file for a calendar; `null` for what is none, or was cancelled. */
export async function eventCalendarOf(
  sql: Sql,
  contestId: string,
): Promise<{ mime: string; bytes: Uint8Array } | null> {
  const [contest] = await readContests(sql, `where c.id = $1 and c.state <> 'cancelled'`, [contestId]);
  const plan = contest === undefined ? null : eventPlan(contest);
  if (plan === null) return null;
  return { mime: 'text/calendar', bytes: Buffer.from(await writeEvent(plan)) };
}
