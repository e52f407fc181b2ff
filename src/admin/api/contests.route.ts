import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contestKinds } from '../../domain/contests/contest.ts';
import type { ContestSort } from '../../domain/contests/contest-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { callKey, ifMatch, staffOf, versionedBy } from './call.ts';
import { contestEnclosuresRoute } from './contest-enclosures.route.ts';
import {
  announcingBody,
  contestLineSchema,
  contestSchema,
  settingsBody,
  sourceBody,
  stageSchema,
} from './contest-schemas.ts';
import {
  asListQuery,
  createdSchema,
  idParams,
  idSchema,
  lineSchema,
  listQuery,
  nothingSchema,
  paged,
  pageOf,
} from './schemas.ts';

const tags = ['contests'];
const reads = { callers: 'staff', power: 'contests:read' } as const;
const writes = { callers: 'staff', power: 'contests:write' } as const;

const contestsQuery = listQuery(['closes', 'title', 'created'], {
  stage: stageSchema.optional(),
  kind: z.enum(contestKinds).optional(),
});

type Part = Pick<Desks, 'contests'>;

/** Contests and events: looking, setting up, announcing. Works, jury's sheets and results have files of their own. */
export function contestsRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(settingUp(desks));
    app.register(moving(desks));
    app.register(contestEnclosuresRoute(desks));
  };
}

function settingUp({ contests }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/contests',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Contests and events',
          querystring: contestsQuery,
          response: { 200: pageOf(contestLineSchema) },
        },
      },
      async (request) => {
        const { stage = null, kind = null } = request.query;
        const query = asListQuery<ContestSort>(request.query);
        return paged(request.query, await contests.list(staffOf(request), query, { stage, kind }));
      },
    );
    app.post(
      '/contests',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Begin a draft: from a template, from nothing, or a former contest for the next year',
          body: sourceBody,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await contests.create(staffOf(request), request.body, callKey(request))),
    );
    app.get(
      '/contests/:id',
      {
        config: reads,
        schema: { tags, summary: 'One contest', params: idParams, response: { 200: contestSchema } },
      },
      async (request, reply) => {
        const contest = await contests.get(staffOf(request), request.params.id);
        return versionedBy(reply, contest.settings, contest);
      },
    );
    app.put(
      '/contests/:id',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Change its settings',
          params: idParams,
          body: settingsBody,
          response: { 200: contestSchema },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const contest = await contests.edit(staffOf(request), params.id, ifMatch(request), body);
        return versionedBy(reply, contest.settings, contest);
      },
    );
    app.delete(
      '/contests/:id',
      {
        config: writes,
        schema: { tags, summary: 'Throw a draft away', params: idParams, response: { 204: nothingSchema } },
      },
      async (request, reply) => {
        await contests.remove(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}

function moving({ contests }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/contests/:id/announcement',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Announce it: with a post for the wall and a mailing, if they are wished',
          params: idParams,
          body: announcingBody,
          response: { 200: z.object({ contest: contestSchema, mailingId: idSchema.nullable() }) },
        },
      },
      (request) => contests.announce(staffOf(request), request.params.id, request.body),
    );
    app.put(
      '/contests/:id/posts/:occasion',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Say where a post is that somebody has put onto the wall by hand',
          params: z.object({ id: idSchema, occasion: z.enum(['announcement', 'results']) }),
          body: z.object({ link: lineSchema(500) }),
          response: { 200: contestSchema },
        },
      },
      (request) => {
        const { id, occasion } = request.params;
        return contests.postedByHand(staffOf(request), id, occasion, request.body.link);
      },
    );
    app.post(
      '/contests/:id/cancel',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Call it off; whoever takes part is told why',
          params: idParams,
          body: z.object({ reason: lineSchema(500) }),
          response: { 200: contestSchema },
        },
      },
      (request) => contests.cancel(staffOf(request), request.params.id, request.body.reason),
    );
    app.post(
      '/contests/:id/archive',
      {
        config: writes,
        schema: { tags, summary: 'Lay it away', params: idParams, response: { 200: contestSchema } },
      },
      (request) => contests.archive(staffOf(request), request.params.id),
    );
  };
}
