import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mailingStates, recipientStates } from '../../domain/mailings/mailing.ts';
import { staffActions } from '../../domain/mailings/mailing-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import {
  mailingBody,
  mailingSchema,
  mailingSummarySchema,
  previewSchema,
  progressSchema,
  recipientSchema,
} from './mailing-schemas.ts';
import { asListQuery, createdSchema, idParams, listQuery, nothingSchema, paged, pageOf } from './schemas.ts';

const reading = { callers: 'staff', power: 'messages:read' } as const;
const writing = { callers: 'staff', power: 'messages:write' } as const;
const tags = ['mailings'];

/** What staff write to many: drafts, what would happen, sending, and what became of it. */
export function mailingsRoute({ mailings }: Pick<Desks, 'mailings'>): FastifyPluginAsyncZod {
  return async (app) => {
    const filters = {
      state: z.enum(mailingStates).optional(),
      sort: z.enum(['createdAt', '-createdAt']).default('-createdAt'),
    };
    app.get(
      '/mailings',
      {
        config: reading,
        schema: {
          tags,
          summary: 'Messages to groups',
          querystring: listQuery(['createdAt'], filters),
          response: { 200: pageOf(mailingSummarySchema) },
        },
      },
      async (request) => {
        const asked = { ...asListQuery<'createdAt'>(request.query), state: request.query.state ?? null };
        return paged(asked, await mailings.list(staffOf(request), asked));
      },
    );
    app.post(
      '/mailings',
      {
        config: writing,
        schema: { tags, summary: 'Begin a message', body: mailingBody, response: { 201: createdSchema } },
      },
      async (request, reply) =>
        reply.code(201).send(await mailings.create(staffOf(request), request.body, callKey(request))),
    );
    app.get(
      '/mailings/:id',
      {
        config: reading,
        schema: { tags, summary: 'One message', params: idParams, response: { 200: mailingSchema } },
      },
      async (request, reply) => versioned(reply, await mailings.one(staffOf(request), request.params.id)),
    );
    app.put(
      '/mailings/:id',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Change a draft',
          params: idParams,
          body: mailingBody,
          response: { 200: mailingSchema },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        return versioned(reply, await mailings.change(staffOf(request), id, request.body, ifMatch(request)));
      },
    );
    app.delete(
      '/mailings/:id',
      {
        config: writing,
        schema: { tags, summary: 'Throw a draft away', params: idParams, response: { 204: nothingSchema } },
      },
      async (request, reply) => {
        await mailings.remove(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.register(sendingRoutes(mailings));
  };
}

function sendingRoutes(mailings: Desks['mailings']): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/mailings/:id/preview',
      {
        config: reading,
        schema: {
          tags,
          summary: 'How it would look, whom it would reach and how long that would take',
          params: idParams,
          response: { 200: previewSchema },
        },
      },
      (request) => mailings.preview(staffOf(request), request.params.id),
    );
    app.get(
      '/mailings/:id/progress',
      {
        config: reading,
        schema: { tags, summary: 'How far it is', params: idParams, response: { 200: progressSchema } },
      },
      (request) => mailings.progress(staffOf(request), request.params.id),
    );
    app.get(
      '/mailings/:id/recipients',
      {
        config: reading,
        schema: {
          tags,
          summary: 'Who was to hear it, and what became of that',
          params: idParams,
          querystring: listQuery(['surname'], { state: z.enum(recipientStates).optional() }),
          response: { 200: pageOf(recipientSchema) },
        },
      },
      async (request) => {
        const { query, params } = request;
        const asked = { ...asListQuery<'surname'>(query), state: query.state ?? null };
        return paged(asked, await mailings.recipients(staffOf(request), params.id, asked));
      },
    );
    for (const action of staffActions) {
      app.post(
        `/mailings/:id/${action}`,
        {
          config: writing,
          schema: {
            tags,
            summary: actionWords[action],
            params: idParams,
            body: z.object({ readers: z.number().int().min(0).optional() }).nullish(),
            response: { 200: progressSchema },
          },
        },
        (request) => mailings.act(staffOf(request), request.params.id, action, request.body?.readers ?? null),
      );
    }
    app.post(
      '/mailings/:id/copy',
      {
        config: writing,
        schema: {
          tags,
          summary: 'A new draft like this one',
          params: idParams,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await mailings.copy(staffOf(request), request.params.id, callKey(request))),
    );
  };
}

const actionWords = {
  start: 'Send it; `readers` is how many the preview has shown',
  pause: 'Hold back whatever has not left yet',
  resume: 'Go on after a pause',
  stop: 'End it for good; what was sent stays sent',
  retry: 'Write again to whoever was not reached',
} as const;
