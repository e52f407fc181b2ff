import { createHash } from 'node:crypto';
import { extname } from 'node:path';

export type NewFile = { bytes: Uint8Array; name: string; mime: string };

export type StoredFile = NewFile & {
  number: number;
  /** Unguessable, so that a file's address works as the platforms' signed links do. */
  key: string;
  width?: number;
  height?: number;
};

export type Files = ReturnType<typeof createFiles>;

/** So much of what was uploaded, the newest, is there in the next run. */
const keptBytes = 50 * 1024 * 1024;

/** Everything that was uploaded, in memory; `before` by an earlier run, in order of their numbers. */
export function createFiles(before: readonly StoredFile[] = []) {
  const files = new Map(before.map((file) => [file.number, file]));
  let last = before.at(-1)?.number ?? 0;
  return {
    add(file: NewFile): StoredFile {
      last += 1;
      const number = last;
      const key = createHash('sha256')
        .update(`${number}:${file.name}`)
        .update(file.bytes)
        .digest('hex')
        .slice(0, 18);
      const stored: StoredFile = { ...file, number, key, ...imageSize(file.bytes) };
      files.set(number, stored);
      return stored;
    },
    get: (number: number, key?: string): StoredFile | undefined => {
      const file = files.get(number);
      return key === undefined || file?.key === key ? file : undefined;
    },
    /** What is to outlast this run, in order of numbers. */
    kept(): StoredFile[] {
      let room = keptBytes;
      const newest = [...files.values()].reverse();
      const beyond = newest.findIndex((file) => {
        room -= file.bytes.length;
        return room < 0;
      });
      return newest.slice(0, beyond < 0 ? undefined : beyond).reverse();
    },
  };
}

/** Width and height of a PNG, GIF or JPEG; nothing for whatever is no picture. */
export function imageSize(source: Uint8Array): { width: number; height: number } | undefined {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length > 10 && bytes.toString('latin1', 0, 3) === 'GIF') {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : undefined;
}

function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The ending without its dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  return extname(name).slice(1).toLowerCase();
}

/** A square grey PNG of one pixel, for people who send "a photo" without caring which. */
export const anyPicture: NewFile = {
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOsr6//DwAFhAKAjM1mJgAAAABJRU5ErkJggg==',
    'base64',
  ),
  name: 'photo.png',
  mime: 'image/png',
};
