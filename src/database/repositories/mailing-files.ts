import type { MailingFile } from '../../domain/mailings/mailing.ts';
import type { MailingBook } from '../../domain/mailings/mailing-book.ts';
import type { Sql } from '../sql.ts';
import { createUploadBook } from './upload-book.ts';

type Files = Pick<MailingBook, 'addFile' | 'removeFile' | 'copyFiles' | 'remove'>;

/** A file of a mailing is the programme's, not anybody's own; a copy of the mailing shares it. */
export function createMailingFiles(sql: Sql): Files {
  return {
    async addFile(mailingId, file): Promise<MailingFile> {
      const id = await createUploadBook(sql).keep(null, file);
      await sql.query(
        `insert into mailing_file (mailing_id, file_id, position)
         select $1, $2, coalesce(max(position), 0) + 1 from mailing_file where mailing_id = $1`,
        [mailingId, id],
      );
      return { id, name: file.name, mime: file.mime, size: file.bytes.length };
    },

    async removeFile(mailingId, fileId) {
      const removed = await sql.query(
        'delete from mailing_file where mailing_id = $1 and file_id = $2 returning file_id',
        [mailingId, fileId],
      );
      if (removed.length > 0) await dropUnused(sql, [fileId]);
      return removed.length > 0;
    },

    async copyFiles(fromId, toId) {
      await sql.query(
        `insert into mailing_file (mailing_id, file_id, position)
         select $2, file_id, position from mailing_file where mailing_id = $1`,
        [fromId, toId],
      );
    },

    async remove(mailingId) {
      const files = await sql.query<{ id: string }>(
        'delete from mailing_file where mailing_id = $1 returning file_id as id',
        [mailingId],
      );
      await sql.query('update mailing set copied_from = null where copied_from = $1', [mailingId]);
      await sql.query('delete from mailing where id = $1', [mailingId]);
      await dropUnused(
        sql,
        files.map(({ id }) => id),
      );
    },
  };
}

/** Only files that were handed in for a mailing come here. */
async function dropUnused(sql: Sql, fileIds: readonly string[]): Promise<void> {
  await sql.query(
    `delete from stored_file f where f.id = any($1::bigint[]) and f.person_id is null and f.recipe is null
       and not exists (select from mailing_file a where a.file_id = f.id)`,
    [fileIds],
  );
}
