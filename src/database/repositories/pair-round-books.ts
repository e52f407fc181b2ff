import type { Sql } from '../sql.ts';
import { createOutbox } from './delivery-outbox.ts';
import { createPairBook } from './pair-book.ts';
import { createPairRounds } from './pair-rounds.ts';
import { createPeopleBook } from './people-book.ts';
import { createProgrammeBook } from './programme-book.ts';

/** Everything the round about pairs needs, bound to one transaction. */
export function createPairRoundBooks(sql: Sql) {
  return {
    programmes: createProgrammeBook(sql),
    people: createPeopleBook(sql),
    pairs: createPairBook(sql),
    rounds: createPairRounds(sql),
    outbox: createOutbox(sql),
  };
}
