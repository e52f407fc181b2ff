import { zip } from 'fflate';

/** Files side by side in one archive; they are packed already, so they are only put together. */
export function writeZip(files: readonly { name: string; bytes: Uint8Array }[]): Promise<Uint8Array> {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return new Promise((resolve, reject) => {
    zip(entries, { level: 0 }, (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });
}
