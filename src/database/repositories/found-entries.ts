import type { Entry, EntryState } from '../../domain/contests/entry.ts';
import type { Sql } from '../sql.ts';

/** In these an entry holds no post, so that a found one need not make room. */
const holdsNone: readonly EntryState[] = ['draft', 'withdrawn', 'rejected', 'found'];

/**
 * Makes room for an entry with this post where our search had found it: the found row lets go of the post. Answers its id
 * for `mergeFound`, or null.
 */
export async function releaseFound(
  sql: Sql,
  contestId: string,
  state: EntryState,
  post: Entry['post'],
): Promise<string | null> {
  if (post === null || holdsNone.includes(state)) return null;
  const [found] = await sql.query<{ id: string }>(
    `update contest_entry set state = 'withdrawn'
     where contest_id = $1 and post_owner_id = $2 and post_id = $3 and state = 'found' returning id::text`,
    [contestId, post.ownerId, post.postId],
  );
  return found?.id ?? null;
}

/** The same for an entry that is there and is about to change. */
export async function releaseFoundFor(
  sql: Sql,
  entryId: string,
  change: { state: EntryState | undefined; post: Entry['post'] | undefined },
): Promise<string | null> {
  if (change.state === undefined && change.post === undefined) return null;
  const [entry] = await sql.query<{ contestId: string; state: EntryState; post: Entry['post'] }>(
    `select contest_id::text as "contestId", state,
       case when post_id is not null then jsonb_build_object('ownerId', post_owner_id, 'postId', post_id) end as post
     from contest_entry where id = $1`,
    [entryId],
  );
  // Staff may turn a found one itself into something else.
  if (entry === undefined || entry.state === 'found') return null;
  const { state = entry.state, post = entry.post } = change;
  return releaseFound(sql, entry.contestId, state, post);
}

/** What was seen of the found one becomes this entry's past; the row itself goes. */
export async function mergeFound(sql: Sql, foundId: string | null, entryId: string): Promise<void> {
  if (foundId === null) return;
  await sql.query('update contest_snapshot set entry_id = $2 where entry_id = $1', [foundId, entryId]);
  await sql.query(
    `insert into contest_counters (entry_id, at, likes, reposts, comments, views)
     select $2, at, likes, reposts, comments, views from contest_counters where entry_id = $1
     on conflict do nothing`,
    [foundId, entryId],
  );
  await sql.query('delete from contest_counters where entry_id = $1', [foundId]);
  await sql.query('delete from contest_member where entry_id = $1', [foundId]);
  await sql.query('delete from contest_entry where id = $1', [foundId]);
}
