import { createHash } from 'node:crypto';
import { importSheets } from '../base-desk.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import { createUploadBook } from '../database/repositories/upload-book.ts';
import type { Database, Sql } from '../database/sql.ts';
import { readSheets } from '../documents/read-sheet.ts';
import { bases } from '../domain/bases/city-base.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import type { ErrandContext, ErrandKind, ErrandParams, ErrandResult } from '../domain/errands/errand.ts';
import { xlsxMime } from '../domain/files/sheet-plan.ts';
import { Refusal } from '../domain/refusal.ts';
import { invitationsFileName } from '../texts/bases.ts';

export const baseImportKind = 'base-import';

type Deps = { database: Database; clock: Clock };

/** One transaction for all rows: cancelled or killed, it has entered nobody, and a second try begins anew. */
export function createBaseImport({ database, clock }: Deps): ErrandKind {
  return {
    async run(params, context) {
      const { base, fileId, onlyGood } = readParams(params);
      const file = await createStoredFileBook(database).read(fileId);
      // What was made of it was committed with its removal: a try after that one has only to say so.
      if (file === null) return madeBefore(database, context.errandId);
      const sheets = await readSheets(file.bytes);
      return database.transaction(async (sql) => {
        const run = { sql, base, actor: { staffId: context.createdBy }, at: clock.now() };
        const { stored, duplicates, faults, invitations } = await importSheets(run, sheets, {
          onlyGood,
          progress: context.progress,
        });
        const kept = invitations === null ? null : await keepInvitations(sql, invitations, context);
        await sql.query('delete from stored_file where id = $1', [fileId]);
        const facts = {
          base,
          stored: stored.length,
          duplicates: duplicates.length,
          faults: faults.length,
        };
        await sql.query('update errand set facts = $2, file_id = $3 where id = $1', [
          context.errandId,
          JSON.stringify(facts),
          kept,
        ]);
        return kept === null ? { facts } : { facts, fileId: kept };
      });
    },
  };
}

async function madeBefore(sql: Sql, errandId: string): Promise<ErrandResult> {
  const [row] = await sql.query<{ facts: ErrandResult['facts']; fileId: string | null }>(
    `select facts, file_id as "fileId" from errand where id = $1 and facts ? 'stored'`,
    [errandId],
  );
  if (row?.facts === undefined) throw new Refusal('file-unknown');
  return { facts: row.facts, ...(row.fileId !== null && { fileId: row.fileId }) };
}

function readParams(params: ErrandParams) {
  const base = bases.find((each) => each === params.base);
  if (base === undefined || typeof params.fileId !== 'string') throw new Refusal('document-broken');
  return { base, fileId: params.fileId, onlyGood: params.onlyGood === true };
}

function keepInvitations(sql: Sql, bytes: Uint8Array, { createdBy }: ErrandContext): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return createUploadBook(sql).keep(createdBy, {
    name: invitationsFileName,
    mime: xlsxMime,
    bytes,
    sha256,
  });
}
