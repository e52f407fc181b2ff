import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openDatabase } from '../../src/database/connect.ts';
import type { Database } from '../../src/database/sql.ts';
import { onServer, urlOf } from './database-server.ts';

/** A migrated database of the caller's own; `stop()` drops it. */
export async function testDatabase(options: { poolSize?: number } = {}): Promise<Database> {
  const { server, template } = inject('database');
  const name = `nastavnik_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(server, async (client) => {
    // Clones wait for each other here; inside PostgreSQL they would fail when one takes long.
    await client.query(`select pg_advisory_lock(hashtext('nastavnik clone'))`);
    await client.query(`create database ${name} template ${template}`);
  });
  const database = await openDatabase({ url: urlOf(server, name), ...options });
  return {
    ...database,
    stop: async () => {
      await database.stop();
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
