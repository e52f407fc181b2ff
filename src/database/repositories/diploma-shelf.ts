import type { DiplomaShelf, OwnDiploma } from '../../domain/diplomas/diploma-shelf.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { createFileDesk } from './file-desk.ts';

export function createDiplomaShelf(sql: Sql): DiplomaShelf {
  return {
    ofPerson: (personId, { contestId, entryId }) =>
      sql.query<OwnDiploma>(
        `select d.id::text, d.kind, d.award, d.number, d.code from diploma d join contest c on c.id = d.contest_id
         where d.person_id = $1 and d.contest_id = $2 and (d.entry_id = $3 or d.entry_id is null)
           and d.revoked_at is null and d.shown ? 'facts'
           and (c.state in ('published', 'archived') or c.kind = 'event' and c.state <> 'cancelled')
         order by d.year, d.serial`,
        [personId, contestId, entryId],
      ),
    async file(personId, diplomaId) {
      const [row] = await sql.query<{ id: string; fileId: string | null; number: string }>(
        `select id::text, file_id::text as "fileId", number from diploma
         where id = $1 and person_id = $2 and revoked_at is null and shown ? 'facts' for no key update`,
        [readId(diplomaId), personId],
      );
      if (row === undefined) return null;
      if (row.fileId !== null) return row.fileId;
      const recipe = { document: 'diploma', diplomaId: row.id } as const;
      const fileId = await createFileDesk(sql).document(recipe, `${row.number}.pdf`, personId);
      await sql.query('update diploma set file_id = $2 where id = $1', [row.id, fileId]);
      return fileId;
    },
  };
}
