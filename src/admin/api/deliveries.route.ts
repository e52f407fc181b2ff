import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { troubleStates } from '../../domain/delivery/deliveries-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { namedSchema, sentMessageSchema } from './people-schemas.ts';
import {
  asListQuery,
  createdSchema,
  idParams,
  listOf,
  listQuery,
  paged,
  pageOf,
  severalOf,
} from './schemas.ts';

const tags = ['deliveries'];
const troubledSchema = sentMessageSchema.extend({ person: namedSchema.nullable() });

/** Messages that may not have arrived. */
export function deliveryRoutes({ deliveries }: Pick<Desks, 'deliveries'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/deliveries',
      {
        config: { callers: 'staff', power: 'people:read' },
        schema: {
          tags,
          summary: 'Messages that failed, lost their sense, or of which nobody knows whether they arrived',
          querystring: listQuery(['created'], { state: severalOf(troubleStates) }),
          response: { 200: pageOf(troubledSchema) },
        },
      },
      async (request) => {
        const { query } = request;
        return paged(query, await deliveries.list(staffOf(request), asListQuery(query), listOf(query.state)));
      },
    );
    app.post(
      '/deliveries/:id/again',
      {
        config: { callers: 'staff', power: 'people:write' },
        schema: {
          tags,
          summary: 'Send it once more; it may arrive twice',
          params: idParams,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        reply.code(201);
        return deliveries.sendAgain(staffOf(request), request.params.id);
      },
    );
  };
}
