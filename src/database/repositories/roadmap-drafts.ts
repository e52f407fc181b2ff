import type { DraftContent, DraftEdits } from '../../domain/roadmap/roadmap-draft.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

export type StoredDraft = {
  id: string;
  content: DraftContent;
  edits: DraftEdits;
  sourceHash: string;
  createdAt: Date;
};

/** Nobody comes back to one after so long: the file is there to be read again. */
const daysKept = 30;

export function createDraftBook(sql: Sql) {
  return {
    /** Lays down a draft and forgets those that nobody has stored for a month. */
    async add(
      programmeId: string,
      draft: { content: DraftContent; sourceHash: string; by: string; at: Date },
    ): Promise<string> {
      await sql.query(
        `delete from roadmap_draft where programme_id = $1 and created_at < $2::timestamptz - $3 * interval '1 day'`,
        [programmeId, draft.at, daysKept],
      );
      const [row] = await sql.query<{ id: string }>(
        `insert into roadmap_draft (programme_id, kind, content, source_hash, created_by, created_at)
         values ($1, $2, $3::jsonb, $4, $5, $6) returning id`,
        [programmeId, draft.content.kind, storableJson(draft.content), draft.sourceHash, draft.by, draft.at],
      );
      if (row === undefined) throw new Error('an inserted draft gave no id');
      return row.id;
    },
    /** Locked until the transaction ends; `null` for one of another programme. */
    async find(programmeId: string, id: string): Promise<StoredDraft | null> {
      const [draft] = await sql.query<StoredDraft>(
        `select id, content, edits, source_hash as "sourceHash", created_at as "createdAt"
         from roadmap_draft where id = $2 and programme_id = $1 for update`,
        [programmeId, id],
      );
      return draft ?? null;
    },
    list(programmeId: string): Promise<{ id: string; kind: DraftContent['kind']; createdAt: Date }[]> {
      return sql.query(
        `select id, kind, created_at as "createdAt" from roadmap_draft where programme_id = $1 order by id desc`,
        [programmeId],
      );
    },
    async edit(id: string, edits: DraftEdits): Promise<void> {
      await sql.query('update roadmap_draft set edits = $2::jsonb where id = $1', [id, storableJson(edits)]);
    },
    async remove(id: string): Promise<void> {
      await sql.query('delete from roadmap_draft where id = $1', [id]);
    },
  };
}
