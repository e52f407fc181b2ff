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
    // The usual way writes each page to the log as well.
    await client.query(`create database ${name} template ${template} strategy file_copy`);
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

/** What migrations fill; nothing that tests do to it stands in another's way. */
const filled = ['migration', 'platform', 'calendar_day'];

/**
 * As it was when it was made, numbers and all. Ten times as quick as `truncate`, which makes the files of every table
 * and index anew; needs a superuser.
 */
export async function emptied(database: Database): Promise<void> {
  const work = emptying.get(database) ?? (await workOf(database));
  emptying.set(database, work);
  await database.query(`do $$ begin set local session_replication_role = replica; ${work} end $$`);
}

/** Nobody makes tables meanwhile, and to list them takes longer than to empty them. */
const emptying = new WeakMap<Database, string>();

async function workOf(database: Database): Promise<string> {
  const tables = await database.query<{ name: string; sequence: string | null }>(
    `select t.tablename as name, (select pg_get_serial_sequence(quote_ident(c.table_name), c.column_name)
       from information_schema.columns c
       where c.table_schema = 'public' and c.table_name = t.tablename and c.is_identity = 'YES') as sequence
     from pg_tables t where t.schemaname = 'public' and t.tablename <> all($1)`,
    [filled],
  );
  return tables
    .flatMap(({ name, sequence }) => [
      `delete from "${name}";`,
      ...(sequence === null ? [] : [`perform setval('${sequence}', 1, false);`]),
    ])
    .join(' ');
}
