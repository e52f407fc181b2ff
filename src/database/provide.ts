import type { Log } from '../domain/log.ts';
import { openDatabase } from './connect.ts';
import { ensureServer } from './embedded/server.ts';
import type { Database } from './sql.ts';

export type DatabasePlace = {
  /** null: the embedded server below `dataDir`, adopted or started. */
  databaseUrl: string | null;
  dataDir: string;
  databasePool?: number;
};

/** The database that the settings name. Its `stop()` also stops an embedded server that this call started. */
export async function provideDatabase(
  place: DatabasePlace,
  options: { migrate: boolean; log: Log },
): Promise<Database> {
  const server = place.databaseUrl ? null : await ensureServer({ dataDir: place.dataDir, log: options.log });
  const url = place.databaseUrl ?? server?.url ?? '';
  const { databasePool: poolSize } = place;
  try {
    const database = await openDatabase({
      url,
      migrate: options.migrate,
      asApp: true,
      ...(poolSize ? { poolSize } : {}),
    });
    return {
      ...database,
      stop: async () => {
        await database.stop();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
