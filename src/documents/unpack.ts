import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../domain/refusal.ts';

/** `ratio`: how many times larger a part may be unpacked than packed; text packs ten to thirty times. */
export type UnpackLimits = { entries: number; bytes: number; ratio?: number };

const usual: UnpackLimits = { entries: 2000, bytes: 40 * 1024 * 1024 };
/** What is small unpacked, too, may be packed as tightly as it likes. */
const smallPart = 256 * 1024;

/**
 * The XML parts of an office document by name. Entry count and declared sizes are checked before anything is unpacked, and every entry is
 * held to its declared size while it is. `Refusal('document-broken' | 'document-too-big' | 'document-encrypted')`.
 */
export async function unpack(bytes: Uint8Array, limits = usual): Promise<Map<string, string>> {
  return (await unpackAll(bytes, limits)).xml;
}

/** The same, with the names of all parts in their order; one name twice is `Refusal('document-broken')`. */
export async function unpackAll(
  bytes: Uint8Array,
  limits: UnpackLimits,
): Promise<{ xml: Map<string, string>; names: string[] }> {
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const entries = await listEntries(archive, limits);
    const parts = new Map<string, string>();
    for (const entry of entries) {
      const isXml = /\.(?:xml|rels)$/iu.test(entry.fileName);
      const content = await inflate(archive, entry, isXml);
      if (isXml) parts.set(entry.fileName, content);
    }
    const names = entries.map(({ fileName }) => fileName);
    if (new Set(names).size !== names.length) throw new Refusal('document-broken');
    return { xml: parts, names };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('document-broken');
  }
}

async function listEntries(archive: ZipFile, limits: UnpackLimits): Promise<Entry[]> {
  if (archive.entryCount > limits.entries) throw new Refusal('document-too-big');
  const entries: Entry[] = [];
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    if (entry.isEncrypted()) throw new Refusal('document-encrypted');
    total += entry.uncompressedSize;
    if (total > limits.bytes || isBomb(entry, limits)) throw new Refusal('document-too-big');
    entries.push(entry);
  }
  return entries;
}

function isBomb({ uncompressedSize, compressedSize }: Entry, { ratio }: UnpackLimits): boolean {
  if (ratio === undefined || uncompressedSize <= smallPart) return false;
  return uncompressedSize > ratio * Math.max(compressedSize, 1);
}

/** Pictures are inflated too, to nowhere: what unpacks the archive after us trusts its declared sizes. */
async function inflate(archive: ZipFile, entry: Entry, keep: boolean): Promise<string> {
  const stream = await archive.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (keep) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
