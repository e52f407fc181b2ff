import type { Clock } from '../domain/calendar/clock.ts';
import { addDays, toDay } from '../domain/calendar/day.ts';
import type { CalendarBook } from '../domain/calendar/working-time.ts';
import type { ConsentBook } from '../domain/consents/consent-book.ts';
import type { DeliveryOrder } from '../domain/delivery/delivery.ts';
import type { Outbox } from '../domain/delivery/delivery-book.ts';
import type { MailingRounds } from '../domain/mailings/mailing-book.ts';
import type { Message } from '../domain/messages/message.ts';
import type { ChatAccount } from '../domain/people/channel.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { ProgrammeBook } from '../domain/programme/programme-book.ts';
import { type Moment, momentOf } from '../domain/reminders/moment.ts';
import type { ReminderBook, SummaryBook } from '../domain/reminders/reminder-book.ts';

/** What a round through the programmes touches; all of one call is one transaction. */
export type RoundBooks = {
  programmes: Pick<ProgrammeBook, 'list'>;
  calendar: CalendarBook;
  consents: Pick<ConsentBook, 'current'>;
  reminders: ReminderBook;
  summaries: SummaryBook;
  mailings: MailingRounds;
  outbox: Outbox;
  /** Brings the tasks in line with roadmap, organizations and phrases. */
  syncTasks(programmeId: string, at: Date): Promise<unknown>;
};

export type InTransaction = <T>(work: (books: RoundBooks) => Promise<T>) => Promise<T>;

/** The programmes in whose zone it is a working hour now. */
export async function programmesAtWork(
  inTransaction: InTransaction,
  clock: Clock,
): Promise<{ programme: Programme; moment: Moment }[]> {
  const at = clock.now();
  return inTransaction(async ({ programmes, calendar }) => {
    const found: { programme: Programme; moment: Moment }[] = [];
    for (const programme of await programmes.list()) {
      const today = toDay(at, programme.timeZone);
      const exceptions = await calendar.exceptions(addDays(today, -1), addDays(today, 1));
      const moment = momentOf({ ...programme, exceptions }, at);
      if (moment.working) found.push({ programme, moment });
    }
    return found;
  });
}

/** A message nobody asked for: it waits for answers to people, and expires with the working day. */
export function unasked(
  personId: string,
  channel: ChatAccount,
  message: Message,
  moment: Moment,
): DeliveryOrder {
  return {
    platform: channel.platform,
    accountId: channel.accountId,
    chatId: channel.chatId,
    personId,
    outgoing: { kind: 'send', message },
    priority: 'bulk',
    expiresInMs: moment.patienceMs,
  };
}
