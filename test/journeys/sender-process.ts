import { createSender } from '../../src/bot/sender.ts';
import { createTelegram } from '../../src/bot/telegram/telegram.ts';
import { createVk } from '../../src/bot/vk/vk.ts';
import { openDatabase } from '../../src/database/connect.ts';
import { createDeliveryBook } from '../../src/database/repositories/delivery-book.ts';
import { createLeaseBook } from '../../src/database/repositories/lease-book.ts';
import { machineClock } from '../../src/domain/calendar/clock.ts';

/** What the process is told, as JSON in its only argument. */
export type SenderProcessOptions = {
  databaseUrl: string;
  telegram: { apiRoot: string; token: string };
  vk: { apiRoot: string; token: string; groupId: number };
  leaseMs: number;
};

/** The senders of both platforms in a process of their own, made to be killed. */
const { databaseUrl, telegram, vk, leaseMs } = JSON.parse(process.argv[2] ?? '') as SenderProcessOptions;
const database = await openDatabase({ url: databaseUrl, poolSize: 4 });
const deliveries = createDeliveryBook(database);
const leases = createLeaseBook(database);
const log = { info() {}, warn() {}, error: (fields: object, words: string) => console.error(words, fields) };
const shared = { files: { read: async () => null }, clock: machineClock, log };
for (const messenger of [createTelegram({ ...telegram, ...shared }), createVk({ ...vk, ...shared })]) {
  createSender({ courier: messenger.courier, deliveries, leases, log, leaseMs }).start();
}
// Nobody is left to kill it when the test itself has died.
process.on('disconnect', () => process.exit(1));
