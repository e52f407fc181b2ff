import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { nameParts } from '../../domain/names/name-cases.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { caseForms, genderSchema } from './order-schemas.ts';
import { idParams, idSchema, nothingSchema } from './schemas.ts';

const tags = ['names'];
const exceptionSchema = z.object({
  id: idSchema,
  part: z.enum([...nameParts, 'post']),
  gender: genderSchema,
  nominative: z.string(),
  forms: caseForms.partial(),
});

/** Exceptions in how names and posts are declined. */
export function namesRoute({ names }: Pick<Desks, 'names'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/name-exceptions',
      {
        config: { callers: 'staff', power: 'settings:read' },
        schema: {
          tags,
          summary: 'Names and posts that are declined otherwise than the rules say',
          response: { 200: z.object({ items: z.array(exceptionSchema) }) },
        },
      },
      async (request) => ({ items: await names.list(staffOf(request)) }),
    );
    app.delete(
      '/name-exceptions/:id',
      {
        config: { callers: 'staff', power: 'settings:write' },
        schema: {
          tags,
          summary: 'Decline it by the rules again',
          params: idParams,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        await names.forget(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}
