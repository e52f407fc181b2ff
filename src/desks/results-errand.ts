import { createPost } from '../bot/dialogues/post.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { createPeopleBook } from '../database/repositories/people-book.ts';
import { peopleToTell, resultsOf } from '../database/repositories/result-people.ts';
import type { Database, Sql } from '../database/sql.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import type { ContestKind } from '../domain/contests/contest.ts';
import { readTerms } from '../domain/contests/terms.ts';
import type { ErrandKind } from '../domain/errands/errand.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { resultsMessage } from '../texts/contests/results-news.ts';

export const resultNoticesKind = 'contest-results';
/** Of `contest_notice`. */
export const resultsOccasion = 'results';

type Deps = { database: Database; clock: Clock; mayNameOthers: MayNameOthers };

/**
 * Tells everybody behind a work of a contest how it came out. That somebody was told and the message itself are one
 * transaction: wherever it dies, whoever has the row has the message, and the next try goes on with the others.
 */
export function createResultNotices(deps: Deps): ErrandKind {
  return {
    async run(params, { progress }) {
      const contestId = String(params.contestId);
      const people = await peopleToTell(deps.database, contestId, resultsOccasion);
      const before = await countOf(deps.database, contestId);
      const done = before.told + before.unreachable;
      for (const [index, personId] of people.entries()) {
        await progress(done + index, done + people.length);
        await tellOnce(deps, contestId, personId);
      }
      return { facts: await countOf(deps.database, contestId) };
    },
  };
}

async function countOf(sql: Sql, contestId: string): Promise<{ told: number; unreachable: number }> {
  const [count] = await sql.query<{ told: number; unreachable: number }>(
    `select count(*) filter (where delivered)::int as told, count(*) filter (where not delivered)::int as unreachable
     from contest_notice where contest_id = $1 and occasion = $2`,
    [contestId, resultsOccasion],
  );
  return count ?? { told: 0, unreachable: 0 };
}

async function tellOnce(
  { database, clock, mayNameOthers }: Deps,
  contestId: string,
  personId: string,
): Promise<void> {
  const at = clock.now();
  await database.transaction(async (sql) => {
    const [contest] = await sql.query<{ title: string; kind: ContestKind; terms: unknown }>(
      'select title, kind, terms from contest where id = $1',
      [contestId],
    );
    const results = await resultsOf(sql, contestId, personId);
    if (contest === undefined || results.length === 0) return;
    const [first] = await sql.query(
      `insert into contest_notice (contest_id, person_id, occasion, at, delivered) values ($1, $2, $3, $4, true)
       on conflict do nothing returning id`,
      [contestId, personId, resultsOccasion, at],
    );
    if (first === undefined) return;
    const post = createPost({ people: createPeopleBook(sql), outbox: createOutbox(sql) }, at, mayNameOthers);
    const { showsComments } = readTerms(contest.terms);
    const isReached = await post.tell(personId, (mayName) =>
      resultsMessage({ title: contest.title, kind: contest.kind, results, showsComments }, mayName),
    );
    await post.leave();
    if (isReached) return;
    await sql.query(
      `update contest_notice set delivered = false where contest_id = $1 and person_id = $2 and occasion = $3`,
      [contestId, personId, resultsOccasion],
    );
  });
}
