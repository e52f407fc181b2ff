import type { FastifyReply } from 'fastify';
import type { FileContent } from '../../domain/files/stored-file.ts';
import { Refusal } from '../../domain/refusal.ts';

/** `null` is a file that is not there, or not theirs. */
export function sendFile(
  reply: FastifyReply,
  file: FileContent | null,
  how: 'inline' | 'attachment' = 'attachment',
): FastifyReply {
  if (file === null) throw new Refusal('not-found');
  return reply
    .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .type(file.mime)
    .send(Buffer.from(file.bytes));
}
