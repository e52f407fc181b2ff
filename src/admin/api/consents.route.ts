import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { consentKinds } from '../../domain/consents/consent.ts';
import type { FileContent } from '../../domain/files/stored-file.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { fileNameOf } from '../file-name.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { namesShape, requestKinds, requestStates } from './people-schemas.ts';
import {
  asListQuery,
  daySchema,
  idParams,
  idSchema,
  instantSchema,
  listQuery,
  nothingSchema,
  paged,
  pageOf,
} from './schemas.ts';

const tags = ['consents'];
const writes = { callers: 'staff', power: 'people:write' } as const;
const requestSchema = z.object({
  id: idSchema,
  personId: idSchema,
  ...namesShape,
  kind: z.enum(requestKinds),
  state: z.enum(requestStates),
  dueOn: daySchema,
  createdAt: instantSchema,
  settledAt: instantSchema.nullable(),
});

/** Consents on paper, and requests about personal data. */
export function consentRoutes({ consents }: Pick<Desks, 'consents'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/people/:id/consents',
      {
        config: writes,
        schema: {
          tags,
          summary: 'A signed original has come in, with a scan or without one',
          consumes: ['multipart/form-data', 'application/json'],
          params: idParams,
          querystring: z.object({ kind: z.enum(consentKinds) }),
          response: { 200: nothingSchema },
        },
      },
      async (request) => {
        const scan = await scanOf(request);
        await consents.receivePaper(staffOf(request), request.params.id, { kind: request.query.kind, scan });
        return null;
      },
    );
    app.get(
      '/consents/:id/scan',
      {
        config: { callers: 'staff', power: 'people:contacts' },
        schema: { tags, summary: 'The scan of a signed original', params: idParams },
      },
      async (request, reply) => sendFile(reply, await consents.scan(staffOf(request), request.params.id)),
    );
    app.get(
      '/data-requests',
      {
        config: writes,
        schema: {
          tags,
          summary: 'What people ask us to do with their data',
          querystring: listQuery(['due'], { open: z.enum(['true', 'false']).default('true') }),
          response: { 200: pageOf(requestSchema) },
        },
      },
      async (request) => {
        const { query } = request;
        const options = { open: query.open === 'true' };
        return paged(query, await consents.requests(staffOf(request), asListQuery(query), options));
      },
    );
    app.post(
      '/data-requests/:id/fulfil',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Erase at once, or note that it was fulfilled; cannot be undone',
          params: idParams,
          response: { 200: nothingSchema },
        },
      },
      async (request) => {
        await consents.fulfil(staffOf(request), request.params.id);
        return null;
      },
    );
  };
}

async function scanOf(request: FastifyRequest): Promise<Pick<FileContent, 'name' | 'bytes'> | null> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (file === undefined) return null;
  return { name: fileNameOf(file.filename || 'scan'), bytes: new Uint8Array(await file.toBuffer()) };
}
