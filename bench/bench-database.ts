import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/database/connect.ts';
import { ensureServer } from '../src/database/embedded/server.ts';
import type { Database } from '../src/database/sql.ts';
import { silentLog } from './silent-log.ts';

/** An empty database on a server of its own, as durable as the real one; `stop()` leaves nothing behind. */
export async function benchDatabase(options: { poolSize?: number } = {}): Promise<Database> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
  // A server that root lends another user must be able to enter; otherwise it would settle elsewhere.
  await chmod(dataDir, 0o711);
  const server = await ensureServer({ dataDir, log: silentLog });
  const database = await openDatabase({ url: server.url, migrate: true, ...options });
  return {
    ...database,
    async stop() {
      await database.stop();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
