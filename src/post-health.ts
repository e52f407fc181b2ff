import { createContestChecks } from './database/repositories/contest-checks.ts';
import type { Database } from './database/sql.ts';
import type { PartHealth } from './domain/health.ts';

/** These pass by themselves; whoever waits for the third time is worth a look. */
const fewTries = 3;

/** Whether works that are due can be looked at: told from the rows, so that every process says the same. */
export async function postHealth(database: Database): Promise<PartHealth> {
  const troubles = await createContestChecks(database).troubles();
  const lasting = troubles.filter(({ code, tries }) => tries >= fewTries || onlyAPersonMends(code));
  if (lasting.length === 0) return { ok: true, words: troubles.length === 0 ? 'answers' : 'some wait' };
  return { ok: false, words: lasting.map(({ code, count }) => `${code}: ${count} wait`).join(', ') };
}

function onlyAPersonMends(code: string): boolean {
  return /^(?:no-token|vk-(?:5|15|27|28)|answer .*)$/.test(code);
}
