import type { FastifyRequest } from 'fastify';
import { FileTrouble } from '../../domain/files/stored-file.ts';
import { fileNameOf } from '../file-name.ts';

/** The one file of a `multipart/form-data` call. A final `FileTrouble` without one. */
export async function uploadOf(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  const file = await request.file();
  if (file === undefined) throw new FileTrouble('missing', { final: true });
  return { name: fileNameOf(file.filename), bytes: await file.toBuffer() };
}
