import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { idParams, idSchema, instantSchema, nothingSchema } from './schemas.ts';

const tags = ['calendar'];
const config = { callers: 'staff', power: 'tasks:read' } as const;

const feedSchema = z.object({
  id: idSchema,
  organizationId: idSchema.nullable().meta({ description: 'null: the tasks that the owner answers for' }),
  organizationName: z.string().nullable(),
  createdAt: instantSchema,
  renewedAt: instantSchema.nullable(),
  readAt: instantSchema.nullable(),
});
const openedSchema = z.object({
  feed: feedSchema,
  address: z.string().meta({ description: 'A secret, told this once' }),
});

/** One's own subscriptions of calendars. */
export function calendarFeedsRoute({ feeds }: Pick<Desks, 'feeds'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/calendar-feeds',
      { config, schema: { tags, summary: 'My calendar feeds', response: { 200: z.array(feedSchema) } } },
      (request) => feeds.list(staffOf(request)),
    );
    app.post(
      '/calendar-feeds',
      {
        config,
        schema: {
          tags,
          summary:
            'Open a feed; its address is told this once. Not to be repeated by a key: the answer is a secret',
          body: z.object({ organizationId: idSchema.nullable() }),
          response: { 201: openedSchema },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await feeds.open(staffOf(request), request.body.organizationId)),
    );
    app.post(
      '/calendar-feeds/:id/renewal',
      {
        config,
        schema: {
          tags,
          summary: 'Another address; the one before is over',
          params: idParams,
          response: { 200: openedSchema },
        },
      },
      (request) => feeds.renew(staffOf(request), request.params.id),
    );
    app.delete(
      '/calendar-feeds/:id',
      { config, schema: { tags, summary: 'End a feed', params: idParams, response: { 204: nothingSchema } } },
      async (request, reply) => {
        await feeds.revoke(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}
