import type { FastifyReply } from 'fastify';
import type { FileContent } from '../../domain/files/stored-file.ts';
import { sendFile } from '../pages/send-file.ts';
import { sendPublicFault, unsearched } from './public-frame.ts';

/** To be kept, never to be shown by the browser as a page of ours: others made it. */
export function sendDownload(reply: FastifyReply, file: FileContent | null): FastifyReply {
  if (file === null) return sendPublicFault(reply, 'not-found');
  unsearched(reply)
    .header('cache-control', 'public, max-age=30')
    .header('content-security-policy', 'sandbox');
  return sendFile(reply, file);
}
