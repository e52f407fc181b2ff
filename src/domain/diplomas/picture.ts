import type { PicturePlace } from './design.ts';

export const pictureLimits = {
  bytes: 3 * 1024 * 1024,
  /** A4 at 300 dots an inch is 2480 × 3508. */
  side: 4000,
  /** What is see-through has to be taken apart for each paper: an emblem may be, a page may not. */
  seeThroughDots: 1_000_000,
} as const;

export type Picture = { mime: 'image/png' | 'image/jpeg'; width: number; height: number };
export type PictureFault = {
  code: 'picture-kind' | 'picture-broken' | 'picture-bytes' | 'picture-side' | 'picture-see-through';
};

/** Looks at the first bytes of a picture for a design: which kind it is, how large, and whether it can be printed in time. */
export function checkPicture(bytes: Uint8Array, place: PicturePlace): Picture | PictureFault {
  if (bytes.length > pictureLimits.bytes) return { code: 'picture-bytes' };
  const seen = pngLook(bytes) ?? jpegLook(bytes);
  if (seen === null) return { code: isPng(bytes) || isJpeg(bytes) ? 'picture-broken' : 'picture-kind' };
  const { mime, width, height, needsWork } = seen;
  if (Math.min(width, height) < 1) return { code: 'picture-broken' };
  if (Math.max(width, height) > pictureLimits.side) return { code: 'picture-side' };
  if (needsWork && (place === 'background' || width * height > pictureLimits.seeThroughDots))
    return { code: 'picture-see-through' };
  return { mime, width, height };
}

type Look = Picture & { needsWork: boolean };

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Of the IHDR chunk, and of `tRNS` before the first data. 16 bits a colour are taken for work, too. */
function pngLook(bytes: Uint8Array): Look | null {
  if (!isPng(bytes) || bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (textAt(bytes, 12) !== 'IHDR') return null;
  const [depth, colour, interlace] = [bytes[24] ?? 0, bytes[25] ?? 0, bytes[28] ?? 0];
  let isSeeThrough = colour === 4 || colour === 6;
  for (let at = 33; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const chunk = textAt(bytes, at + 4);
    if (chunk === 'tRNS') isSeeThrough = true;
    if (chunk === 'IDAT')
      return {
        mime: 'image/png',
        width: view.getUint32(16),
        height: view.getUint32(20),
        needsWork: isSeeThrough || interlace !== 0 || depth === 16,
      };
  }
  return null;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** Of the first frame header: SOF0–SOF15 but for the three that are none. */
function jpegLook(bytes: Uint8Array): Look | null {
  if (!isJpeg(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        mime: 'image/jpeg',
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        needsWork: false,
      };
  }
  return null;
}
