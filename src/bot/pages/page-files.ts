import { createHash } from 'node:crypto';
import { sniff } from '../../domain/files/sniff.ts';
import { type FileContent, FileTrouble, largestFile } from '../../domain/files/stored-file.ts';
import type { PageDeps, PageTalk } from './page-talk.ts';

/** Its type is read from the bytes; a `FileTrouble` for what is none to keep. */
export async function keepUpload(
  talk: PageTalk,
  personId: string | null,
  { name, bytes }: Pick<FileContent, 'name' | 'bytes'>,
): Promise<string> {
  if (bytes.length > largestFile) throw new FileTrouble('too-large', { final: true });
  const mime = sniff(name, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return talk.desk.uploads.keep(personId, { name, mime, bytes, sha256 });
}

/** The bytes of a row that was ordered in a transaction before; `null` where there is none. */
export async function readOrdered({ files }: PageDeps, fileId: string | null): Promise<FileContent | null> {
  return fileId === null ? null : files.read(fileId);
}
