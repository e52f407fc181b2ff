import type { NameExceptionBook } from '../../domain/documents/order-book.ts';
import type { CaseException } from '../../domain/names/name-cases.ts';
import type { Sql } from '../sql.ts';
import { storable, storableJson } from './storable-json.ts';

export function createNameExceptionBook(sql: Sql): NameExceptionBook {
  return {
    list: (programmeId) =>
      sql.query<CaseException & { id: string }>(
        `select id::text, part, nullif(gender, 'any') as gender, nominative, forms from name_case_exception
         where programme_id = $1 order by nominative, part, gender`,
        [programmeId],
      ),
    async remember(programmeId, { part, gender, nominative, forms }, by, at) {
      await sql.query(
        `insert into name_case_exception (programme_id, part, gender, nominative, forms, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (programme_id, part, gender, nominative) do update
           set forms = excluded.forms, created_by = excluded.created_by, created_at = excluded.created_at`,
        [programmeId, part, gender ?? 'any', storable(nominative.toLowerCase()), storableJson(forms), by, at],
      );
    },
    async forget(programmeId, id) {
      const gone = await sql.query(
        'delete from name_case_exception where programme_id = $1 and id = $2 returning id',
        [programmeId, id],
      );
      return gone.length > 0;
    },
  };
}
