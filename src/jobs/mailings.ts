import type { Clock } from '../domain/calendar/clock.ts';
import type { DeliveryOrder } from '../domain/delivery/delivery.ts';
import type { Log } from '../domain/log.ts';
import { letterTo, wayTo } from '../domain/mailings/letter.ts';
import type { Mailing, SkipReason } from '../domain/mailings/mailing.ts';
import type { DueReader, MailingOutcome } from '../domain/mailings/mailing-book.ts';
import { portion } from '../domain/mailings/pace.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import type { Moment } from '../domain/reminders/moment.ts';
import { faultWord } from './fault-word.ts';
import { type InTransaction, programmesAtWork, type RoundBooks, unasked } from './rounds.ts';

/** People, not mailings. */
export type MailingReport = { queued: number; skipped: number };

/**
 * Hands what staff want to say to the outbox, a portion at a time, so that a pause or a stop is felt at once. Works in small transactions,
 * each of which leaves the rows whole; any number of rounds may run at once.
 */
export function createMailingRound(deps: {
  inTransaction: InTransaction;
  clock: Clock;
  log: Log;
  /** Everywhere, if not given. */
  mayNameOthers?: MayNameOthers;
  /** Readers in one transaction. */
  chunk?: number;
}): () => Promise<MailingReport> {
  const { inTransaction, clock, log, mayNameOthers = () => true, chunk = 100 } = deps;

  async function send(
    mailingId: string,
    moment: Moment,
    most: number,
    report: MailingReport,
  ): Promise<number> {
    let queued = 0;
    while (queued < most) {
      const size = Math.min(chunk, most - queued);
      const some = await inTransaction((books) => queue(books, mailingId, moment, { size, mayNameOthers }));
      queued += some.queued;
      report.queued += some.queued;
      report.skipped += some.skipped;
      if (some.queued + some.skipped === 0) break;
    }
    return queued;
  }

  return async () => {
    const report: MailingReport = { queued: 0, skipped: 0 };
    await settleAll(inTransaction, clock);
    for (const { programme, moment } of await programmesAtWork(inTransaction, clock)) {
      const { ids, queued } = await inTransaction(({ mailings }) => mailings.sending(programme.id));
      let left = portion - queued;
      for (const mailingId of ids) {
        try {
          left -= await send(mailingId, moment, left, report);
        } catch (error) {
          // One mailing's trouble must not silence the others.
          log.error({ mailingId, fault: faultWord(error) }, 'a mailing could not go on');
        }
      }
      await inTransaction(async ({ mailings }) => {
        for (const mailingId of ids) await mailings.finish(mailingId, moment.at);
      });
    }
    return report;
  };
}

/** At any hour: what has arrived has arrived. */
async function settleAll(inTransaction: InTransaction, clock: Clock): Promise<void> {
  await inTransaction(async ({ programmes, mailings }) => {
    for (const { id } of await programmes.list()) await mailings.settle(id, clock.now());
  });
}

/** One transaction: the rows of these readers and their deliveries are written together or not at all. */
async function queue(
  { mailings, outbox }: RoundBooks,
  mailingId: string,
  moment: Moment,
  { size, mayNameOthers }: { size: number; mayNameOthers: MayNameOthers },
): Promise<MailingReport> {
  const mailing = await mailings.hold(mailingId);
  if (mailing === null) return { queued: 0, skipped: 0 };
  const turns = (await mailings.claim(mailingId, moment, size)).map((reader) =>
    turnOf(reader, mailing, moment, mayNameOthers),
  );
  const letters = turns.flatMap((turn) => ('order' in turn ? [turn] : []));
  const deliveryIds = await outbox.put(letters.map(({ order }) => order));
  const queued = letters.map(({ recipientId, order }, index): MailingOutcome => {
    const deliveryId = deliveryIds[index];
    if (deliveryId === undefined) throw new Error('the outbox gave fewer ids than orders');
    return { recipientId, queued: { deliveryId, platform: order.platform } };
  });
  const skipped = turns.flatMap((turn): MailingOutcome[] => ('skipped' in turn ? [turn] : []));
  await mailings.write([...queued, ...skipped], moment.at);
  return { queued: queued.length, skipped: skipped.length };
}

type Turn = { recipientId: string; order: DeliveryOrder } | { recipientId: string; skipped: SkipReason };

function turnOf(reader: DueReader, mailing: Mailing, moment: Moment, mayNameOthers: MayNameOthers): Turn {
  const { recipientId, person } = reader;
  const way = wayTo(reader, mailing, mayNameOthers);
  if ('skip' in way) return { recipientId, skipped: way.skip };
  const message = letterTo(person, mailing, way.other);
  return { recipientId, order: unasked(person.id, way.channel, message, moment) };
}
