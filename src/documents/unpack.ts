import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../domain/refusal.ts';

const mostEntries = 2000;
const mostBytes = 40 * 1024 * 1024;

/**
 * The XML parts of an office document by name. Entry count and declared sizes are checked before anything is unpacked, and every entry is
 * held to its declared size while it is. `Refusal('document-broken' | 'document-too-big' | 'document-encrypted')`.
 */
export async function unpack(bytes: Uint8Array): Promise<Map<string, string>> {
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const entries = await listEntries(archive);
    const parts = new Map<string, string>();
    for (const entry of entries) {
      const isXml = /\.(?:xml|rels)$/iu.test(entry.fileName);
      const content = await inflate(archive, entry, isXml);
      if (isXml) parts.set(entry.fileName, content);
    }
    return parts;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('document-broken');
  }
}

async function listEntries(archive: ZipFile): Promise<Entry[]> {
  if (archive.entryCount > mostEntries) throw new Refusal('document-too-big');
  const entries: Entry[] = [];
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    if (entry.isEncrypted()) throw new Refusal('document-encrypted');
    total += entry.uncompressedSize;
    if (total > mostBytes) throw new Refusal('document-too-big');
    entries.push(entry);
  }
  return entries;
}

/** Pictures are inflated too, to nowhere: what unpacks the archive after us trusts its declared sizes. */
async function inflate(archive: ZipFile, entry: Entry, keep: boolean): Promise<string> {
  const stream = await archive.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (keep) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
