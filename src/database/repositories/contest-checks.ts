import type { ClaimedCheck, ContestChecks } from '../../domain/contests/check-book.ts';
import type { PostKey } from '../../domain/posts/post.ts';
import type { Sql } from '../sql.ts';
import { readCases } from './contest-check-cases.ts';
import { writeChecks } from './contest-check-rows.ts';
import { freezeContest } from './contest-freeze.ts';

export function createContestChecks(sql: Sql): ContestChecks {
  return {
    claim: (what, at, leasedUntil, size) => claim(sql, what, { at, leasedUntil, size }),
    hold: (claimed) => hold(sql, claimed),
    settle: (settled, at) => writeChecks(sql, settled, at),
    callIn: (at, leasedBefore) => callIn(sql, at, leasedBefore),
    freeze: (contestId, at, graceMs) => freezeContest(sql, contestId, at, graceMs),
    troubles: () =>
      sql.query(
        `select e.check_trouble as code, count(*)::int as count, max(e.check_tries) as tries
         from contest_entry e
         join contest c on c.id = e.contest_id and c.state = 'announced'
         where e.check_due_at is not null and e.check_trouble is not null
           and e.state in ('checking', 'mending', 'accepted')
         group by 1 order by 2 desc, 1`,
      ),
  };
}

async function claim(
  sql: Sql,
  what: 'new' | 'any',
  { at, leasedUntil, size }: { at: Date; leasedUntil: Date; size: number },
): Promise<ClaimedCheck[]> {
  const rows = await sql.query<{ entryId: string; key: PostKey }>(
    `with due as (
       select e.id from contest_entry e join contest c on c.id = e.contest_id
       where e.check_due_at <= $1 and e.post_id is not null and c.kind = 'post' and c.state = 'announced'
         and e.state = any($2)
       order by e.state = 'checking' desc, e.check_due_at, e.id limit $4 for no key update of e skip locked)
     update contest_entry e set check_due_at = $3 from due where e.id = due.id
     returning e.id::text as "entryId",
       jsonb_build_object('ownerId', e.post_owner_id, 'postId', e.post_id) as key`,
    [at, what === 'new' ? ['checking'] : ['checking', 'mending', 'accepted'], leasedUntil, size],
  );
  return rows.map((row) => ({ ...row, leasedUntil }));
}

/** The locks come first and in a statement of their own: what is read afterwards includes what others wrote meanwhile. */
async function hold(sql: Sql, claimed: readonly ClaimedCheck[]) {
  const held = await sql.query<{ id: string }>(
    `select e.id::text from contest_entry e
       join unnest($1::bigint[], $2::timestamptz[], $3::bigint[], $4::bigint[]) as w (id, due, owner_id, post_id)
         on w.id = e.id
     where e.check_due_at = w.due and e.post_owner_id = w.owner_id and e.post_id = w.post_id
       and e.state in ('checking', 'mending', 'accepted')
     order by e.id for no key update of e`,
    [
      claimed.map(({ entryId }) => entryId),
      claimed.map(({ leasedUntil }) => leasedUntil),
      claimed.map(({ key }) => key.ownerId),
      claimed.map(({ key }) => key.postId),
    ],
  );
  return readCases(
    sql,
    held.map(({ id }) => id),
  );
}

/** An instant that was planned before the close was moved, or never, would keep the contest from being frozen. */
async function callIn(sql: Sql, at: Date, leasedBefore: Date): Promise<string[]> {
  const closing = await sql.query<{ id: string }>(
    `select id::text from contest where kind = 'post' and state = 'announced' and closes_at <= $1 and frozen_at is null
     order by closes_at, id`,
    [at],
  );
  const ids = closing.map(({ id }) => id);
  if (ids.length === 0) return [];
  await sql.query(
    `update contest_entry e set check_due_at = $2 from contest c
     where c.id = e.contest_id and c.id = any($1::bigint[]) and e.post_id is not null
       and e.state in ('checking', 'mending', 'accepted') and e.check_trouble is null
       and (e.checked_at is null or e.checked_at < c.closes_at)
       and (e.check_due_at is null or e.check_due_at > $3)`,
    [ids, at, leasedBefore],
  );
  return ids;
}
