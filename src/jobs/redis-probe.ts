import { Redis } from 'ioredis';
import type { RedisFault } from './redis-check.ts';
import { checkRedis } from './redis-check.ts';

export type RedisState = { reachable: false; why: string } | { reachable: true; faults: RedisFault[] };

/** Asks once and goes: no retries, so that whoever waits for the answer gets one. */
export async function probeRedis(url: string): Promise<RedisState> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
    return { reachable: true, faults: await checkRedis(redis) };
  } catch (error) {
    return { reachable: false, why: error instanceof Error ? error.message : String(error) };
  } finally {
    redis.disconnect();
  }
}
