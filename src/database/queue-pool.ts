import pg from 'pg';

/** Connections for the queue, apart from those of the application: a full queue must not keep people waiting. */
export function openQueuePool(url: string, max = 6): pg.Pool {
  return new pg.Pool({ connectionString: url, max, keepAlive: true });
}
