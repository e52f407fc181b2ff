import type { DiplomaDesign, PicturePlace } from '../../domain/diplomas/design.ts';
import type { DiplomaKind } from '../../domain/diplomas/diploma.ts';
import type { DiplomaTemplate } from '../../domain/diplomas/template-desk.ts';
import type { Sql } from '../sql.ts';
import { storable, storableJson } from './storable-json.ts';
import { createUploadBook } from './upload-book.ts';

const columns = `t.id::text, t.kind, t.name, t.version, t.design, t.created_at as "createdAt",
  trim(coalesce(p.surname, '') || ' ' || coalesce(p.name, '')) as "createdBy", t.archived_at as "archivedAt"`;
const from = 'from diploma_template t left join person p on p.id = t.created_by';

/** Designs of a programme. Bound to one transaction. */
export function createDiplomaTemplateBook(sql: Sql) {
  const one = async (where: string, params: readonly unknown[]): Promise<DiplomaTemplate | null> => {
    const [row] = await sql.query<DiplomaTemplate>(`select ${columns} ${from} where ${where}`, params);
    return row ?? null;
  };
  return {
    list: (programmeId: string) =>
      sql.query<DiplomaTemplate>(
        `select ${columns} ${from} where t.programme_id = $1 order by t.kind, t.id desc`,
        [programmeId],
      ),
    byId: (programmeId: string, id: string) => one('t.programme_id = $1 and t.id = $2', [programmeId, id]),
    current: (programmeId: string, kind: DiplomaKind) =>
      one('t.programme_id = $1 and t.kind = $2 and t.archived_at is null order by t.id desc limit 1', [
        programmeId,
        kind,
      ]),
    async add(
      template: { programmeId: string; kind: DiplomaKind; name: string; design: DiplomaDesign; by: string },
      at: Date,
    ): Promise<DiplomaTemplate> {
      const { programmeId, kind, design, by } = template;
      const name = storable(template.name);
      // Of two who save at once the second one waits, and is the next version.
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `diploma-template:${programmeId}`,
      ]);
      const [row] = await sql.query<{ id: string }>(
        `insert into diploma_template (programme_id, kind, name, version, design, background_file_id, created_by, created_at)
         select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7 from diploma_template
         where programme_id = $1 and kind = $2 and name = $3 returning id::text`,
        [programmeId, kind, name, storableJson(design), design.picture?.fileId ?? null, by, at],
      );
      const added = row === undefined ? null : await one('t.id = $1', [row.id]);
      if (added === null) throw new Error('an insert returned no row');
      return added;
    },
    async archive(id: string, at: Date | null): Promise<void> {
      await sql.query('update diploma_template set archived_at = $2 where id = $1', [id, at]);
    },
    /** Marked with whose it is, so that no design ever shows another stored file. What nobody took within a day goes. */
    async keepPicture(
      programmeId: string,
      place: PicturePlace,
      picture: { name: string; mime: string; bytes: Uint8Array; sha256: string },
    ): Promise<string> {
      await sql.query(
        `delete from stored_file f where f.source->>'diplomaPicture' = $1 and f.created_at < now() - interval '1 day'
           and not exists (select from diploma_template t where t.background_file_id = f.id)`,
        [programmeId],
      );
      const id = await createUploadBook(sql).keep(null, picture);
      await sql.query(
        `update stored_file set source = jsonb_build_object('diplomaPicture', $2::text, 'place', $3::text) where id = $1`,
        [id, programmeId, place],
      );
      return id;
    },
    async hasPicture(programmeId: string, { fileId, place }: { fileId: string; place: PicturePlace }) {
      const rows = await sql.query(
        `select from stored_file where id = $1 and source->>'diplomaPicture' = $2
           and (source->>'place' = 'background' or source->>'place' = $3)`,
        [fileId, programmeId, place],
      );
      return rows.length > 0;
    },
  };
}
