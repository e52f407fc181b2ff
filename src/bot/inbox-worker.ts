import { faultOf } from '../domain/delivery/fault.ts';
import type { Batch, BatchReport, InboxEvent, InboxWork } from '../domain/delivery/inbox-book.ts';
import type { Log } from '../domain/log.ts';
import type { Incoming } from '../domain/messages/incoming.ts';
import type { Platform } from '../domain/people/channel.ts';
import { createBell } from './bell.ts';

type InboxWorkerDeps<Desk> = {
  inbox: InboxWork<Desk>;
  /** How each platform's updates are read; `null`: nothing a person did, so nothing to handle. */
  readers: ReadonlyMap<Platform, (payload: unknown) => Incoming | null>;
  handle(desk: Desk, incoming: Incoming): Promise<void>;
  /** Tells the person, once, that what they did could not be understood by us. */
  apologise(desk: Desk, incoming: Incoming): Promise<void>;
  /** Called after a batch: its answers lie in the outbox. */
  answered?(): void;
  log: Log;
  /** Chats handled in one transaction: its one commit is what costs most. */
  batchSize?: number;
  /** Transactions at the same time: while one commits, the other one works. */
  lanes?: number;
};

export type InboxWorker = {
  start(): void;
  /** Events were put: look now instead of within a second. */
  wake(): void;
  /** Resolves when no event is waiting to be handled, but for those put off after a failure. */
  idle(): Promise<void>;
  /** Finishes the batches at hand. */
  stop(): Promise<void>;
};

const pollMs = 1000;

export function createInboxWorker<Desk>(deps: InboxWorkerDeps<Desk>): InboxWorker {
  const { inbox, readers, log, batchSize = 50, lanes = 2 } = deps;
  const stopping = new AbortController();
  const bells = Array.from({ length: lanes }, createBell);
  const underWay = new Set<Promise<BatchReport>>();
  let running: Promise<unknown> | null = null;

  const batch: Batch<Desk> = {
    platforms: [...readers.keys()],
    size: batchSize,
    async handle(desk, event) {
      const incoming = read(event);
      if (incoming !== null) await deps.handle(desk, incoming);
    },
    async giveUp(desk, event) {
      const incoming = read(event);
      if (incoming !== null) await deps.apologise(desk, incoming);
    },
  };

  function read(event: InboxEvent): Incoming | null {
    return readers.get(event.platform)?.(event.payload) ?? null;
  }

  /** Returns how many events were taken. */
  async function handleBatch(): Promise<number> {
    const working = inbox.handleBatch(batch);
    underWay.add(working);
    try {
      const { handled, failed } = await working;
      if (handled + failed.length > 0) deps.answered?.();
      for (const { event, error, setAside } of failed) {
        const fields = { event: event.id, platform: event.platform, tries: event.attempts + 1 };
        if (setAside) log.error({ ...fields, ...faultOf(error) }, 'An event was set aside');
        else
          log.warn({ ...fields, ...faultOf(error) }, 'An event could not be handled, it will be tried again');
      }
      return handled + failed.length;
    } finally {
      underWay.delete(working);
    }
  }

  async function lane(bell: ReturnType<typeof createBell>): Promise<void> {
    while (!stopping.signal.aborted) {
      const taken = await handleBatch().catch((error: unknown) => {
        log.error(faultOf(error), 'A batch of events could not be handled');
        return 0;
      });
      if (taken === 0) await bell.wait(pollMs, stopping.signal);
    }
  }

  return {
    start() {
      running ??= Promise.all(bells.map(lane));
    },
    wake() {
      for (const bell of bells) bell.ring();
    },
    async idle() {
      // What a lane has in its hands may be the head of a chat whose next events nobody could take yet.
      while ((await handleBatch()) > 0 || underWay.size > 0) await Promise.allSettled(underWay);
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
