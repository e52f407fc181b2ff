import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { competencySorts } from '../../domain/competencies/competency-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import {
  asListQuery,
  createdSchema,
  idParams,
  idSchema,
  lineSchema,
  listQuery,
  paged,
  pageOf,
} from './schemas.ts';

const tags = ['competencies'];
const reads = { callers: 'staff', power: 'settings:read' } as const;
const writes = { callers: 'staff', power: 'settings:write' } as const;

const nameSchema = lineSchema(120);
const competencySchema = z.object({ id: idSchema, name: z.string(), archived: z.boolean() });
const lineOfList = competencySchema.extend({ offered: z.number().int(), needed: z.number().int() });

const query = listQuery(competencySorts, { archived: z.enum(['true', 'false']).default('false') });

/** The list that mentors and mentees pick from. */
export function competenciesRoute({ competencies }: Pick<Desks, 'competencies'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/competencies',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Competencies, with how many mentors offer and mentees need each',
          querystring: query,
          response: { 200: pageOf(lineOfList) },
        },
      },
      async (request) => {
        const { archived, ...asked } = request.query;
        return paged(
          asked,
          await competencies.list(staffOf(request), { archived: archived === 'true' }, asListQuery(asked)),
        );
      },
    );
    app.get(
      '/competencies/:id',
      {
        config: reads,
        schema: { tags, summary: 'A competency', params: idParams, response: { 200: competencySchema } },
      },
      async (request, reply) => versioned(reply, await competencies.one(staffOf(request), request.params.id)),
    );
    app.post(
      '/competencies',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Add one; a name that is there is no fault, an archived one comes back',
          body: z.object({ name: nameSchema }),
          response: { 201: createdSchema },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await competencies.add(staffOf(request), request.body.name, callKey(request))),
    );
    app.patch(
      '/competencies/:id',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Rename, archive or bring back; answers given before follow the name',
          params: idParams,
          body: z.object({ name: nameSchema.optional(), archived: z.boolean().optional() }),
          response: { 200: competencySchema },
        },
      },
      async (request, reply) =>
        versioned(
          reply,
          await competencies.change(staffOf(request), request.params.id, request.body, ifMatch(request)),
        ),
    );
  };
}
