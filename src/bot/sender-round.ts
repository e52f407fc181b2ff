import { setTimeout as pause } from 'node:timers/promises';
import type { Courier, DeliveryOutcome } from '../domain/delivery/delivery.ts';
import type { ClaimedDelivery, DeliveryBook } from '../domain/delivery/delivery-book.ts';
import { faultOf } from '../domain/delivery/fault.ts';
import { settle } from '../domain/delivery/settle.ts';
import type { Log } from '../domain/log.ts';
import type { Bell } from './bell.ts';
import type { Gate } from './gate.ts';
import type { Held } from './leaseholder.ts';
import { createRest } from './sender-rest.ts';
import { createSettling } from './sender-settling.ts';

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
/** Requests of so many seconds may be waiting for their answers. */
const secondsUnderWay = 2;
/** How long a round that ends still tries to write down what it did. */
const lastWordsMs = 10_000;

/** What a sender does while it holds one lease: claim, pass the gate, send without waiting for answers, settle. */
export function createRound({ courier, deliveries, log, bell, gate, held }: RoundDeps) {
  const { platform } = courier;
  const { signal, holder } = held;
  const requests = new Set<Promise<void>>();
  const restMs = courier.chatRestMs ?? 0;
  const rest = createRest(restMs);
  /** Claimed and not yet written down. */
  const inHand = new Set<string>();
  const settling = createSettling({
    deliveries,
    holder,
    log,
    onSettled(ids) {
      for (const id of ids) inHand.delete(id);
      bell.ring();
    },
  });

  async function turn(): Promise<void> {
    if (requests.size >= courier.requestsPerSecond * secondsUnderWay) await Promise.race(requests);
    await gateOpensIn(claimAheadMs);
    if (signal.aborted) return;
    const claimed = await deliveries.claim({
      platform,
      lease: held.name,
      holder,
      size: courier.deliveriesPerRequest,
      ...rest.at(performance.now()),
    });
    if (claimed.length === 0) {
      await bell.wait(rest.isAny() ? Math.min(pollMs, restMs) : pollMs, signal);
      return;
    }
    await gateOpensIn(0);
    // Not sent after all: whoever comes next need not wonder about them.
    if (signal.aborted) await deliveries.unclaim(platform, holder, [...inHand]);
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
    for (const delivery of claimed) {
      inHand.add(delivery.id);
      if (delivery.outgoing.kind === 'send') rest.begin(delivery.chatId, now);
    }
    const request = send(claimed, noteAnswer).finally(() => requests.delete(request));
    requests.add(request);
  }

  async function send(claimed: readonly ClaimedDelivery[], noteAnswer: (at: number) => void): Promise<void> {
    let outcomes: ReadonlyMap<string, DeliveryOutcome> = new Map();
    try {
      outcomes = await courier.send(claimed);
    } catch (error) {
      log.error({ platform, ...faultOf(error) }, 'A courier threw');
    }
    noteAnswer(performance.now());
    settling.add(
      claimed.map((delivery) => {
        const outcome = outcomes.get(delivery.id) ?? { kind: 'unknown', code: 'no-outcome' };
        if (outcome.kind === 'later' && outcome.whole) gate.pause(outcome.afterMs, performance.now());
        const settlement = settle(outcome, delivery, courier);
        if (settlement.state !== 'sent') {
          const { state, error } = settlement;
          log.warn({ delivery: delivery.id, platform, state, error }, 'A delivery was not made');
        }
        return { delivery, settlement };
      }),
    );
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
          await deliveries.unclaim(platform, holder, [...inHand]).catch(() => undefined);
        }
      }
      await Promise.all(requests);
      await settling.flush(AbortSignal.timeout(lastWordsMs));
    },
  };
}
