import type { DiplomaShelf, OwnDiploma } from '../../domain/diplomas/diploma-shelf.ts';
import { mayNameSomebody } from '../../domain/diplomas/names-others.ts';
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
      const namesOthers = await namesOthersIn(sql, row.id);
      if (row.fileId !== null) return { fileId: row.fileId, namesOthers };
      const recipe = { document: 'diploma', diplomaId: row.id } as const;
      const fileId = await createFileDesk(sql).document(recipe, `${row.number}.pdf`, personId);
      await sql.query('update diploma set file_id = $2 where id = $1', [row.id, fileId]);
      return { fileId, namesOthers };
    },
  };
}

/** Of the paper's own words; its reader's surname aside. */
export async function namesOthersIn(sql: Sql, diplomaId: string): Promise<boolean> {
  const [row] = await sql.query<{ work: string; team: string; surnames: string[] }>(
    `select coalesce(d.shown->'facts'->>'work', '') as work, coalesce(d.shown->'facts'->>'team', '') as team,
       array(select distinct p.surname from person p where p.programme_id = d.programme_id and p.id <> d.person_id
         and length(p.surname) > 2
         and strpos(lower(coalesce(d.shown->'facts'->>'work', '') || ' ' || coalesce(d.shown->'facts'->>'team', '')),
           lower(left(p.surname, greatest(least(4, length(p.surname)), length(p.surname) - 2)))) > 0) as surnames
     from diploma d where d.id = $1`,
    [diplomaId],
  );
  if (row === undefined) return false;
  return mayNameSomebody(
    [row.work, row.team].filter((words) => words !== ''),
    row.surnames,
  );
}
