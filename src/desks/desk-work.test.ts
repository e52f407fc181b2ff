import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { staffWork } from './desk-work.ts';

const clock = { now: () => new Date('2026-10-05T08:00:00Z') };
let database: Database;
let town: Town;
let coordinator: Staff;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  const { id } = await town.person('Тихонова Марина Львовна', 'coordinator', town.office.id);
  coordinator = staffAs(id, town.programme.id, [{ role: 'coordinator', organizationId: town.office.id }]);
});
afterAll(() => database.stop());

test('two who lock the same rows in opposite orders are both done, one after the other', async () => {
  const ids = [town.school.id, town.otherSchool.id];
  let holding = 0;
  const rename = (order: readonly string[], suffix: string) =>
    staffWork(deskDeps(database, clock), coordinator, 'organizations:write', async ({ sql }) => {
      const change = (id: string | undefined) =>
        sql.query('update organization set name = name || $2 where id = $1', [id, suffix]);
      await change(order[0]);
      holding += 1;
      // Until each holds the row that the other one wants.
      const until = Date.now() + 5000;
      while (holding < 2 && Date.now() < until) await new Promise((resolve) => setImmediate(resolve));
      await change(order[1]);
    });
  await Promise.all([rename(ids, ' А'), rename([...ids].reverse(), ' Б')]);
  const names = await database.query<{ name: string }>('select name from organization where id = any($1)', [
    ids,
  ]);
  for (const { name } of names) expect(name).toMatch(/ (А Б|Б А)$/);
});

test('what falls through leaves no audit and rings for nothing', async () => {
  let rings = 0;
  const deps = deskDeps(database, clock, {
    ring() {
      rings += 1;
    },
  });
  const failing = staffWork(deps, coordinator, 'organizations:write', async (work) => {
    work.due();
    await work.note({
      action: 'organization.changed',
      subject: { kind: 'organization', id: town.school.id },
    });
    throw new Error('broken on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(rings).toBe(0);
  expect(await database.query('select from audit')).toHaveLength(0);
});
