import type { ResultInput } from '../../domain/tasks/task.ts';
import type { Sql } from '../sql.ts';
import { note } from './task-settling.ts';

type Handing = { personId: string; taskId: string; completionId: string; at: Date };
/** A file that is here already, bytes and all. */
type StoredResult = { kind: 'stored'; fileId: string };

/** Hangs what was handed in on a completion. Who may was made sure by the caller. */
export async function storeResult(
  sql: Sql,
  { personId, taskId, completionId, at }: Handing,
  result: ResultInput | StoredResult,
): Promise<void> {
  const fileId = await fileOf(sql, personId, result);
  const kind = result.kind === 'stored' ? 'file' : result.kind;
  await sql.query(
    'insert into task_result (completion_id, kind, text, file_id, at) values ($1, $2, $3, $4, $5)',
    [
      completionId,
      kind,
      result.kind === 'link' ? result.url : result.kind === 'text' ? result.text : null,
      fileId,
      at,
    ],
  );
  await note(sql, { taskId, personId, kind: 'result-added', facts: { kind }, at });
}

async function fileOf(
  sql: Sql,
  personId: string,
  result: ResultInput | StoredResult,
): Promise<string | null> {
  if (result.kind === 'stored') return result.fileId;
  if (result.kind !== 'file') return null;
  const { name, mime, size, source, platform } = result;
  const [file] = await sql.query<{ id: string }>(
    `insert into stored_file (person_id, name, mime, size, state, source, platform)
     values ($1, $2, $3, $4, 'wanted', $5, $6) returning id`,
    [personId, name, mime, size, JSON.stringify(source), platform],
  );
  if (file === undefined) throw new Error('an inserted file gave no id');
  return file.id;
}
