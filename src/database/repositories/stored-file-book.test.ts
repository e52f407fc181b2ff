import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { buildTaskCity } from '../../../test/helpers/task-city.ts';
import type { Database } from '../sql.ts';
import { readBacklog } from './backlog.ts';
import { createStoredFileBook } from './stored-file-book.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  for (const table of ['stored_file', 'delivery']) await database.query(`delete from ${table}`);
});

const notice = { text: 'Не удалось получить файл' };

const want = async (name: string, platform = 'vk') => {
  const [row] = await database.query<{ id: string }>(
    `insert into stored_file (name, mime, state, platform, source)
     values ($1, 'application/pdf', 'wanted', $2, '{"url":"https://vk.com/doc1"}') returning id`,
    [name, platform],
  );
  return row?.id ?? '';
};
const rowOf = async (id: string) =>
  (await database.query<Record<string, unknown>>('select * from stored_file where id = $1', [id]))[0];

test('a claimed file is nobody else’s until the claim runs out', async () => {
  const book = createStoredFileBook(database);
  const id = await want('Приказ.pdf');
  await want('из Telegram.pdf', 'telegram');
  const [first, second] = await Promise.all([book.claim(['vk'], 5, 60_000), book.claim(['vk'], 5, 60_000)]);
  expect([...first, ...second]).toEqual([
    {
      id,
      platform: 'vk',
      name: 'Приказ.pdf',
      mime: 'application/pdf',
      source: { url: 'https://vk.com/doc1' },
      attempts: 1,
    },
  ]);
  await book.tryLater(id, 'http-502', 0);
  expect(await book.claim(['vk'], 5, 60_000)).toMatchObject([{ id, attempts: 2 }]);
});

test('a stored file gives its bytes back and forgets where it came from', async () => {
  const book = createStoredFileBook(database);
  const id = await want('Приказ.pdf');
  expect(await book.read(id)).toBeNull();
  const bytes = new Uint8Array([0, 37, 80, 68, 255]);
  await book.store(id, { mime: 'application/pdf', bytes, sha256: 'abc' });
  const content = await book.read(id);
  expect(content).toMatchObject({ name: 'Приказ.pdf', mime: 'application/pdf' });
  expect([...(content?.bytes ?? [])]).toEqual([...bytes]);
  expect(await rowOf(id)).toMatchObject({ state: 'stored', size: '5', sha256: 'abc', source: {} });
  await book.giveUp(id, 'late', notice);
  expect(await rowOf(id)).toMatchObject({ state: 'stored', error: null });
});

test('a file that is given up is not claimed again and says why', async () => {
  const book = createStoredFileBook(database);
  const id = await want('Приказ.pdf');
  await book.giveUp(id, 'too-big', notice);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'too-big', source: {} });
  expect(await book.claim(['vk'], 5, 1000)).toEqual([]);
});

test('whoever sent a file that is given up is told so once, where they sent it', async () => {
  const book = createStoredFileBook(database);
  const city = await buildTaskCity(database);
  const personId = await city.person('Ушаков Сергей', {}, ['telegram', 'vk']);
  const [id, mute, stored] = [await want('Приказ.pdf'), await want('ничей.pdf'), await want('Справка.pdf')];
  await database.query('update stored_file set person_id = $2 where id = any($1)', [[id, stored], personId]);
  await book.store(stored, { mime: 'application/pdf', bytes: new Uint8Array([1]), sha256: 'abc' });
  await Promise.all([id, id, mute, stored].map((each) => book.giveUp(each, 'http-404', notice)));
  await book.giveUp(id, 'http-404', notice);
  expect(
    await database.query(
      'select platform, chat_id as "chatId", person_id as "personId", priority, outgoing from delivery',
    ),
  ).toEqual([
    { platform: 'vk', chatId: personId, personId, priority: 0, outgoing: { kind: 'send', message: notice } },
  ]);
  expect(await rowOf(mute)).toMatchObject({ state: 'failed' });
});

test('a file of somebody who has closed the chat is given up all the same', async () => {
  const city = await buildTaskCity(database);
  const personId = await city.person('Ушаков Сергей', {}, ['vk']);
  const id = await want('Приказ.pdf');
  await database.query('update stored_file set person_id = $2 where id = $1', [id, personId]);
  await database.query('update chat_account set closed_at = now() where person_id = $1', [personId]);
  await createStoredFileBook(database).giveUp(id, 'http-404', notice);
  expect(await rowOf(id)).toMatchObject({ state: 'failed' });
  expect(await database.query('select from delivery where person_id = $1', [personId])).toEqual([]);
});

test('the backlog is how long the oldest event and the oldest due message wait', async () => {
  expect(await readBacklog(database)).toEqual({ oldestInboxSeconds: null, oldestDeliverySeconds: null });
  await database.query(
    `insert into inbox (platform, event_id, chat_key, payload, received_at)
     values ('vk', '1', 'vk:1', '{}', now() - interval '90 seconds'), ('vk', '2', 'vk:1', '{}', now())`,
  );
  await database.query(
    `insert into delivery (platform, account_id, chat_id, outgoing, priority, not_before)
     values ('vk', '1', '1', '{}', 1, now() + interval '1 hour'), ('vk', '1', '1', '{}', 1, now() - interval '1 hour')`,
  );
  const backlog = await readBacklog(database);
  expect(Math.floor((backlog.oldestInboxSeconds ?? 0) / 60)).toBe(1);
  expect(Math.floor((backlog.oldestDeliverySeconds ?? 0) / 3600)).toBe(1);
});
