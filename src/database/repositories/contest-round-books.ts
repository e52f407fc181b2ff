import type { Sql } from '../sql.ts';
import { createCalendarBook } from './calendar-book.ts';
import { createContestBook } from './contest-book.ts';
import { createContestChecks } from './contest-checks.ts';
import { createContestFinding } from './contest-finding.ts';
import { createContestNotices } from './contest-notices.ts';
import { createContestPosting } from './contest-posting.ts';
import { createOutbox } from './delivery-outbox.ts';
import { createEntryBook } from './entry-book.ts';
import { createPeopleBook } from './people-book.ts';
import { createProgrammeBook } from './programme-book.ts';

/** Everything the rounds about contests need, bound to one transaction. */
export function createContestRoundBooks(sql: Sql) {
  return {
    programmes: createProgrammeBook(sql),
    calendar: createCalendarBook(sql),
    people: createPeopleBook(sql),
    checks: createContestChecks(sql),
    finding: createContestFinding(sql),
    notices: createContestNotices(sql),
    posting: createContestPosting(sql),
    contests: createContestBook(sql),
    entries: createEntryBook(sql),
    outbox: createOutbox(sql),
  };
}
