import type { Clock } from '../domain/calendar/clock.ts';
import { named } from '../domain/messages/named.ts';
import { channelOf, type MayNameOthers } from '../domain/people/channel.ts';
import type { Moment } from '../domain/reminders/moment.ts';
import { summaryMessage, withoutNames } from '../texts/summary.ts';
import { type InTransaction, programmesAtWork, type RoundBooks, unasked } from './rounds.ts';

/**
 * The week's summary for every coordinator who has not got it yet: on Monday when work begins, or whenever the week's
 * first working minute is swept. Any number may run at once.
 */
export function createSummaries(deps: {
  inTransaction: InTransaction;
  clock: Clock;
  /** Everywhere, if not given. */
  mayNameOthers?: MayNameOthers;
}): () => Promise<{ sent: number }> {
  const { inTransaction, clock, mayNameOthers = () => true } = deps;
  return async () => {
    let sent = 0;
    for (const { programme, moment } of await programmesAtWork(inTransaction, clock)) {
      sent += await inTransaction((books) => summarize(books, programme.id, moment, mayNameOthers));
    }
    return { sent };
  };
}

async function summarize(
  { summaries, outbox }: RoundBooks,
  programmeId: string,
  moment: Moment,
  mayNameOthers: MayNameOthers,
): Promise<number> {
  let sent = 0;
  for (const { person, accounts, preferred, paused } of await summaries.claim(programmeId, moment)) {
    const channel = channelOf(accounts, preferred);
    // Stays open: whoever links a chat in the middle of the week gets it then.
    if (channel === null) continue;
    const settle = (outcome: Parameters<typeof summaries.settle>[2]) =>
      summaries.settle(person.id, moment.monday, outcome, moment.at);
    const organizations = await summaries.tasksOf(person.id, moment.today);
    if (paused || organizations.length === 0) {
      await settle({ skipped: paused ? 'paused' : 'nothing' });
      continue;
    }
    const message = named(mayNameOthers(channel.platform), (mayName) =>
      summaryMessage(mayName ? organizations : organizations.map(withoutNames), moment.today),
    );
    const [deliveryId] = await outbox.put([unasked(person.id, channel, message, moment)]);
    if (deliveryId === undefined) throw new Error('the outbox gave no id');
    await settle({ deliveryId });
    sent += 1;
  }
  return sent;
}
