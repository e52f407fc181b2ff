import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { notedLog, shelfOf } from '../../test/helpers/delivery.ts';
import { createDeliveryBook } from '../database/repositories/delivery-book.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { createLeaseBook } from '../database/repositories/lease-book.ts';
import type { Database } from '../database/sql.ts';
import type { Courier } from '../domain/delivery/delivery.ts';
import type { Outgoing } from '../domain/messages/message.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { createSender, type Sender } from './sender.ts';
import { createTelegram } from './telegram/telegram.ts';
import { createVk } from './vk/vk.ts';

const hour = 3_600_000;
let now: Date;
const clock = { now: () => now };
let database: Database;
let sandbox: Sandbox;
let anna: ReturnType<Sandbox['people']['add']>;
let sender: Sender;

beforeEach(async () => {
  now = new Date('2022-03-18T08:30:00Z');
  database = await testDatabase();
  sandbox = await createSandbox({ now: clock.now });
  anna = sandbox.people.add({ key: 'anna', name: 'Анна Иванова', open: true });
});
afterEach(async () => {
  await sender.stop();
  await sandbox.stop();
  await database.stop();
});

function startSender(courier: Courier): void {
  const [deliveries, leases] = [createDeliveryBook(database), createLeaseBook(database)];
  sender = createSender({ courier, deliveries, leases, log: notedLog() });
  sender.start();
}

const shared = () => ({ files: shelfOf({}), clock, log: notedLog() });

async function leaves(platform: 'telegram' | 'vk', outgoing: Outgoing) {
  const accountId = String(anna[platform].chat.accountId);
  const addressee = { platform, accountId, chatId: accountId, personId: null };
  const [id] = await createOutbox(database).put([{ ...addressee, outgoing, priority: 'interactive' }]);
  sender.wake();
  await sender.idle();
  const [row] = await database.query<{ state: string; messageId: string; attempts: number }>(
    'select state, message_id as "messageId", attempts from delivery where id = $1',
    [id],
  );
  return row;
}

const textsOf = (platform: 'telegram' | 'vk') => anna[platform].fromBot().map(({ text }) => text);
const edit = (messageId = ''): Outgoing => ({
  kind: 'edit',
  messageId,
  message: { text: 'Готово ✓', buttons: [[{ label: 'Все мои задачи', action: 'tasks' }]] },
});

test('what VK edits no more, a day later, is said anew, once, with its buttons', async () => {
  const { token, groupId, apiRoot } = sandbox.vk;
  startSender(createVk({ ...shared(), token, groupId, apiRoot }).courier);
  const reminder = await leaves('vk', { kind: 'send', message: { text: 'Напоминаю' } });
  now = new Date(now.getTime() + 23 * hour);
  expect(await leaves('vk', edit(reminder?.messageId))).toMatchObject({ state: 'sent', attempts: 1 });
  expect(textsOf('vk')).toEqual(['Готово ✓']);
  now = new Date(now.getTime() + 2 * hour);
  expect(await leaves('vk', edit(reminder?.messageId))).toMatchObject({ state: 'sent', attempts: 2 });
  expect(textsOf('vk')).toEqual(['Готово ✓', 'Готово ✓']);
  anna.vk.press('Все мои задачи');
});

test('what is gone from a Telegram chat is said anew, once', async () => {
  const { token, apiRoot } = sandbox.telegram;
  startSender(createTelegram({ ...shared(), token, apiRoot }).courier);
  const row = await leaves('telegram', edit('999'));
  expect(row).toMatchObject({ state: 'sent', attempts: 2 });
  expect(textsOf('telegram')).toEqual(['Готово ✓']);
  expect(row?.messageId).toBe(String(anna.telegram.fromBot()[0]?.id));
});

test('a lost answer to what is said anew is not repeated blindly', async () => {
  let requests = 0;
  startSender({
    platform: 'telegram',
    requestsPerSecond: 30,
    deliveriesPerRequest: 1,
    dropsRepeats: false,
    async send(deliveries) {
      requests += 1;
      return new Map(
        deliveries.map(({ id, outgoing }) => [
          id,
          { kind: outgoing.kind === 'edit' ? 'uneditable' : 'unknown', code: 'said' } as const,
        ]),
      );
    },
  });
  expect(await leaves('telegram', edit('5'))).toMatchObject({ state: 'uncertain' });
  expect(requests).toBe(2);
});
