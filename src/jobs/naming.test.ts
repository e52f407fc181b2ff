import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { buildTaskCity, type TaskCity } from '../../test/helpers/task-city.ts';
import { createDeliveryBook } from '../database/repositories/delivery-book.ts';
import { createLeaseBook } from '../database/repositories/lease-book.ts';
import { createRoundBooks } from '../database/repositories/round-books.ts';
import type { Database } from '../database/sql.ts';
import type { InTransaction } from './rounds.ts';
import { createSummaries } from './summaries.ts';
import { createSweep } from './sweep.ts';

let database: Database;
let city: TaskCity;
let school: string;
const now = new Date('2022-03-18T10:00:00+04:00');
const mayNameOthers = (platform: string) => platform !== 'telegram';

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  city = await buildTaskCity(database);
  school = await city.organization('Школа № 3');
});

const inTransaction: InTransaction = (work) =>
  database.transaction((sql) => work({ ...createRoundBooks(sql), syncTasks: async () => undefined }));
const rounds = { inTransaction, clock: { now: () => now }, mayNameOthers, log: notedLog() };
const sweep = createSweep(rounds);
const summaries = createSummaries(rounds);

const letters = () =>
  database.query<{ platform: string; text: string; named: boolean }>(
    `select platform, outgoing->'message'->>'text' as text,
       coalesce((outgoing->'message'->'namesOthers')::boolean, false) as named
     from delivery where state = 'planned' order by platform, id`,
  );

/** The platform says that nobody can be written to there any more. */
async function closes(platform: string): Promise<void> {
  const deliveries = createDeliveryBook(database, mayNameOthers);
  const lease = `send:${platform}`;
  await createLeaseBook(database).take(lease, 'me', 60_000);
  const claim = { platform, lease, holder: 'me', size: 9, restingChats: [], tiredChats: [] };
  const settlement = { state: 'failed', error: 'blocked', closesChannel: true } as const;
  const claimed = await deliveries.claim(claim);
  await deliveries.settle(
    'me',
    claimed.map((delivery) => ({ delivery, settlement })),
  );
}

test('a reminder names colleagues where it may, and says their roles where it may not', async () => {
  await city.person('Бабинцева Наталья Юрьевна', { [school]: ['deputy-head'] }, ['telegram']);
  await city.person('Ушаков Сергей Геннадьевич', { [school]: ['deputy-head'] }, ['vk']);
  await city.task({ organizationId: school, dueOn: '2022-03-25' });
  await sweep();
  const [telegram, vk] = await letters();
  expect(telegram).toMatchObject({ platform: 'telegram', named: false });
  expect(telegram?.text).toContain('Отвечает: заместитель директора');
  expect(telegram?.text).not.toContain('Ушаков');
  expect(vk).toMatchObject({ platform: 'vk', named: true });
  expect(vk?.text).toContain('Отвечает: Бабинцева Наталья Юрьевна, Ушаков Сергей Геннадьевич');
});

test('a reminder with names never moves on to a channel that may not carry them: it is put anew', async () => {
  const both = await city.person('Бабинцева Наталья Юрьевна', { [school]: ['deputy-head'] }, [
    'vk',
    'telegram',
  ]);
  await city.person('Ушаков Сергей Геннадьевич', { [school]: ['deputy-head'] }, []);
  await city.task({ organizationId: school, dueOn: '2022-03-25' });
  await database.query(`update person set remind_platform = 'vk' where id = $1`, [both]);
  await sweep();
  await closes('vk');
  expect(await letters()).toEqual([]);
  expect(await database.query('select state, error from delivery')).toEqual([
    { state: 'failed', error: 'names-others: blocked' },
  ]);
  await sweep();
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ platform: 'telegram', named: false });
  expect(letter?.text).not.toContain('Ушаков');
  await sweep();
  expect(await letters()).toHaveLength(1);
});

test('a reminder that names nobody else moves on to any channel', async () => {
  const both = await city.person('Бабинцева Наталья Юрьевна', { [school]: ['deputy-head'] }, [
    'vk',
    'telegram',
  ]);
  await city.task({ organizationId: school, dueOn: '2022-03-25' });
  await database.query(`update person set remind_platform = 'vk' where id = $1`, [both]);
  await sweep();
  await closes('vk');
  expect(await letters()).toMatchObject([{ platform: 'telegram', named: false }]);
});

test('the weekly summary names who is late in VK alone', async () => {
  const office = await city.organization('Управление', 'office');
  await city.person('Тихонова Марина Сергеевна', { [office]: ['coordinator'] }, ['telegram']);
  await city.person('Иванова Полина Максимовна', { [office]: ['coordinator'] }, ['vk']);
  await city.person('Бабинцева Наталья Юрьевна', { [school]: ['deputy-head'] }, []);
  await city.task({ organizationId: school, dueOn: '2022-03-01' });
  await summaries();
  const [telegram, vk] = await letters();
  expect(telegram).toMatchObject({ platform: 'telegram', named: false });
  expect(telegram?.text).not.toContain('Бабинцева');
  expect(vk).toMatchObject({ platform: 'vk', named: true });
  expect(vk?.text).toContain('Бабинцева Н. Ю.');
});
