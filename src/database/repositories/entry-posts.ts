import type { EntryBook, EntryOutcome } from '../../domain/contests/contest-book.ts';
import type { PostAuthor } from '../../domain/posts/check-post.ts';
import type { PostKey } from '../../domain/posts/post.ts';
import type { Sql } from '../sql.ts';
import type { EntryRows } from './entry-people.ts';

type EntryPosts = Pick<
  EntryBook,
  'withPost' | 'provenOf' | 'queueCheck' | 'forgetDecision' | 'removeDraft' | 'outcome' | 'comments'
>;

/** Of `contest_entry e`, see `EntryBook.provenOf`. A page that can't be written to is still proven to be theirs. */
export const provenColumns = `
    coalesce((select jsonb_agg(a.account_id::bigint order by a.id) from chat_account a
      where a.person_id = e.person_id and a.platform = 'vk' and a.account_id ~ '^[1-9][0-9]{0,14}$'), '[]') as "vkAccountIds",
    coalesce((select jsonb_agg(o.community_id order by o.community_id) from organization_community o
      where o.organization_id = e.organization_id), '[]') as "communityIds"`;

export function createEntryPosts(sql: Sql, rows: EntryRows): EntryPosts {
  return {
    async withPost(contestId, { ownerId, postId }) {
      const [entry] = await rows.many(
        `where e.contest_id = $1 and e.post_owner_id = $2 and e.post_id = $3
           and e.state not in ('draft', 'withdrawn', 'rejected')`,
        [contestId, ownerId, postId],
      );
      return entry ?? null;
    },
    async provenOf(entryId) {
      const [row] = await sql.query<PostAuthor>(
        `select ${provenColumns} from contest_entry e where e.id = $1`,
        [entryId],
      );
      return row ?? { vkAccountIds: [], communityIds: [] };
    },
    async queueCheck(entryId, post, at) {
      await forgetOther(sql, entryId, post);
      await forgetDecision(sql, entryId);
      await sql.query(
        'update contest_entry set check_tries = 0, submitted_at = coalesce(submitted_at, $2) where id = $1',
        [entryId, at],
      );
      return rows.change(entryId, {
        state: 'checking',
        post,
        findings: [],
        checkDueAt: at,
        checkTrouble: null,
      });
    },
    forgetDecision: (entryId) => forgetDecision(sql, entryId),
    async removeDraft(entryId) {
      const draft = `(select id from contest_entry where id = $1 and state = 'draft')`;
      const files = await sql.query<{ id: string }>(
        `delete from contest_entry_file where entry_id in ${draft} returning file_id::text as id`,
        [entryId],
      );
      await sql.query('delete from stored_file where id = any($1::bigint[])', [files.map(({ id }) => id)]);
      await sql.query(`delete from contest_member where entry_id in ${draft}`, [entryId]);
      await sql.query(`delete from contest_entry where id = $1 and state = 'draft'`, [entryId]);
    },
    async outcome(entryId) {
      const [row] = await sql.query<EntryOutcome>(
        'select award, place from contest_result where entry_id = $1',
        [entryId],
      );
      return row ?? null;
    },
    async comments(entryId) {
      const rows = await sql.query<{ comment: string }>(
        `select s.comment from contest_sheet s join contest_juror j on j.id = s.juror_id
           join contest_result r on r.entry_id = s.entry_id
         where s.entry_id = $1 and s.finished_at is not null and s.comment <> '' and j.removed_at is null
           and r.facts->'sheets' @> jsonb_build_array(jsonb_build_object('jurorId', j.id::text))
         order by s.id`,
        [entryId],
      );
      return rows.map(({ comment }) => comment);
    },
  };
}

/** What staff had decided was about the work as it was before. */
async function forgetDecision(sql: Sql, entryId: string): Promise<void> {
  await sql.query(
    `update contest_entry set decided_by = null, decided_at = null, reason = '' where id = $1`,
    [entryId],
  );
}

/** Likes of one post say nothing about another. */
async function forgetOther(sql: Sql, entryId: string, { ownerId, postId }: PostKey): Promise<void> {
  const changed = await sql.query(
    `update contest_entry set marks = '[]' where id = $1 and post_id is not null
       and (post_owner_id, post_id) is distinct from ($2::bigint, $3::bigint) returning id`,
    [entryId, ownerId, postId],
  );
  if (changed.length === 0) return;
  await sql.query('delete from contest_counters where entry_id = $1', [entryId]);
  await sql.query('delete from contest_snapshot where entry_id = $1', [entryId]);
}
