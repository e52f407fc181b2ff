import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { PairDesk } from '../../domain/pairs/pair-desk.ts';
import { callKey, staffOf } from './call.ts';
import {
  endingSchema,
  noteSchema,
  pairViewSchema,
  paperSchema,
  replacementSchema,
  resultSchema,
} from './pair-schemas.ts';
import { createdSchema, idParams } from './schemas.ts';

const tags = ['pairs'];
const writes = { callers: 'staff', power: 'pairs:write' } as const;
const shown = { 200: pairViewSchema };

/** Steps from one state of a pair to the next. */
export function pairStepRoutes(pairs: PairDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/pairs/:id/agreements',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Record what somebody has signed on paper',
          params: idParams,
          body: paperSchema,
          response: shown,
        },
      },
      (request) => pairs.agreeOnPaper(staffOf(request), request.params.id, request.body),
    );
    app.post(
      '/pairs/:id/withdrawal',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Take back what no order has fixed yet',
          params: idParams,
          body: noteSchema,
          response: shown,
        },
      },
      (request) => pairs.withdraw(staffOf(request), request.params.id, request.body.note),
    );
    app.post(
      '/pairs/:id/start',
      {
        config: writes,
        schema: { tags, summary: 'Begin an ordered pair now', params: idParams, response: shown },
      },
      (request) => pairs.start(staffOf(request), request.params.id),
    );
    app.register(endRoutes(pairs));
  };
}

function endRoutes(pairs: PairDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/pairs/:id/completion',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Complete an active pair, with what came of it',
          params: idParams,
          body: resultSchema,
          response: shown,
        },
      },
      (request) => pairs.complete(staffOf(request), request.params.id, request.body.result),
    );
    app.post(
      '/pairs/:id/ending',
      {
        config: writes,
        schema: {
          tags,
          summary: 'End an ordered or active pair before its time, with a reason',
          params: idParams,
          body: endingSchema,
          response: shown,
        },
      },
      (request) => pairs.end(staffOf(request), request.params.id, request.body),
    );
    app.post(
      '/pairs/:id/replacement',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Propose another mentor to the mentees of a live pair, which ends',
          params: idParams,
          body: replacementSchema,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        return reply.code(201).send(await pairs.replace(staffOf(request), params.id, body, callKey(request)));
      },
    );
  };
}
