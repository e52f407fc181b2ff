import pg from 'pg';

/**
 * Connections for the queue, apart from those of the application: a full queue must not keep people waiting. Its schema
 * is searched first. One of them listens, the others come and go.
 */
export function openQueuePool(url: string, { schema = 'bullmq', size = 5 } = {}): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max: size,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: `-c search_path=${schema}`,
    connectionTimeoutMillis: 10_000,
  });
}
