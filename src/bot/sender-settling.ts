import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { DeliveryBook } from '../domain/delivery/delivery-book.ts';
import { faultOf } from '../domain/delivery/fault.ts';
import type { Settlement } from '../domain/delivery/settle.ts';
import type { Log } from '../domain/log.ts';

type SettlingDeps = {
  deliveries: Pick<DeliveryBook, 'settle'>;
  holder: string;
  log: Log;
  /** Some rows were written down: those behind them may leave now. */
  onSettled(ids: readonly string[]): void;
};

export type Settling = {
  add(settled: readonly { delivery: Delivery; settlement: Settlement }[]): void;
  /** Resolves when everything added is written down, or `patience` was aborted first. */
  flush(patience: AbortSignal): Promise<void>;
};

/**
 * Writes outcomes down in batches: what comes while one batch is being written makes the next. A database that is
 * away is asked again and again; an outcome is never dropped while the process lives, since a row left `claimed`
 * becomes uncertain.
 */
export function createSettling({ deliveries, holder, log, onSettled }: SettlingDeps): Settling {
  const waiting: { delivery: Delivery; settlement: Settlement }[] = [];
  let writing: Promise<void> | null = null;
  let abandoned = false;

  async function write(): Promise<void> {
    let failures = 0;
    while (waiting.length > 0 && !abandoned) {
      const batch = waiting.slice();
      try {
        await deliveries.settle(holder, batch);
        waiting.splice(0, batch.length);
        failures = 0;
        onSettled(batch.map(({ delivery }) => delivery.id));
      } catch (error) {
        failures++;
        log.error({ deliveries: batch.length, ...faultOf(error) }, 'Outcomes could not be written down yet');
        await pause(Math.min(100 * 2 ** failures, 2000));
      }
    }
    writing = null;
  }

  return {
    add(settled) {
      waiting.push(...settled);
      writing ??= write();
    },
    async flush(patience) {
      const stop = () => {
        abandoned = true;
      };
      patience.addEventListener('abort', stop, { once: true });
      if (patience.aborted) stop();
      while (writing !== null) await writing;
      patience.removeEventListener('abort', stop);
    },
  };
}
