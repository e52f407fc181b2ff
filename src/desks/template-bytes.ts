import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import { createTemplateBook } from '../database/repositories/template-book.ts';
import type { Sql } from '../database/sql.ts';
import { writeDocx } from '../documents/write-docx.ts';
import type { TemplateKind } from '../domain/documents/fields.ts';
import { defaultTemplates } from '../texts/documents/default-templates.ts';

/** Our own, written once. */
const own = new Map<TemplateKind, Uint8Array>();

export function ownTemplate(kind: TemplateKind): Uint8Array {
  const known = own.get(kind) ?? writeDocx(defaultTemplates[kind]);
  own.set(kind, known);
  return known;
}

/** By what a document of this kind is printed now; `id: null` is our own template. */
export async function templateNow(
  sql: Sql,
  programmeId: string,
  kind: TemplateKind,
): Promise<{ id: string | null; bytes: Uint8Array }> {
  const current = await createTemplateBook(sql).current(programmeId, kind);
  const file = current === null ? null : await createStoredFileBook(sql).read(current.fileId);
  if (current === null || file === null) return { id: null, bytes: ownTemplate(kind) };
  return { id: current.id, bytes: file.bytes };
}
