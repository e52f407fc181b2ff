import { expect, test } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { openSandboxClock } from './sandbox-clock.ts';

const hour = 3_600_000;

test('a clock that is moved brings what waits for the morning forward, but no try that was put off', async () => {
  const database = await testDatabase();
  try {
    await database.query(
      `insert into delivery (platform, account_id, chat_id, outgoing, priority, not_before, attempts)
       select 'vk', '1', '1', '{}', 0, now() + hours * interval '1 hour', attempts
       from (values (10, 0), (40, 0), (10, 1)) waiting (hours, attempts)`,
    );
    const clock = await openSandboxClock(database, new Date('2022-03-18T18:00:00Z'));
    await clock.put(new Date(clock.now().getTime() + 11 * hour));
    const rows = await database.query<{ due: boolean; hours: number }>(
      `select not_before <= now() as due, ceil(extract(epoch from not_before - now()) / 3600)::int as hours
       from delivery order by id`,
    );
    expect(rows).toEqual([
      { due: true, hours: expect.any(Number) },
      { due: false, hours: 29 },
      { due: false, hours: 10 },
    ]);
  } finally {
    await database.stop();
  }
});
