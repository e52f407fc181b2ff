import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { orderStates } from '../../domain/documents/pair-order.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import {
  candidatesSchema,
  correctionSchema,
  orderLineSchema,
  orderSchema,
  orderTextShape,
  pairIdsSchema,
  waitingSchema,
} from './order-schemas.ts';
import { asListQuery, createdSchema, idParams, idSchema, listQuery, paged, pageOf } from './schemas.ts';

const tags = ['orders'];
const reads = { callers: 'staff', power: 'documents:read' } as const;
const writes = { callers: 'staff', power: 'documents:write' } as const;

const ordersQuery = listQuery(['created', 'organization', 'ordered'], {
  state: z.enum(orderStates).optional(),
  organizationId: idSchema.optional(),
});

type Part = Pick<Desks, 'orders'>;

/** Orders on pairs: looking, drafting, wording. What becomes of them: `order-acts.route.ts`. */
export function ordersRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(looking(desks));
    app.register(drafting(desks));
  };
}

function looking({ orders }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/orders',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Orders on pairs',
          querystring: ordersQuery,
          response: { 200: pageOf(orderLineSchema) },
        },
      },
      async (request) => {
        const { state = null, organizationId = null } = request.query;
        const query = asListQuery<'created' | 'organization' | 'ordered'>(request.query);
        return paged(request.query, await orders.list(staffOf(request), query, { state, organizationId }));
      },
    );
    app.get(
      '/orders/waiting',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Organizations whose agreed pairs wait for an order',
          response: { 200: waitingSchema },
        },
      },
      async (request) => ({ items: await orders.waiting(staffOf(request)) }),
    );
    app.get(
      '/orders/candidates',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Pairs of an organization that wait for an order, and who may sign and control it',
          querystring: z.object({ organizationId: idSchema }),
          response: { 200: candidatesSchema },
        },
      },
      (request) => orders.candidates(staffOf(request), request.query.organizationId),
    );
    app.get(
      '/orders/:id',
      {
        config: reads,
        schema: { tags, summary: 'One order', params: idParams, response: { 200: orderSchema } },
      },
      async (request, reply) => versioned(reply, await orders.get(staffOf(request), request.params.id)),
    );
    app.get(
      '/orders/:id/preview',
      {
        config: reads,
        schema: {
          tags,
          summary: 'What it would say if it were printed now, line by line',
          params: idParams,
          response: { 200: z.object({ lines: z.array(z.string()) }) },
        },
      },
      (request) => orders.preview(staffOf(request), request.params.id),
    );
  };
}

function drafting({ orders }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/orders',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Draft an order: names and posts are put in their cases',
          body: z.object({ organizationId: idSchema, pairIds: pairIdsSchema }),
          response: { 201: createdSchema },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await orders.create(staffOf(request), request.body, callKey(request))),
    );
    app.post(
      '/orders/drafts',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Draft one order for each organization whose pairs wait',
          response: { 201: z.object({ ids: z.array(idSchema) }) },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await orders.createAll(staffOf(request), callKey(request))),
    );
    app.patch(
      '/orders/:id',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Change what it says, its pairs, who signs and who controls',
          params: idParams,
          body: z.object({ ...orderTextShape, pairIds: pairIdsSchema }),
          response: { 200: orderSchema },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        return versioned(reply, await orders.edit(staffOf(request), params.id, ifMatch(request), body));
      },
    );
    app.patch(
      '/orders/:id/people/:personId',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Correct how it names somebody; forms left out follow the rules',
          params: z.object({ id: idSchema, personId: idSchema }),
          body: correctionSchema,
          response: { 200: orderSchema },
        },
      },
      async (request, reply) => {
        const { id, personId } = request.params;
        const order = await orders.correct(staffOf(request), id, ifMatch(request), personId, request.body);
        return versioned(reply, order);
      },
    );
  };
}
