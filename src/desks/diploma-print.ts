import type { ShownDiploma } from '../database/repositories/diploma-book.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import type { Sql } from '../database/sql.ts';
import type { DiplomaDesign } from '../domain/diplomas/design.ts';
import type { FileContent } from '../domain/files/stored-file.ts';
import { diplomaFileName } from '../texts/documents/diploma-files.ts';
import { printDiploma } from './print-diploma.ts';

/** The bytes of the design's picture; `null` where it has none, or it is gone. */
export async function pictureOf(sql: Sql, { picture }: DiplomaDesign): Promise<Uint8Array | null> {
  if (picture === null) return null;
  return (await createStoredFileBook(sql).read(picture.fileId))?.bytes ?? null;
}

/** A paper of the register: what is shown now, in the very bytes of the first print. */
export async function printShown(sql: Sql, { facts, design }: ShownDiploma): Promise<FileContent> {
  const picture = await pictureOf(sql, design);
  const { bytes } = await printDiploma(
    facts,
    picture === null ? { ...design, picture: null } : design,
    picture,
  );
  const name = diplomaFileName(facts.kind, facts.number, facts.recipient?.name.nominative ?? facts.team);
  return { name, mime: 'application/pdf', bytes };
}
