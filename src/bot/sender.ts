import { setTimeout as pause } from 'node:timers/promises';
import type { Courier } from '../domain/delivery/delivery.ts';
import type { DeliveryBook } from '../domain/delivery/delivery-book.ts';
import type { LeaseBook } from '../domain/delivery/lease.ts';
import type { Log } from '../domain/log.ts';
import { createBell } from './bell.ts';
import { createGate } from './gate.ts';
import { createLeaseholder } from './leaseholder.ts';
import { createRound } from './sender-round.ts';

type SenderDeps = {
  courier: Courier;
  deliveries: DeliveryBook;
  leases: LeaseBook;
  log: Log;
  leaseMs?: number;
};

export type Sender = {
  start(): void;
  /** Rows were put: look now instead of within a second. */
  wake(): void;
  /** Resolves when nothing of this platform is due or under way, whoever sends it. */
  idle(): Promise<void>;
  /** Finishes what is under way and gives the lease back. */
  stop(): Promise<void>;
};

/** One bot's sender. Any number of copies may run: the one that holds the lease `send:<platform>` sends. */
export function createSender({ courier, deliveries, leases, log, leaseMs = 15_000 }: SenderDeps): Sender {
  const { platform } = courier;
  const bell = createBell();
  // Outlives the lease: what left a moment ago under the last one counts for the platform.
  const gate = createGate({ perSecond: courier.requestsPerSecond });
  const leaseholder = createLeaseholder({
    leases,
    name: `send:${platform}`,
    leaseMs,
    log,
    async work(held) {
      const left = await deliveries.recover(courier, held.holder);
      if (left.planned + left.uncertain > 0) log.warn({ platform, ...left }, 'A dead sender left deliveries');
      await createRound({ courier, deliveries, log, bell, gate, held }).run();
    },
  });

  return {
    start: leaseholder.start,
    wake: bell.ring,
    async idle() {
      while ((await deliveries.pending(platform)) > 0) await pause(20);
    },
    stop: leaseholder.stop,
  };
}
