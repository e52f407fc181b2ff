import { configOfProcess } from '../config.ts';
import { provideDatabase } from '../database/provide.ts';
import type { Database } from '../database/sql.ts';
import { stderrLog } from './stderr-log.ts';

/** Runs `work` on the migrated database that the settings name and stops what had to be started for it. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await provideDatabase(configOfProcess(), { migrate: true, log: stderrLog });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}
