import { createAdministratorLinkBook } from './database/repositories/administrator-link-book.ts';
import type { Database } from './database/sql.ts';
import type { Clock } from './domain/calendar/clock.ts';
import { administratorLink } from './texts/start.ts';

/**
 * Where there is no administrator yet: the address that makes one. It is printed once, for whoever stands at the machine;
 * the one of the start before is good no more. `null` where there is one already.
 */
export async function firstAdministrator(
  database: Database,
  url: string,
  clock: Clock,
): Promise<string | null> {
  return database.transaction(async (sql) => {
    const book = createAdministratorLinkBook(sql);
    if (await book.hasAdministrator()) return null;
    const { secret } = await book.create({ personId: null, atStart: true }, clock.now());
    return administratorLink(url, secret);
  });
}
