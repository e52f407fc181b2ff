import type { Contest } from '../../domain/contests/contest.ts';
import type { ContestFile, FilePurpose, WallPost } from '../../domain/contests/contest-desk.ts';
import type { FileContent } from '../../domain/files/stored-file.ts';
import type { Sql } from '../sql.ts';
import { storable } from './storable-json.ts';
import { createUploadBook } from './upload-book.ts';

/** Regulations, what goes along with them, and materials. */
export function contestFilesOf(sql: Sql) {
  return {
    async setRegulations(
      contest: Pick<Contest, 'id' | 'regulationsFileId'>,
      file: FileContent & { sha256: string },
    ) {
      const fileId = await createUploadBook(sql).keep(null, file);
      await sql.query('update contest set regulations_file_id = $2 where id = $1', [contest.id, fileId]);
      if (contest.regulationsFileId !== null) await dropUnused(sql, contest.regulationsFileId);
      return fileId;
    },
    async addFile(contestId: string, purpose: FilePurpose, file: FileContent & { sha256: string }) {
      const fileId = await createUploadBook(sql).keep(null, file);
      await sql.query(
        `insert into contest_file (contest_id, file_id, position, purpose)
         select $1, $2, coalesce(max(position), 0) + 1, $3 from contest_file where contest_id = $1`,
        [contestId, fileId, purpose],
      );
      return fileId;
    },
    async removeFile(contestId: string, fileId: string): Promise<boolean> {
      const removed = await sql.query(
        'delete from contest_file where contest_id = $1 and file_id = $2 returning file_id',
        [contestId, fileId],
      );
      if (removed.length > 0) await dropUnused(sql, fileId);
      return removed.length > 0;
    },
    files: (contestId: string) =>
      sql.query<ContestFile & { purpose: FilePurpose }>(
        `select f.id::text, f.name, f.mime, f.size::int, x.purpose from contest_file x join stored_file f on f.id = x.file_id
         where x.contest_id = $1 order by x.purpose, x.position, f.id`,
        [contestId],
      ),
    async file(fileId: string): Promise<ContestFile | null> {
      const [file] = await sql.query<ContestFile>(
        'select id::text, name, mime, size::int from stored_file where id = $1',
        [fileId],
      );
      return file ?? null;
    },
  };
}

/** What goes onto the community's wall. */
export function contestPostsOf(sql: Sql) {
  return {
    /** `by-hand` where nobody posts for us, `planned` for the job that does. */
    async planPost(
      contestId: string,
      post: Pick<WallPost, 'occasion' | 'text'> & { state: 'planned' | 'by-hand' },
      at: Date,
    ) {
      await sql.query(
        `insert into contest_post (contest_id, occasion, text, state, due_at, created_at)
         values ($1, $2, $3, $4, case when $4 = 'planned' then $5::timestamptz end, $5)
         on conflict (contest_id, occasion) do nothing`,
        [contestId, post.occasion, storable(post.text), post.state, at],
      );
    },
    /** `false` where it stands there already, or a job is at it just now. */
    async posted(
      contestId: string,
      occasion: WallPost['occasion'],
      key: { ownerId: number; postId: number },
      at: Date,
    ): Promise<boolean> {
      const rows = await sql.query(
        `update contest_post set state = 'sent', post_owner_id = $3, post_id = $4, due_at = null, error = null,
           settled_at = $5
         where contest_id = $1 and occasion = $2 and state in ('by-hand', 'planned', 'failed', 'uncertain')
         returning id`,
        [contestId, occasion, key.ownerId, key.postId, at],
      );
      return rows.length > 0;
    },
    posts: (contestId: string) =>
      sql.query<WallPost>(
        `select occasion, text, state,
           'https://vk.com/wall' || post_owner_id || '_' || post_id as link
         from contest_post where contest_id = $1 order by id`,
        [contestId],
      ),
  };
}

/** Only files that were handed in for a contest come here; a mailing may share one, a message on its way may carry one. */
export async function dropUnused(sql: Sql, fileId: string): Promise<void> {
  await sql.query(
    `delete from stored_file f where f.id = $1 and f.person_id is null and f.recipe is null
       and not exists (select from mailing_file a where a.file_id = f.id)
       and not exists (select from contest_file a where a.file_id = f.id)
       and not exists (select from delivery d where d.state in ('planned', 'claimed')
         and d.outgoing->'message'->'files' ? f.id::text)
       and not exists (select from contest a where f.id in (a.regulations_file_id, a.protocol_file_id))`,
    [fileId],
  );
}
