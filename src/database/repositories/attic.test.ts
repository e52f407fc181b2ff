import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { buildTaskCity } from '../../../test/helpers/task-city.ts';
import type { Database } from '../sql.ts';
import { createAttic } from './attic.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

test('only events handled long ago are forgotten', async () => {
  await database.query(
    `insert into inbox (platform, event_id, chat_key, payload, handled_at) values
       ('vk', 'old', '1', '{}', now() - interval '15 days'),
       ('vk', 'young', '1', '{}', now() - interval '13 days'),
       ('vk', 'open', '1', '{}', null)`,
  );
  expect(await createAttic(database).forgetHandledEvents(14)).toBe(1);
  expect(await database.query('select event_id as event from inbox order by id')).toEqual([
    { event: 'young' },
    { event: 'open' },
  ]);
});

test('deliveries that somebody may ask for stay', async () => {
  const city = await buildTaskCity(database);
  const organizationId = await city.organization('Школа № 3');
  const personId = await city.person('Ушаков Сергей', { [organizationId]: ['head'] });
  const taskId = await city.task({ organizationId, dueOn: '2022-03-25' });
  const rows = await database.query<{ id: string }>(
    `insert into delivery (platform, account_id, chat_id, outgoing, priority, state, settled_at)
     select 'vk', '1', '1', '{}', 0, s.state, now() - s.days * interval '1 day'
     from unnest(array['sent', 'sent', 'failed', 'uncertain', 'expired', 'sent'],
       array[31, 29, 31, 31, 31, 31]) with ordinality s (state, days, n) order by s.n returning id`,
  );
  const ids = rows.map(({ id }) => id);
  await database.query(
    `insert into reminder (task_id, person_id, rule_key, due_on, state, delivery_id)
     values ($1, $2, 'late', '2022-03-28', 'sent', $3)`,
    [taskId, personId, ids[5]],
  );
  expect(await createAttic(database).forgetDeliveries(30)).toBe(2);
  const left = await database.query<{ id: string }>('select id from delivery order by id');
  expect(left.map(({ id }) => id)).toEqual([ids[1], ids[2], ids[3], ids[5]]);
});
