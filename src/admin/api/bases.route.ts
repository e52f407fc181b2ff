import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bases as baseKeys } from '../../domain/bases/city-base.ts';
import { FileTrouble } from '../../domain/files/stored-file.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { errandSchema } from './errands.route.ts';

const params = z.object({ base: z.enum(baseKeys) });
const previewSchema = z.object({
  ready: z.number().int(),
  duplicates: z.array(z.object({ number: z.number().int(), names: z.string() })),
  faults: z.array(z.object({ cell: z.string(), message: z.string() })),
});
const tags = ['bases'];
const consumes = ['multipart/form-data'];
const exports = { callers: 'staff', power: 'people:export' } as const;
const writes = { callers: 'staff', power: 'people:write' } as const;

/** The bases of mentors and mentees as spreadsheets. */
export function baseRoutes({ bases }: Pick<Desks, 'bases'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/bases/:base/template',
      { config: exports, schema: { tags, summary: 'An empty spreadsheet to fill in', params } },
      async (request, reply) => sendFile(reply, await bases.template(staffOf(request), request.params.base)),
    );
    app.get(
      '/bases/:base/export',
      { config: exports, schema: { tags, summary: 'Everybody who takes part', params } },
      async (request, reply) => sendFile(reply, await bases.export(staffOf(request), request.params.base)),
    );
    app.post(
      '/bases/:base/preview',
      {
        config: writes,
        schema: {
          tags,
          summary: 'What an import of this sheet would do',
          consumes,
          params,
          response: { 200: previewSchema },
        },
      },
      async (request) => bases.preview(staffOf(request), request.params.base, await sheetOf(request)),
    );
    app.post(
      '/bases/:base/import',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Enter the people of a sheet; long work',
          consumes,
          params,
          querystring: z.object({ onlyGood: z.enum(['true', 'false']).default('false') }),
          response: { 202: errandSchema },
        },
      },
      async (request, reply) => {
        const options = { onlyGood: request.query.onlyGood === 'true' };
        const bytes = await sheetOf(request);
        const errand = await bases.import(staffOf(request), request.params.base, bytes, options);
        return reply.code(202).send(errand);
      },
    );
  };
}

async function sheetOf(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) throw new FileTrouble('missing', { final: true });
  const file = await request.file();
  if (file === undefined) throw new FileTrouble('missing', { final: true });
  return new Uint8Array(await file.toBuffer());
}
