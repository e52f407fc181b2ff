import { backOff } from '../domain/delivery/back-off.ts';
import type { Courier, DeliveryOutcome } from '../domain/delivery/delivery.ts';
import type { ClaimedDelivery, DeliveryBook } from '../domain/delivery/delivery-book.ts';
import { faultOf } from '../domain/delivery/fault.ts';
import { type Settlement, settle } from '../domain/delivery/settle.ts';
import type { Log } from '../domain/log.ts';
import { createSettling } from './sender-settling.ts';

type RequestsDeps = {
  courier: Courier;
  deliveries: Pick<DeliveryBook, 'settle'>;
  holder: string;
  log: Log;
  /** The whole bot has to wait: the platform said so, or it answers nobody just now. */
  onPause(ms: number): void;
  /** Some outcomes were written down: what waited for those rows may leave. */
  onSettled(): void;
};

/** Requests of so many seconds may be waiting for their answers. */
const secondsUnderWay = 2;
/** Pauses grow no longer than a minute: people wait for answers. */
const mostDoubts = 4;
/** How long `finish` still tries to write down what was done. */
const lastWordsMs = 10_000;

/** The requests on their way to the platform, from leaving to their outcome's being written down. */
export function createRequests({ courier, deliveries, holder, log, onPause, onSettled }: RequestsDeps) {
  const { platform } = courier;
  const underWay = new Set<Promise<void>>();
  const inHand = new Set<string>();
  /** Requests in a row whose end nobody knows. */
  let doubts = 0;
  const settling = createSettling({
    deliveries,
    holder,
    log,
    onSettled(ids) {
      for (const id of ids) inHand.delete(id);
      onSettled();
    },
  });

  async function send(claimed: readonly ClaimedDelivery[], onAnswer: () => void): Promise<void> {
    const doubtsBefore = doubts;
    let outcomes: ReadonlyMap<string, DeliveryOutcome> = new Map();
    try {
      outcomes = await courier.send(claimed);
    } catch (error) {
      log.error({ platform, ...faultOf(error) }, 'A courier threw');
    }
    onAnswer();
    if ([...outcomes.values()].some((outcome) => outcome.kind !== 'unknown')) doubts = 0;
    else doubt(doubtsBefore);
    settling.add(
      claimed.map((delivery) => ({
        delivery,
        settlement: settlementOf(delivery, outcomes.get(delivery.id)),
      })),
    );
  }

  /**
   * A platform that takes requests and answers none (502, silence) would soon have made a whole outbox uncertain. So
   * the bot waits, and then asks with one request at a time until one is answered. Those that were under way
   * together are one doubt.
   */
  function doubt(before: number): void {
    doubts = Math.max(doubts, before + 1);
    onPause(backOff(Math.min(doubts, mostDoubts)));
  }

  function settlementOf(delivery: ClaimedDelivery, said: DeliveryOutcome | undefined): Settlement {
    const outcome = said ?? { kind: 'unknown', code: 'no-outcome' };
    if (outcome.kind === 'later' && outcome.whole) onPause(outcome.afterMs);
    const settlement = settle(outcome, delivery, courier);
    if (settlement.state !== 'sent') {
      const { state, error } = settlement;
      log.warn({ delivery: delivery.id, platform, state, error }, 'A delivery was not made');
    }
    return settlement;
  }

  return {
    leave(claimed: readonly ClaimedDelivery[], onAnswer: () => void): void {
      for (const { id } of claimed) inHand.add(id);
      const request = send(claimed, onAnswer).finally(() => underWay.delete(request));
      underWay.add(request);
    },
    /** Resolves when one more may leave. */
    async room(): Promise<void> {
      const most = () => (doubts > 0 ? 1 : courier.requestsPerSecond * secondsUnderWay);
      while (underWay.size >= most()) await Promise.race(underWay);
    },
    /** Rows that left and are not written down yet. */
    inHand: (): string[] => [...inHand],
    async finish(): Promise<void> {
      await Promise.all(underWay);
      await settling.flush(AbortSignal.timeout(lastWordsMs));
    },
  };
}
