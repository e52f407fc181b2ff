import type { FileShelf, WantedFile, WantedFiles } from '../../domain/files/stored-file.ts';
import type { Outgoing } from '../../domain/messages/message.ts';
import type { Sql } from '../sql.ts';
import { priorityNumbers } from './delivery-outbox.ts';
import { storableJson } from './storable-json.ts';

export function createStoredFileBook(sql: Sql): FileShelf & WantedFiles {
  return {
    async read(id) {
      const [file] = await sql.query<{ name: string; mime: string; bytes: Buffer }>(
        `select name, mime, bytes from stored_file where id = $1 and state = 'stored'`,
        [id],
      );
      return file ?? null;
    },
    claim: (platforms, size, ms) =>
      sql.query<WantedFile>(
        `update stored_file set attempts = attempts + 1, retry_at = clock_timestamp() + $3 * interval '1 millisecond'
         where id in (
           select id from stored_file
           where state = 'wanted' and platform = any($1) and retry_at <= clock_timestamp()
           order by retry_at, id limit $2 for update skip locked)
         returning id, platform, name, mime, source, attempts`,
        [platforms, size, ms],
      ),
    async store(id, { mime, bytes, sha256 }) {
      // Where it came from is a signed link to somebody's file: no longer needed, so not kept.
      await sql.query(
        `update stored_file set state = 'stored', mime = $2, bytes = $3, size = octet_length($3::bytea), sha256 = $4,
           source = '{}', error = null
         where id = $1 and state = 'wanted'`,
        [id, mime, Buffer.from(bytes), sha256],
      );
    },
    async tryLater(id, error, ms) {
      await sql.query(
        `update stored_file set error = $2, retry_at = clock_timestamp() + $3 * interval '1 millisecond'
         where id = $1 and state = 'wanted'`,
        [id, error, ms],
      );
    },
    async giveUp(id, error, notice) {
      const outgoing: Outgoing = { kind: 'send', message: notice };
      await sql.query(giveUp, [id, error, storableJson(outgoing), priorityNumbers.interactive]);
    },
  };
}

/** One statement: the notice is put if and only if the file was given up just now. */
const giveUp = `
  with failed as (
    update stored_file set state = 'failed', error = $2, source = '{}' where id = $1 and state = 'wanted'
    returning person_id, platform
  )
  insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority)
  select a.platform, a.account_id, a.chat_id, a.person_id, $3::jsonb, $4::smallint
  from failed f join chat_account a on a.person_id = f.person_id and a.platform = f.platform
  where a.closed_at is null
  order by a.last_seen_at desc, a.id desc limit 1`;
