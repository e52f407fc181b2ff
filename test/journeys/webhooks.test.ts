import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Admin, createAdmin } from '../../src/admin/admin.ts';
import type { Messenger } from '../../src/bot/messenger.ts';
import { createTelegram } from '../../src/bot/telegram/telegram.ts';
import { createVk } from '../../src/bot/vk/vk.ts';
import { createInboxBook } from '../../src/database/repositories/inbox-book.ts';
import type { Database } from '../../src/database/sql.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { testDatabase } from '../helpers/database.ts';
import { notedLog, shelfOf } from '../helpers/delivery.ts';

const secret = 'a-secret-of-both';
const clock = { now: () => new Date('2022-03-18T08:30:00Z') };

let database: Database;
let sandbox: Sandbox;
let telegram: Messenger;
let vk: Messenger;
let admin: Admin;
let url: string;
let storing: { fails: number; stored(): void };

beforeEach(async () => {
  database = await testDatabase();
  sandbox = await createSandbox();
  const deps = { files: shelfOf({}), clock, log: notedLog() };
  telegram = createTelegram({ ...sandbox.telegram, webhookSecret: secret, ...deps });
  const callback = { confirmation: sandbox.vk.confirmation, secret };
  vk = createVk({ ...sandbox.vk, callback, ...deps });
  storing = { fails: 0, stored: () => undefined };
  const inbox = createInboxBook(database);
  admin = createAdmin({
    host: '127.0.0.1',
    port: 0,
    health: async () => ({ parts: {}, oldestInboxSeconds: null, oldestDeliverySeconds: null }),
    webhooks: [telegram, vk].flatMap((messenger) => messenger.webhook ?? []),
    store: async (events) => {
      storing.fails -= 1;
      if (storing.fails >= 0) throw new Error('the database is away');
      await inbox.put(events);
      storing.stored();
    },
    log: notedLog(),
  });
  url = await admin.start();
});

afterEach(async () => {
  await admin.stop();
  await sandbox.stop();
  await database.stop();
});

const inboxRows = () =>
  database.query<{ platform: string; payload: unknown }>('select platform, payload from inbox order by id');

/** Resolves after the given number of calls were stored. */
function storedCalls(count: number): Promise<void> {
  let left = count;
  return new Promise((resolve) => {
    storing.stored = () => {
      left -= 1;
      if (left === 0) resolve();
    };
  });
}

test('both platforms call us, and what people said stands in the inbox', async () => {
  await telegram.openWebhook(`${url}/hooks/telegram`);
  await sandbox.vk.setCallbackServer({ url: `${url}/hooks/vk`, secret });
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна Иванова', open: true });
  const both = storedCalls(2);
  anna.telegram.sendText('Мои задачи');
  anna.vk.sendText('Сводка');
  await both;
  const rows = await inboxRows();
  const readers = new Map([telegram, vk].map((messenger) => [messenger.platform, messenger]));
  const read = rows.map(({ platform, payload }) => readers.get(platform)?.read(payload));
  expect(read.map((one) => [one?.platform, one?.event]).toSorted()).toEqual([
    ['telegram', { kind: 'text', text: 'Мои задачи' }],
    ['vk', { kind: 'text', text: 'Сводка' }],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Анна|${secret}`));
});

test('what could not be stored is brought again, and stands there once', async () => {
  await sandbox.vk.setCallbackServer({ url: `${url}/hooks/vk`, secret, retryMs: 10 });
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна Иванова', open: true });
  storing.fails = 2;
  const stored = storedCalls(1);
  anna.vk.sendText('Готово');
  await stored;
  expect(await inboxRows()).toHaveLength(1);
});

test('whoever does not know the secret stores nothing', async () => {
  const update = {
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, from: { id: 1 }, text: 'Я' },
  };
  const message = { id: 1, date: 1, from_id: 1, peer_id: 1, text: 'Я' };
  const event = { type: 'message_new', object: { message }, group_id: sandbox.vk.groupId, event_id: '1' };
  const call = async (path: string, body: object, headers = {}) => {
    const all = { 'content-type': 'application/json', ...headers };
    return (await fetch(url + path, { method: 'POST', headers: all, body: JSON.stringify(body) })).status;
  };
  expect(await call('/hooks/telegram', update)).toBe(401);
  expect(await call('/hooks/telegram', update, { 'x-telegram-bot-api-secret-token': 'guess' })).toBe(401);
  expect(await call('/hooks/vk', event)).toBe(401);
  expect(await call('/hooks/vk', { ...event, secret: 'guess' })).toBe(401);
  expect(await call('/hooks/vk', { ...event, secret, group_id: 5 })).toBe(401);
  expect(await inboxRows()).toEqual([]);
});
