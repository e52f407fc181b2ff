import type { Sql } from '../sql.ts';
import { createCalendarBook } from './calendar-book.ts';
import { createConsentBook } from './consent-book.ts';
import { createOutbox } from './delivery-outbox.ts';
import { createMailingRounds } from './mailing-rounds.ts';
import { createProgrammeBook } from './programme-book.ts';
import { createReminderBook } from './reminder-book.ts';
import { createSummaryBook } from './summary-book.ts';
import { syncTasks } from './task-plan.ts';

/** Everything the rounds of jobs need, bound to one transaction. */
export function createRoundBooks(sql: Sql) {
  return {
    programmes: createProgrammeBook(sql),
    calendar: createCalendarBook(sql),
    consents: createConsentBook(sql),
    reminders: createReminderBook(sql),
    summaries: createSummaryBook(sql),
    mailings: createMailingRounds(sql),
    outbox: createOutbox(sql),
    syncTasks: (programmeId: string, at: Date) => syncTasks(sql, programmeId, at),
  };
}
