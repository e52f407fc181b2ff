import type { DialogueState } from './bot/desk.ts';
import { createFileFetcher } from './bot/file-fetcher.ts';
import { createApology, createHandler } from './bot/handle.ts';
import { createInboxWorker } from './bot/inbox-worker.ts';
import { createIntroduction } from './bot/introduction.ts';
import type { Messenger } from './bot/messenger.ts';
import { createPoller } from './bot/poller.ts';
import { createSender } from './bot/sender.ts';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import { countedDeliveries, countedInbox } from './counted.ts';
import { createChatAudit } from './database/repositories/audit-book.ts';
import { createCursorBook } from './database/repositories/cursor-book.ts';
import { createDeliveryBook } from './database/repositories/delivery-book.ts';
import { createOutbox, gatherOrders } from './database/repositories/delivery-outbox.ts';
import { createDeskBooks } from './database/repositories/desk-books.ts';
import { createDialogueBook } from './database/repositories/dialogue-book.ts';
import { type BeforeCommit, createInboxBook, createInboxWork } from './database/repositories/inbox-book.ts';
import { createLeaseBook } from './database/repositories/lease-book.ts';
import { createSettingBook } from './database/repositories/setting-book.ts';
import { createStoredFileBook } from './database/repositories/stored-file-book.ts';
import type { Database, Sql } from './database/sql.ts';
import type { Clock } from './domain/calendar/clock.ts';
import type { PartHealth } from './domain/health.ts';
import type { Log } from './domain/log.ts';
import type { Meter } from './domain/meter.ts';
import type { MayNameOthers } from './domain/people/channel.ts';
import { createWaker } from './jobs/contests.ts';

type RoomDeps = {
  config: Config;
  messengers: readonly Messenger[];
  database: Database;
  clock: Clock;
  mayNameOthers: MayNameOthers;
  pageUrl(): string | null;
  /** Looks at works that were just handed in: their authors wait for it. Answers how many messages that made. */
  checkNew(): Promise<number>;
  meter: Meter;
  log: Log;
  health: Map<string, () => Promise<PartHealth>>;
  closing: Closing;
};

/** The talking room: polls (or is called), answers, sends, fetches files. */
export async function startBotRoom(deps: RoomDeps) {
  const { messengers, database, clock, mayNameOthers, meter, log, health, closing } = deps;
  const talking = {
    clock,
    mayNameOthers,
    get pageUrl() {
      return deps.pageUrl();
    },
  };
  const wakeSenders = () => {
    for (const sender of senders) sender.wake();
  };
  const leases = createLeaseBook(database);
  const deliveries = countedDeliveries(createDeliveryBook(database, mayNameOthers), meter);
  const senders = messengers.map(({ courier }) => createSender({ courier, deliveries, leases, log }));
  const files = createFileFetcher({ files: createStoredFileBook(database), messengers, log });
  const handedIn = createWaker(
    async () => {
      if ((await deps.checkNew()) > 0) wakeSenders();
    },
    { log },
  );
  const inbox = createInboxWorker({
    inbox: createInboxWork(database, deskOf),
    readers: new Map(messengers.map(({ platform, read }) => [platform, read])),
    handle: createHandler(Object.assign(talking, { log })),
    apologise: createApology(talking),
    answered() {
      wakeSenders();
      files.wake();
      handedIn.wake();
    },
    log,
  });
  const parts: { start(): void; stop(): Promise<void> }[] = [...senders, files, inbox];
  for (const messenger of messengers) {
    const called = isCalled(deps.config, messenger);
    const introduction = createIntroduction({
      messenger,
      remember: (platform, link) => createSettingBook(database).write(`bot:${platform}`, { link }),
      webhookUrl: called ? `${deps.config.publicUrl}/hooks/${messenger.platform}` : null,
      log,
    });
    parts.push(introduction);
    if (called) continue;
    const poller = createPoller({
      messenger,
      leases,
      cursors: createCursorBook(database),
      inbox: countedInbox(createInboxBook(database), meter),
      arrived: inbox.wake,
      log,
    });
    parts.push(poller);
    health.set(`bot ${messenger.platform}`, async () => {
      const { state, code } = poller.state();
      return { ok: state !== 'trouble', words: code ?? state };
    });
  }
  for (const part of parts) part.start();
  // Each may take as long as a call to a platform: together they take no longer.
  closing.onStop(handedIn.stop, ...parts.map((part) => part.stop));
  return {
    /** Something was put to be sent. */
    wakeSenders,
    /** Resolves when whatever came in is answered and whatever is due has left. */
    async settle(): Promise<void> {
      await inbox.idle();
      await handedIn.idle();
      wakeSenders();
      await Promise.all(senders.map((sender) => sender.idle()));
      await files.idle();
    },
  };
}

/** Every book that a conversation may touch. */
export const deskOf = (sql: Sql, beforeCommit: BeforeCommit) => ({
  ...createDeskBooks(sql),
  audit: createChatAudit(sql),
  dialogues: createDialogueBook<DialogueState>(sql, beforeCommit),
  outbox: gatherOrders(createOutbox(sql), beforeCommit),
});

function isCalled({ telegram, vk }: Config, { platform }: Messenger): boolean {
  const settings = new Map<string, Config['telegram'] | Config['vk']>(Object.entries({ telegram, vk }));
  return settings.get(platform)?.updates === 'webhook';
}
