import { createContestBook } from '../../src/database/repositories/contest-book.ts';
import { createEntryBook } from '../../src/database/repositories/entry-book.ts';
import type { Sql } from '../../src/database/sql.ts';
import type { ContestKind, ContestState } from '../../src/domain/contests/contest.ts';
import type { NewEntry } from '../../src/domain/contests/contest-book.ts';
import { type ContestTerms, usualTerms } from '../../src/domain/contests/terms.ts';

type Wish = {
  kind?: ContestKind;
  state?: ContestState;
  itemId?: string | null;
  resultsOn?: string | null;
  title?: string;
  opensAt?: Date;
  closesAt?: Date;
  judgingUntil?: Date | null;
  startsAt?: Date;
  endsAt?: Date;
  terms?: Partial<ContestTerms>;
  nominations?: readonly { title: string; hashtags?: readonly string[] }[];
  criteria?: readonly { title: string; weight?: number; scale?: number }[];
  /** Ids of people. */
  jurors?: readonly string[];
};

export const opensAt = new Date('2022-03-01T04:00:00Z');
export const closesAt = new Date('2022-03-31T19:00:00Z');

/** Rows of a contest as staff would have made it: announced, one nomination, two criteria. Returns it whole. */
export async function contestIn(sql: Sql, programmeId: string, wish: Wish = {}) {
  const { kind = 'post', state = 'announced' } = wish;
  const isEvent = kind === 'event';
  const [row] = await sql.query<{ id: string }>(
    `insert into contest (programme_id, kind, title, state, opens_at, closes_at, judging_until, starts_at, ends_at,
       terms, created_at, announced_at, checked_at, published_at, item_id, results_on)
     values ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz, $7, $8, $9, $10, $5::timestamptz - interval '7 days',
       case when $4 <> 'draft' then $5::timestamptz - interval '1 day' end,
       case when $4 in ('checked', 'published') then $6::timestamptz + interval '1 day' end,
       case when $4 = 'published' then $6::timestamptz + interval '2 days' end, $11, $12) returning id::text`,
    [
      programmeId,
      kind,
      wish.title ?? 'Мой наставник',
      state,
      wish.opensAt ?? opensAt,
      wish.closesAt ?? closesAt,
      wish.judgingUntil ?? null,
      isEvent ? (wish.startsAt ?? closesAt) : null,
      isEvent ? (wish.endsAt ?? new Date((wish.startsAt ?? closesAt).getTime() + 3 * 3_600_000)) : null,
      JSON.stringify({ ...usualTerms, ...wish.terms }),
      wish.itemId ?? null,
      wish.resultsOn ?? null,
    ],
  );
  const id = row?.id ?? '';
  const nominations =
    wish.nominations ?? (isEvent ? [] : [{ title: 'Мой наставник', hashtags: ['#МойНаставник'] }]);
  for (const [index, { title, hashtags = [] }] of nominations.entries()) {
    await sql.query(
      'insert into contest_nomination (contest_id, position, title, hashtags) values ($1, $2, $3, $4)',
      [id, index + 1, title, hashtags],
    );
  }
  const criteria = wish.criteria ?? [{ title: 'Содержание' }, { title: 'Оформление', weight: 0.5 }];
  for (const [index, { title, weight = 1, scale = 10 }] of criteria.entries()) {
    await sql.query(
      'insert into contest_criterion (contest_id, position, title, weight, scale) values ($1, $2, $3, $4, $5)',
      [id, index + 1, title, weight, scale],
    );
  }
  for (const personId of wish.jurors ?? []) {
    await sql.query('insert into contest_juror (contest_id, person_id, added_at) values ($1, $2, now())', [
      id,
      personId,
    ]);
  }
  const contest = await createContestBook(sql).find(programmeId, id);
  if (contest === null) throw new Error('the contest that was just written is gone');
  return contest;
}

type EntryWish = Partial<NewEntry> & Pick<NewEntry, 'contestId'>;

/** An entry as if it had been handed in in the middle of the contest, and accepted unless another state is wished. */
export function entryIn(sql: Sql, wish: EntryWish, at = new Date('2022-03-10T06:00:00Z')) {
  return createEntryBook(sql).add(
    { nominationId: null, personId: null, organizationId: null, source: 'chat', state: 'accepted', ...wish },
    at,
  );
}
