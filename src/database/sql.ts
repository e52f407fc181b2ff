import type { QueryRunner } from 'typeorm';
import { QueryFailedError } from 'typeorm';

/** Bound to the pool or to one transaction. `date` comes as 'YYYY-MM-DD', `bigint` as a string of digits, `timestamptz` as a Date. */
export type Sql = {
  /** The rows of a select or of `returning`; none for anything else. */
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
};

export type Database = Sql & {
  /** Commits when `work` ends, rolls back when it throws. Not nested: hand the inner `sql` on. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  url: string;
  stop(): Promise<void>;
};

/** `code` is the SQLSTATE. Parameters and details stay out, because errors are logged and those name people. */
export class QueryFailed extends Error {
  readonly code: string | null;
  readonly constraint: string | null;

  constructor(message: string, code: string | null, constraint: string | null) {
    super(message);
    this.name = 'QueryFailed';
    this.code = code;
    this.constraint = constraint;
  }
}

/** TypeORM answers updates and deletes with [rows, count] and selects with rows: here they are always rows. */
export function sqlOf(runner: QueryRunner): Sql {
  return {
    async query<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
      try {
        const result = await runner.query(text, [...params], true);
        return result.records as Row[];
      } catch (error) {
        throw withoutValues(error);
      }
    },
  };
}

function withoutValues(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const driver = error.driverError as { message: string; code?: string; constraint?: string };
  return new QueryFailed(driver.message, driver.code ?? null, driver.constraint ?? null);
}
