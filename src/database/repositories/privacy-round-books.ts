import type { Sql } from '../sql.ts';
import { createOutbox } from './delivery-outbox.ts';
import { createPeopleBook } from './people-book.ts';
import { createPrivacyRounds } from './privacy-rounds.ts';
import { createProgrammeBook } from './programme-book.ts';
import { createRetentionBook } from './retention-book.ts';

/** Everything the rounds about people’s data need, bound to one transaction. */
export function createPrivacyRoundBooks(sql: Sql) {
  return {
    programmes: createProgrammeBook(sql),
    people: createPeopleBook(sql),
    privacy: createPrivacyRounds(sql),
    retention: createRetentionBook(sql),
    outbox: createOutbox(sql),
  };
}
