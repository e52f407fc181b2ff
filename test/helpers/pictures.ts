import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one grey, see-through where asked for. */
export function pngOf({
  width,
  height,
  alpha = false,
}: {
  width: number;
  height: number;
  alpha?: boolean;
}): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = alpha ? 6 : 2;
  const rows = Buffer.alloc(height * (1 + width * (alpha ? 4 : 3)), 128);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * (alpha ? 4 : 3))] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const end = chunkOf('IEND', Buffer.alloc(0));
  return new Uint8Array(
    Buffer.concat([signature, chunkOf('IHDR', header), chunkOf('IDAT', deflateSync(rows)), end]),
  );
}

function chunkOf(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** The head of a JPEG: what says how large it is, and nothing to see. */
export function jpegOf({ width, height }: { width: number; height: number }): Uint8Array {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0];
  return new Uint8Array(Buffer.concat([Buffer.from(start), frame, Buffer.from([0xff, 0xd9])]));
}
