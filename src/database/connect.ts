import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { appRole, canBeApp, ensureAppRole } from './app-role.ts';
import { dataSourceOptions } from './options.ts';
import type { Database, Sql } from './sql.ts';
import { sqlOf } from './sql.ts';

/**
 * @param options.migrate brings the schema up to date first; any number of processes may do so at once
 * @param options.asApp works as the role of the program, which can't change what the audit holds, where there is one
 */
export async function openDatabase(options: {
  url: string;
  poolSize?: number;
  migrate?: boolean;
  asApp?: boolean;
}): Promise<Database> {
  let source = await new DataSource(dataSourceOptions(options.url, options.poolSize)).initialize();
  try {
    if (options.migrate) await migrate(source);
    if (options.asApp && (await withQueryRunner(source, canBeApp))) {
      await source.destroy();
      source = await new DataSource(dataSourceOptions(options.url, options.poolSize, appRole)).initialize();
    }
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    throw error;
  }
  return databaseOf(source, options.url);
}

function databaseOf(source: DataSource, url: string): Database {
  return {
    url,
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
    await ensureAppRole(runner);
  } finally {
    await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await runner.query('reset statement_timeout').catch(() => undefined);
    await runner.release();
  }
}

function withRunner<T>(source: DataSource, work: (sql: Sql) => Promise<T>): Promise<T> {
  return withQueryRunner(source, (runner) => work(sqlOf(runner)));
}

async function withQueryRunner<T>(source: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    return await work(runner);
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
