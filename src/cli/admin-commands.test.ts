import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { nastavnik, refusal } from '../../test/helpers/command-line.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createAdministratorLinkBook } from '../database/repositories/administrator-link-book.ts';
import type { Database } from '../database/sql.ts';
import { firstAdministrator } from '../first-administrator.ts';
import { adminCommand } from './admin.command.ts';
import { personCommand } from './person.command.ts';

let database: Database;
let town: Town;
const clock = { now: () => new Date() };

beforeAll(async () => {
  database = await testDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.stop();
});
beforeEach(async () => {
  await emptied(database);
});

const secretIn = (text: string) => /\/panel\/first\/([\w-]{22})/.exec(text)?.[1] ?? '';
const look = (secret: string) => createAdministratorLinkBook(database).look(secret, new Date());

test('a link for whoever opens it works before there is any programme', async () => {
  const printed = await nastavnik(adminCommand, 'invite');
  expect(printed).toContain('http://127.0.0.1:8080/panel/first/');
  expect(await look(secretIn(printed))).toMatchObject({ personId: null, atStart: false });
  expect(await nastavnik(adminCommand, 'list')).toContain('Администраторов нет');
});

test('a link for somebody known names them', async () => {
  town = await foundTown(database);
  const { id } = await town.person('Громова Анна Ильинична', 'curator', town.school.id);
  const printed = await nastavnik(adminCommand, 'invite', '--person', 'Громова Анна Ильинична');
  expect(printed).toContain(`Громова Анна Ильинична (№ ${id})`);
  expect(await look(secretIn(printed))).toMatchObject({ personId: id });
  expect(await refusal(adminCommand, 'invite', '--person', '999')).toContain('Человека с номером 999 нет');
  expect(await refusal(adminCommand, 'invite', '--persn', '999')).toContain('--persn');
});

test('administrators are listed, and the last one can’t be dismissed', async () => {
  town = await foundTown(database);
  const { id } = await town.person('Громова Анна Ильинична', 'administrator', town.office.id);
  expect(await nastavnik(adminCommand, 'list')).toContain(`${id}  Громова Анна Ильинична · city`);
  const dismiss = ['dismiss', id, '--role', 'administrator', '--organization', 'Управление'];
  expect(await refusal(personCommand, ...dismiss)).toContain('последний администратор');
  await town.person('Второва Ольга', 'administrator', town.office.id);
  expect(await nastavnik(personCommand, ...dismiss)).toContain('Громова');
});

test('a second factor is reset for one, or forgotten for all where the key is lost', async () => {
  town = await foundTown(database);
  const one = await town.person('Громова Анна Ильинична', 'administrator', town.office.id);
  const two = await town.person('Второва Ольга', 'coordinator', town.office.id);
  for (const { id } of [one, two]) {
    await database.query(
      `insert into second_factor (person_id, secret, created_at, confirmed_at) values ($1, 'x', now(), now())`,
      [id],
    );
  }
  expect(await nastavnik(adminCommand, 'reset-factor', one.id)).toContain('заново');
  expect(await refusal(adminCommand, 'reset-factor', one.id)).toContain('не подключал');
  expect(await nastavnik(adminCommand, 'forget-factors')).toContain('у 1 человека');
  expect(await database.query('select from second_factor')).toEqual([]);
  const noted = await database.query('select action, via from audit order by id');
  expect(noted).toEqual([
    { action: 'second-factor.reset', via: 'cli' },
    { action: 'second-factor.all-forgotten', via: 'cli' },
  ]);
});

test('each start prints a link in place of the last, until there is an administrator', async () => {
  town = await foundTown(database);
  const first = (await firstAdministrator(database, 'http://x', clock)) ?? '';
  const second = (await firstAdministrator(database, 'http://x', clock)) ?? '';
  expect(await look(secretIn(first))).toBeNull();
  expect(await look(secretIn(second))).toMatchObject({ atStart: true });
  await town.person('Громова Анна Ильинична', 'administrator', town.office.id);
  expect(await firstAdministrator(database, 'http://x', clock)).toBeNull();
});
