import { setTimeout as pause } from 'node:timers/promises';
import type { Courier } from '../domain/delivery/delivery.ts';
import type { ClaimedDelivery, DeliveryBook } from '../domain/delivery/delivery-book.ts';
import { faultOf } from '../domain/delivery/fault.ts';
import type { Log } from '../domain/log.ts';
import type { Bell } from './bell.ts';
import type { Gate } from './gate.ts';
import type { Held } from './leaseholder.ts';
import { createRequests } from './sender-requests.ts';
import { createRest } from './sender-rest.ts';

type RoundDeps = {
  courier: Courier;
  deliveries: DeliveryBook;
  log: Log;
  bell: Bell;
  gate: Gate;
  held: Held;
};

const pollMs = 1000;
/** A claim is made so long before the gate opens: late enough that a crash leaves few rows in doubt. */
const claimAheadMs = 15;

/** What a sender does while it holds one lease: claim, pass the gate, send without waiting for answers, settle. */
export function createRound({ courier, deliveries, log, bell, gate, held }: RoundDeps) {
  const { platform, chatRestMs = 0 } = courier;
  const { signal, holder } = held;
  const rest = createRest(chatRestMs);
  const requests = createRequests({
    courier,
    deliveries,
    holder,
    log,
    onPause: (ms) => gate.pause(ms, performance.now()),
    onSettled: bell.ring,
  });

  async function turn(): Promise<void> {
    await requests.room();
    await gateOpensIn(claimAheadMs);
    if (signal.aborted) return;
    const size = courier.deliveriesPerRequest;
    const tired = rest.at(performance.now());
    const claimed = await deliveries.claim({ platform, lease: held.name, holder, size, ...tired });
    if (claimed.length === 0) {
      await bell.wait(rest.isAny() ? Math.min(pollMs, chatRestMs) : pollMs, signal);
      return;
    }
    await gateOpensIn(0);
    // Not sent after all: whoever comes next need not wonder about them.
    if (signal.aborted) await deliveries.unclaim(platform, holder, requests.inHand());
    else leave(claimed);
  }

  async function gateOpensIn(ms: number): Promise<void> {
    for (;;) {
      const wait = gate.waitMs(performance.now()) - ms;
      if (wait <= 0 || signal.aborted) return;
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  function leave(claimed: readonly ClaimedDelivery[]): void {
    const now = performance.now();
    const noteAnswer = gate.pass(now);
    for (const { outgoing, chatId } of claimed) if (outgoing.kind === 'send') rest.begin(chatId, now);
    requests.leave(claimed, () => noteAnswer(performance.now()));
  }

  return {
    async run(): Promise<void> {
      while (!signal.aborted) {
        try {
          await turn();
        } catch (error) {
          log.error({ platform, ...faultOf(error) }, 'The outbox could not be read');
          await pause(pollMs, undefined, { signal }).catch(() => undefined);
          // The claim may have been made without our learning of it.
          await deliveries.unclaim(platform, holder, requests.inHand()).catch(() => undefined);
        }
      }
      await requests.finish();
    },
  };
}
