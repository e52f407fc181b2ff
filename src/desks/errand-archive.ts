import { createHash } from 'node:crypto';
import { createUploadBook } from '../database/repositories/upload-book.ts';
import type { Database } from '../database/sql.ts';
import { writeZip } from '../documents/write-zip.ts';
import type { FileContent } from '../domain/files/stored-file.ts';
import { apart } from '../texts/documents/file-names.ts';

/** Puts files into one archive, which the errand hands out; the id of its row. */
export async function keepArchive(
  database: Database,
  files: readonly FileContent[],
  { errandId, name }: { errandId: string; name: string },
): Promise<string> {
  const names = apart(files.map((file) => file.name));
  const bytes = await writeZip(
    files.map((file, at) => ({ name: names[at] ?? file.name, bytes: file.bytes })),
  );
  return database.transaction(async (sql) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // A try that died between keeping the archive and saying so has left one that nobody knows of.
    await sql.query(`delete from stored_file where source->>'errand' = $1`, [errandId]);
    const fileId = await createUploadBook(sql).keep(null, { name, mime: 'application/zip', bytes, sha256 });
    await sql.query(`update stored_file set source = jsonb_build_object('errand', $2::text) where id = $1`, [
      fileId,
      errandId,
    ]);
    return fileId;
  });
}
