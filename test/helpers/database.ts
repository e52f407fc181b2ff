import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../src/database/connect.ts';
import type { Database } from '../../src/database/sql.ts';

const serverUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A migrated database of the caller's own; `stop()` drops it. */
export async function testDatabase(options: { poolSize?: number } = {}): Promise<Database> {
  const name = `nastavnik_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name}`));
  const database = await openDatabase({ url: urlOf(name), migrate: true, ...options });
  return {
    ...database,
    stop: async () => {
      await database.stop();
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

function urlOf(name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
