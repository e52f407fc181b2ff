import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Database } from '../sql.ts';
import { createInvitation, takeInvitation } from './invitation-book.ts';
import { createPeopleBook } from './people-book.ts';

const now = new Date('2022-03-18T10:00:00+04:00');
const clock = { now: () => now };
let database: Database;
let town: Town;
let person: Person;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  person = await town.person('Бабинцева Наталья Юрьевна', 'deputy-head', town.school.id);
});
afterAll(() => database.stop());

const account = async (platform: string, id: string) =>
  (await createPeopleBook(database).visitor(platform, id, id, now)).account;

test('the secret fits a deep link of both platforms, is new each time, and lasts 14 days', async () => {
  const invitations = await Promise.all([1, 2, 3].map(() => createInvitation(database, person.id, clock)));
  expect(new Set(invitations.map(({ secret }) => secret)).size).toBe(3);
  for (const { secret, expiresAt } of invitations) {
    expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(expiresAt).toEqual(new Date('2022-04-01T10:00:00+04:00'));
  }
});

test('neither the secret nor the code can be read from the table', async () => {
  const { secret, code } = await createInvitation(database, person.id, clock);
  const rows = await database.query<{ row: string }>('select to_jsonb(i)::text as row from invitation i');
  for (const { row } of rows) {
    expect(row).not.toContain(secret);
    expect(row).not.toContain(code);
  }
});

test('of two accounts that open one link at the same moment one is linked', async () => {
  const { secret } = await createInvitation(database, person.id, clock);
  const accounts = [await account('vk', '1'), await account('vk', '2')];
  const tries = await Promise.allSettled(
    accounts.map((each) => database.transaction((sql) => takeInvitation(sql, each, secret, now))),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a new invitation comes with the links of the bots there are, and earlier ones hold no longer', async () => {
  await database.query(
    `insert into setting (key, value) values ('bot:vk', '{"link":"https://vk.me/club1?ref="}')`,
  );
  const people = createPeopleBook(database);
  const earlier = await people.invite(person.id, now);
  const { secret, links } = await people.invite(person.id, now);
  expect(links).toEqual([
    { name: 'Telegram', link: null },
    { name: 'ВКонтакте', link: `https://vk.me/club1?ref=${secret}` },
  ]);
  const account = (await people.visitor('telegram', '7', '7', now)).account;
  await expect(people.acceptInvitation(account, earlier.secret, now)).rejects.toThrow('invitation-expired');
  expect((await people.acceptInvitation(account, secret, now)).id).toBe(person.id);
});
