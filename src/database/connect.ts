import { DataSource, MigrationExecutor } from 'typeorm';
import { dataSourceOptions } from './options.ts';
import type { Database, Sql } from './sql.ts';
import { sqlOf } from './sql.ts';

/** @param options.migrate brings the schema up to date first; any number of processes may do so at once. */
export async function openDatabase(options: {
  url: string;
  poolSize?: number;
  migrate?: boolean;
}): Promise<Database> {
  const source = await new DataSource(dataSourceOptions(options.url, options.poolSize)).initialize();
  try {
    if (options.migrate) await migrate(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return {
    url: options.url,
    query: (text, params) => withRunner(source, (sql) => sql.query(text, params)),
    transaction: (work) => inTransaction(source, work),
    stop: async () => {
      if (source.isInitialized) await source.destroy();
    },
  };
}

const migrationLock = 'nastavnik migration';

/** The lock belongs to the session, so the migrations run on the very connection that holds it. */
async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('set statement_timeout = 0');
    await runner.query('select pg_advisory_lock(hashtext($1))', [migrationLock]);
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } finally {
    await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await runner.query('reset statement_timeout').catch(() => undefined);
    await runner.release();
  }
}

async function withRunner<T>(source: DataSource, work: (sql: Sql) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    return await work(sqlOf(runner));
  } finally {
    await runner.release();
  }
}

async function inTransaction<T>(source: DataSource, work: (sql: Sql) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    const result = await work(sqlOf(runner));
    await runner.commitTransaction();
    return result;
  } catch (error) {
    // A lost connection has rolled back already: the first error is the one worth telling.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
