import type { Redis } from 'ioredis';

/** A setting of Redis with which acknowledged jobs get lost; harmless to our rows, but late to notice. */
export type RedisFault = { code: 'no-appendonly' | 'evicts' | 'unknown'; words: string };

const wanted = [
  {
    setting: 'appendonly',
    value: 'yes',
    code: 'no-appendonly',
    words: 'Redis forgets its queue when it is killed: set appendonly to yes',
  },
  {
    setting: 'maxmemory-policy',
    value: 'noeviction',
    code: 'evicts',
    words: 'Redis may throw jobs away when memory runs short: set maxmemory-policy to noeviction',
  },
] as const;

/** Empty when all is well. A Redis that hides its settings (some hosted ones do) is one fault, `unknown`. */
export async function checkRedis(redis: Pick<Redis, 'config'>): Promise<RedisFault[]> {
  const faults: RedisFault[] = [];
  for (const { setting, value, code, words } of wanted) {
    try {
      const [, found] = (await redis.config('GET', setting)) as string[];
      if (found !== value) faults.push({ code, words });
    } catch {
      return [
        {
          code: 'unknown',
          words: 'Redis does not show its settings: appendonly and noeviction are unproven',
        },
      ];
    }
  }
  return faults;
}
