import type { UploadBook } from '../../domain/files/upload-book.ts';
import type { Sql } from '../sql.ts';

export function createUploadBook(sql: Sql): UploadBook {
  return {
    async keep(personId, { name, mime, bytes, sha256 }) {
      const [row] = await sql.query<{ id: string }>(
        `insert into stored_file (person_id, name, mime, size, state, bytes, sha256)
         values ($1, $2, $3, octet_length($4::bytea), 'stored', $4, $5) returning id`,
        [personId, name, mime, Buffer.from(bytes), sha256],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      return row.id;
    },
    async mayRead(personId, fileId) {
      const rows = await sql.query(
        `select from stored_file where id = $2 and recipe is not null and (
           recipe->>'document' = 'consent-text' or person_id = $1
           or recipe->>'staffId' = $1::bigint::text and exists (select from appointment
             where person_id = $1 and role in ('coordinator', 'curator') and ended_at is null)
           or recipe->>'consentId' in (select c.id::text from consent c
             join consent_text t on t.id = c.text_id and t.giver = 'representative'
             join representation r on r.pupil_id = c.person_id where r.representative_id = $1))`,
        [personId, fileId],
      );
      return rows.length > 0;
    },
  };
}
