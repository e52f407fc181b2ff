import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { pairing } from '../../test/helpers/pairing.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import { createOrderDesk } from './order-desk.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const orders = 24;
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

test('killed while it prints, it goes on and prints no order twice', async () => {
  const town = await foundTown(database);
  const clerk = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  const staff = staffAs(clerk.id, town.programme.id, [{ role: 'curator', organizationId: town.school.id }]);
  const desk = createOrderDesk(deskDeps(database, { now: () => new Date('2022-09-06T06:00:00Z') }));
  const pairs = pairing(database, town);
  const ids: string[] = [];
  for (let number = 0; number < orders; number += 1) {
    const letters = 'абвгдежиклмнопрстуфхцчшэ'[number];
    const mentor = await pairs.mentor(`Учител${letters} Анна Петровна`);
    const pairId = await pairs.propose(mentor, [await pairs.mentee(`Молод${letters} Иван Ильич`)]);
    await pairs.agree(pairId);
    ids.push((await desk.create(staff, { organizationId: town.school.id, pairIds: [pairId] }, null)).id);
  }
  const { id: errandId } = await desk.printMany(staff, ids, null);
  const options = JSON.stringify({ databaseUrl: database.url, leaseMs: 600 });
  const start = () =>
    spawn(
      process.execPath,
      [path('../../test/helpers/run-ts.mjs'), path('../../test/helpers/order-errand-process.ts'), options],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
  const prints = () =>
    database.query<{ order: string }>(
      `select order_id as "order" from pair_order_event where kind = 'printed'`,
    );
  const doomed = start();
  await expect.poll(async () => (await prints()).length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(2);
  doomed.kill('SIGKILL');
  await once(doomed, 'exit');
  expect((await prints()).length).toBeLessThan(orders);
  const heir = start();
  const state = async () =>
    (await database.query<{ state: string }>('select state from errand where id = $1', [errandId]))[0]?.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('done');
  heir.kill('SIGKILL');
  await once(heir, 'exit');
  const printed = (await prints()).map(({ order }) => order);
  expect(printed).toHaveLength(orders);
  expect(new Set(printed).size).toBe(orders);
  // Each order's file and the archive, and nothing left over.
  expect(await database.query('select from stored_file')).toHaveLength(orders + 1);
  const archive = await database.query<{ bytes: Buffer }>(
    'select f.bytes from errand e join stored_file f on f.id = e.file_id where e.id = $1',
    [errandId],
  );
  expect(Object.keys(unzipSync(archive[0]?.bytes ?? new Uint8Array()))).toHaveLength(orders);
}, 150_000);
