import type { FastifyRequest } from 'fastify';
import { FileTrouble } from '../../domain/files/stored-file.ts';

const longestName = 150;

/** The one file of a `multipart/form-data` call. A final `FileTrouble` without one. */
export async function uploadOf(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  const file = await request.file();
  if (file === undefined) throw new FileTrouble('missing', { final: true });
  return { name: nameOf(file.filename), bytes: await file.toBuffer() };
}

/** As it is shown to people: no paths, nothing unseen; the ending stays. */
function nameOf(given: string | undefined): string {
  const name = (given ?? '').replace(/[\p{C}/\\]/gu, '').trim();
  return name === '' ? 'file' : [...name].slice(-longestName).join('');
}
