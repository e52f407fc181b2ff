import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/all.ts';
import { tables } from './tables/all.ts';
import { naming } from './tables/naming.ts';

/** A query that runs longer than this is a fault of ours; migrations lift the limit for themselves. */
const statementTimeoutMs = 30_000;
const connectTimeoutMs = 10_000;

/**
 * One place for the application and for the TypeORM command line.
 * @param role what each connection works as from its beginning; as whoever connects, if not given
 */
export function dataSourceOptions(url: string, poolSize = 10, role?: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    entities: tables,
    namingStrategy: naming,
    migrations,
    migrationsTableName: 'migration',
    installExtensions: false,
    connectTimeoutMS: connectTimeoutMs,
    // An idle connection that breaks is replaced by the next query; without a handler it would end the process.
    poolErrorHandler: () => undefined,
    extra: {
      keepAlive: true,
      // A server that vanished without a word is noticed in seconds; the system's own first question comes after two hours.
      keepAliveInitialDelayMillis: 10_000,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
      ...(role !== undefined && { options: `-c role=${role}` }),
      types: { getTypeParser },
    },
  };
}

const date = 1082;
const dateArray = 1182;
const textArray = 1009;

/** pg turns a calendar day into midnight of the machine's own time zone; here a day stays the text that it is. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === date) return (value: string) => value;
  return pg.types.getTypeParser(oid === dateArray ? textArray : oid, format as 'text');
}
