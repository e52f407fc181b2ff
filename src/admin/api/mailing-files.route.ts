import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { fileSchema } from './mailing-schemas.ts';
import { idParams, idSchema, nothingSchema } from './schemas.ts';
import { uploadOf } from './upload.ts';

const tags = ['mailings'];
const fileParams = z.object({ id: idSchema, fileId: idSchema });

/** Files that go along with a message. */
export function mailingFilesRoute({ mailings }: Pick<Desks, 'mailings'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/mailings/:id/files',
      {
        config: { callers: 'staff', power: 'messages:write' },
        schema: {
          tags,
          summary: 'Put a file to a draft',
          consumes: ['multipart/form-data'],
          params: idParams,
          response: { 201: fileSchema },
        },
      },
      async (request, reply) => {
        const upload = await uploadOf(request);
        return reply.code(201).send(await mailings.addFile(staffOf(request), request.params.id, upload));
      },
    );
    app.get(
      '/mailings/:id/files/:fileId',
      {
        config: { callers: 'staff', power: 'messages:read' },
        schema: { tags, summary: 'A file of a message', params: fileParams },
      },
      async (request, reply) => {
        const { id, fileId } = request.params;
        return sendFile(reply, await mailings.readFile(staffOf(request), id, fileId));
      },
    );
    app.delete(
      '/mailings/:id/files/:fileId',
      {
        config: { callers: 'staff', power: 'messages:write' },
        schema: {
          tags,
          summary: 'Take a file from a draft',
          params: fileParams,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        const { id, fileId } = request.params;
        await mailings.removeFile(staffOf(request), id, fileId);
        return reply.code(204).send(null);
      },
    );
  };
}
