import { createSender } from '../src/bot/sender.ts';
import { createDeliveryBook } from '../src/database/repositories/delivery-book.ts';
import { createOutbox } from '../src/database/repositories/delivery-outbox.ts';
import { createLeaseBook } from '../src/database/repositories/lease-book.ts';
import type { Database } from '../src/database/sql.ts';
import type { Courier, DeliveryOrder } from '../src/domain/delivery/delivery.ts';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import { silentLog } from './silent-log.ts';

export type Recipients = { platform: 'telegram' | 'vk'; chatIds: string[] };

/** People who have written to the bot; every test message to them is a text with a button. */
export function addRecipients(sandbox: Sandbox, platform: Recipients['platform'], count: number): Recipients {
  const people = Array.from({ length: count }, (_, index) =>
    sandbox.people.add({ key: `${platform}-${index}`, name: `Получатель ${index}`, open: true }),
  );
  return { platform, chatIds: people.map((person) => String(person[platform].chat.accountId)) };
}

export const text = 'До конца срока остался 1 день';

/** One bulk message to each through the outbox: rows, claims, gate, requests, settling. Resolves when all is settled. */
export async function sendThroughOutbox(
  database: Database,
  courier: Courier,
  { platform, chatIds }: Recipients,
): Promise<void> {
  const orders = chatIds.map(
    (chatId): DeliveryOrder => ({
      platform,
      chatId,
      accountId: chatId,
      personId: null,
      outgoing: { kind: 'send', message: { text, buttons: [[{ label: 'Готово', action: 'done:1' }]] } },
      priority: 'bulk',
    }),
  );
  await createOutbox(database).put(orders);
  const deliveries = createDeliveryBook(database);
  const sender = createSender({ courier, deliveries, leases: createLeaseBook(database), log: silentLog });
  sender.start();
  await sender.idle();
  await sender.stop();
}

/**
 * Messages a second that a run brought, and what was refused meanwhile. From its first call to its last, plus the share of
 * a second that the limit allots to one call: a run that used the limit to the full would come out at exactly that.
 */
export function measure(
  sandbox: Sandbox,
  perCall: { perSecond: number },
): { rate: number; refusals: number } {
  const { calls, deliveries } = sandbox.ledger;
  const first = calls[0]?.atMs ?? 0;
  const last = deliveries.at(-1)?.atMs ?? 0;
  const tookMs = last - first + 1000 / perCall.perSecond;
  const refusals = calls.filter((call) => call.errorCode === 429 || call.errorCode === 6).length;
  const rate = (deliveries.length / tookMs) * 1000;
  sandbox.ledger.clear();
  return { rate, refusals };
}
