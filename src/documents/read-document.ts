import { open } from 'node:fs/promises';
import { Refusal } from '../domain/refusal.ts';
import type { RoadmapPages } from '../domain/roadmap/roadmap.ts';
import { mainPart, readDocx } from './read-docx.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { unpack } from './unpack.ts';

const mostBytes = 10 * 1024 * 1024;

/**
 * A file's bytes, once it is known to be a file of a sensible size.
 * `Refusal('file-missing' | 'file-is-directory' | 'file-unreadable' | 'file-empty' | 'file-too-big')`.
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    throw new Refusal(missing ? 'file-missing' : 'file-unreadable', { path });
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw new Refusal('file-is-directory', { path });
    if (!stat.isFile()) throw new Refusal('file-unreadable', { path });
    if (stat.size === 0) throw new Refusal('file-empty', { path });
    if (stat.size > mostBytes)
      throw new Refusal('file-too-big', { path, megabytes: mostBytes / 1024 / 1024 });
    return await file.readFile();
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file-unreadable', { path });
  } finally {
    await file.close();
  }
}

/** Reads text, DOCX or XLSX, told apart by the content and never by the name. Everything else is a `Refusal('document-…')`. */
export async function readDocument(bytes: Uint8Array): Promise<RoadmapPages> {
  const kind = kindOf(bytes);
  if (kind === 'text') return readText(bytes);
  if (kind !== 'zip') throw new Refusal(`document-${kind}`);
  try {
    return await readOffice(bytes);
  } catch (error) {
    // The parsers fail in ways of their own on a file that was damaged or made to harm.
    throw error instanceof Refusal ? error : new Refusal('document-broken');
  }
}

async function readOffice(bytes: Uint8Array): Promise<RoadmapPages> {
  const parts = await unpack(bytes);
  const main = mainPart(parts);
  if (!parts.has(main)) throw new Refusal('document-unknown');
  if (main.startsWith('xl/')) return await readXlsx(bytes, parts);
  if (/document[^/]*\.xml$/u.test(main)) return readDocx(parts);
  throw new Refusal('document-unknown');
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['zip', [0x50, 0x4b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
];
const compound = [0xd0, 0xcf, 0x11, 0xe0];

function kindOf(bytes: Uint8Array): string {
  const begins = (signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
  // Office keeps old formats and documents under a password in the same container.
  if (begins(compound)) return holdsEncryptedPackage(bytes) ? 'encrypted' : 'old-office';
  return signatures.find(([, signature]) => begins(signature))?.[0] ?? 'text';
}

function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
