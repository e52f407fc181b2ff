import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { organizationKinds } from '../../domain/organizations/organization.ts';
import { type OrganizationsDesk, organizationSorts } from '../../domain/organizations/organizations-desk.ts';
import { roles } from '../../domain/people/person.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import { namedSchema } from './people-schemas.ts';
import {
  asListQuery,
  createdSchema,
  idParams,
  idSchema,
  instantSchema,
  lineSchema,
  listQuery,
  paged,
  pageOf,
} from './schemas.ts';

const kindSchema = z.enum(organizationKinds);
const number = z.number().int();
const countsShape = {
  people: number,
  mentors: number,
  mentees: number,
  waiting: number,
  tasks: z.object({ open: number, late: number, done: number }),
};
const factsShape = {
  kind: kindSchema,
  name: z.string(),
  shortName: z.string(),
  aliases: z.array(z.string()),
};
const factsSchema = z.object(factsShape);
const sentSchema = z.object({
  kind: kindSchema,
  name: lineSchema(300),
  shortName: lineSchema(100),
  aliases: z.array(lineSchema(100)).max(20),
});
const tags = ['organizations'];
const reads = { callers: 'staff', power: 'organizations:read' } as const;
const writes = { callers: 'staff', power: 'organizations:write' } as const;

/** Schools, kindergartens, colleges, partners and the office. */
export function organizationRoutes({ organizations }: Pick<Desks, 'organizations'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(reading(organizations));
    app.register(writing(organizations));
  };
}

function reading(organizations: OrganizationsDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/organizations',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Organizations with how many people and tasks they have',
          querystring: listQuery(organizationSorts, { kind: kindSchema.optional() }),
          response: { 200: pageOf(z.object({ id: idSchema, ...factsShape, ...countsShape })) },
        },
      },
      async (request) => {
        const { query } = request;
        return paged(
          query,
          await organizations.list(staffOf(request), asListQuery(query), query.kind ?? null),
        );
      },
    );
    app.get(
      '/organizations/:id',
      {
        config: reads,
        schema: {
          tags,
          summary: 'One organization; the version is that of the facts',
          params: idParams,
          response: {
            200: z.object({
              card: z.object({
                id: idSchema,
                facts: factsSchema,
                counts: z.object(countsShape),
                staff: z.array(namedSchema.extend({ role: z.enum(roles) })),
                createdAt: instantSchema,
              }),
              mayEdit: z.boolean(),
            }),
          },
        },
      },
      async (request, reply) => {
        const found = await organizations.card(staffOf(request), request.params.id);
        versioned(reply, found.card.facts);
        return found;
      },
    );
  };
}

function writing(organizations: OrganizationsDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/organizations',
      {
        config: writes,
        schema: { tags, summary: 'Add one', body: sentSchema, response: { 201: createdSchema } },
      },
      async (request, reply) => {
        reply.code(201);
        return organizations.add(staffOf(request), request.body, callKey(request));
      },
    );
    app.patch(
      '/organizations/:id',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Change what one is called',
          params: idParams,
          body: sentSchema,
          response: { 200: factsSchema },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        return versioned(
          reply,
          await organizations.edit(staffOf(request), params.id, body, ifMatch(request)),
        );
      },
    );
  };
}
