import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { orderLimits } from '../../domain/documents/pair-order.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { callKey, staffOf, versioned } from './call.ts';
import { errandSchema } from './errands.route.ts';
import { orderSchema } from './order-schemas.ts';
import { daySchema, idParams, idSchema, lineSchema } from './schemas.ts';
import { uploadOf } from './upload.ts';

const tags = ['orders'];
const reads = { callers: 'staff', power: 'documents:read' } as const;
const writes = { callers: 'staff', power: 'documents:write' } as const;
const one = { params: idParams, response: { 200: orderSchema } } as const;

type Part = Pick<Desks, 'orders'>;

/** What becomes of an order: printed, numbered, scanned, given up. */
export function orderActsRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(printing(desks));
    app.register(ending(desks));
  };
}

function printing({ orders }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/orders/:id/print',
      {
        config: writes,
        schema: { tags, summary: 'Print it for signing, in place of what was printed before', ...one },
      },
      async (request, reply) => versioned(reply, await orders.print(staffOf(request), request.params.id)),
    );
    app.post(
      '/orders/print',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Print many as long work; the result is an archive',
          body: z.object({ ids: z.array(idSchema).min(1).max(1000) }),
          response: { 202: errandSchema },
        },
      },
      async (request, reply) =>
        reply.code(202).send(await orders.printMany(staffOf(request), request.body.ids, callKey(request))),
    );
    app.get(
      '/orders/:id/file',
      { config: reads, schema: { tags, summary: 'The printed order as DOCX', params: idParams } },
      async (request, reply) =>
        sendFile(reply, await orders.file(staffOf(request), request.params.id, 'print')),
    );
    app.get(
      '/orders/:id/scan',
      { config: reads, schema: { tags, summary: 'The signed original', params: idParams } },
      async (request, reply) =>
        sendFile(reply, await orders.file(staffOf(request), request.params.id, 'scan')),
    );
  };
}

function ending({ orders }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/orders/:id/registration',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Enter number and date, or correct them; its pairs are ordered from then on',
          body: z.object({ number: lineSchema(orderLimits.number), orderedOn: daySchema }),
          ...one,
        },
      },
      async (request, reply) =>
        versioned(reply, await orders.register(staffOf(request), request.params.id, request.body)),
    );
    app.post(
      '/orders/:id/cancel',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Give it up before it has a number; its pairs wait again',
          body: z.object({ reason: lineSchema(orderLimits.reason) }),
          ...one,
        },
      },
      async (request, reply) =>
        versioned(reply, await orders.cancel(staffOf(request), request.params.id, request.body.reason)),
    );
    app.put(
      '/orders/:id/scan',
      {
        config: writes,
        schema: { tags, summary: 'Upload the signed original', consumes: ['multipart/form-data'], ...one },
      },
      async (request, reply) =>
        versioned(reply, await orders.scan(staffOf(request), request.params.id, await uploadOf(request))),
    );
  };
}
