import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errandStates } from '../../domain/errands/errand.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { idParams, idSchema, instantSchema, listQuery, paged, pageOf } from './schemas.ts';

export const errandSchema = z.object({
  id: idSchema,
  kind: z.string(),
  state: z.enum(errandStates),
  done: z.number().int(),
  total: z.number().int().nullable().meta({ description: 'Steps in all, once they are known' }),
  isStopping: z.boolean(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  fileId: idSchema.nullable(),
  fault: z.string().nullable().meta({ description: 'Code of what ended it' }),
  createdAt: instantSchema,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
});

/** Long work: how far it is, stopping it, and what it made. */
export function errandsRoute({ errands }: Pick<Desks, 'errands'>): FastifyPluginAsyncZod {
  const config = { callers: 'staff', power: 'self' } as const;
  const tags = ['errands'];
  return async (app) => {
    app.get(
      '/errands',
      {
        config,
        schema: {
          tags,
          summary: 'The long work I have ordered',
          querystring: listQuery(['id'], {}).omit({ q: true, sort: true }),
          response: { 200: pageOf(errandSchema) },
        },
      },
      async (request) => paged(request.query, await errands.list(staffOf(request), request.query)),
    );
    app.get(
      '/errands/:id',
      {
        config,
        schema: { tags, summary: 'How far it is', params: idParams, response: { 200: errandSchema } },
      },
      (request) => errands.get(staffOf(request), request.params.id),
    );
    app.post(
      '/errands/:id/cancel',
      {
        config,
        schema: {
          tags,
          summary: 'Stop it at its next step',
          params: idParams,
          response: { 200: errandSchema },
        },
      },
      (request) => errands.cancel(staffOf(request), request.params.id),
    );
    app.get(
      '/errands/:id/file',
      { config, schema: { tags, summary: 'What it made', params: idParams } },
      async (request, reply) => sendFile(reply, await errands.file(staffOf(request), request.params.id)),
    );
  };
}
