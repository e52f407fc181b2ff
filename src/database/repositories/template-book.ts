import type { Template, TemplateBook } from '../../domain/documents/template-book.ts';
import type { Sql } from '../sql.ts';

const columns = `t.id::text, t.kind, t.version, t.file_id::text as "fileId", f.name as "fileName", f.size::int as size,
  t.uploaded_at as "uploadedAt", trim(coalesce(p.surname, '') || ' ' || coalesce(p.name, '')) as "uploadedBy",
  t.archived_at as "archivedAt"`;
const from = `from document_template t join stored_file f on f.id = t.file_id left join person p on p.id = t.uploaded_by`;

export function createTemplateBook(sql: Sql): TemplateBook {
  const one = async (where: string, params: readonly unknown[]) => {
    const [row] = await sql.query<Template>(`select ${columns} ${from} where ${where}`, params);
    return row ?? null;
  };
  return {
    list: (programmeId) =>
      sql.query<Template>(
        `select ${columns} ${from} where t.programme_id = $1 order by t.kind, t.version desc`,
        [programmeId],
      ),
    current: (programmeId, kind) =>
      one(`t.programme_id = $1 and t.kind = $2 and t.archived_at is null order by t.version desc limit 1`, [
        programmeId,
        kind,
      ]),
    byId: (programmeId, id) => one('t.programme_id = $1 and t.id = $2', [programmeId, id]),
    async add({ programmeId, kind, fileId, by }, at) {
      // Of two who upload at once the second one waits, and is the next version.
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `template:${programmeId}:${kind}`,
      ]);
      const [row] = await sql.query<{ id: string }>(
        `insert into document_template (programme_id, kind, version, file_id, uploaded_by, uploaded_at)
         select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 from document_template
         where programme_id = $1 and kind = $2 returning id::text`,
        [programmeId, kind, fileId, by, at],
      );
      const added = row === undefined ? null : await one('t.id = $1', [row.id]);
      if (added === null) throw new Error('an insert returned no row');
      return added;
    },
    async archive(id, at) {
      await sql.query('update document_template set archived_at = $2 where id = $1', [id, at]);
    },
  };
}
