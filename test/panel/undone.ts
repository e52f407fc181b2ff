import type { Database, Sql } from '../../src/database/sql.ts';

const undo = new Error('undone');

/**
 * Does `work` on a database in which everything is as it was afterwards: all of it is one transaction that is rolled back.
 * What would be a transaction is a savepoint; calls come one after the other.
 */
export async function undone<T>(database: Database, work: (inside: Database) => Promise<T>): Promise<T> {
  let done: { result: T } | null = null;
  await database
    .transaction(async (sql) => {
      done = { result: await work(insideOf(sql)) };
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  if (done === null) throw new Error('it was not done');
  return (done as { result: T }).result;
}

function insideOf(sql: Sql): Database {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(
      () => saved(sql, work),
      () => saved(sql, work),
    );
    last = next;
    return next;
  };
  return {
    query: (text, params) => inTurn(() => sql.query(text, params)),
    transaction: (work) => inTurn(() => work(sql)),
    url: '',
    stop: async () => undefined,
  };
}

async function saved<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  await sql.query('savepoint call');
  try {
    const result = await work();
    await sql.query('release savepoint call');
    return result;
  } catch (error) {
    await sql.query('rollback to savepoint call');
    throw error;
  }
}
