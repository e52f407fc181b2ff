import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../domain/people/person.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { callKey, staffOf } from './call.ts';
import {
  asListQuery,
  createdSchema,
  idParams,
  idSchema,
  instantSchema,
  lineSchema,
  listQuery,
  nothingSchema,
  paged,
  pageOf,
} from './schemas.ts';
import { invitationSchema } from './session.route.ts';

const reading = { callers: 'staff', power: 'staff:read' } as const;
const writing = { callers: 'staff', power: 'staff:write' } as const;
const tags = ['staff'];

const staffSchema = z.object({
  personId: idSchema,
  surname: z.string(),
  name: z.string(),
  patronymic: z.string(),
  seats: z.array(
    z.object({ id: idSchema, role: z.string(), organizationId: idSchema, organizationName: z.string() }),
  ),
  hasChat: z.boolean(),
  enrolled: z.boolean(),
  sessions: z.number().int(),
  tokens: z.number().int(),
  seenAt: instantSchema.nullable(),
});
const namesSchema = z.object({
  surname: lineSchema(100),
  name: lineSchema(100),
  patronymic: z.string().trim().max(100).default(''),
});
const post = { role: z.enum(roles), organizationId: idSchema };

/** Who works at the panel, and as what. */
export function staffRoutes({ staff }: Pick<Desks, 'staff'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/staff',
      {
        config: reading,
        schema: {
          tags,
          summary: 'Staff, with their roles',
          querystring: listQuery(['surname', 'seenAt'], {
            role: z.enum(roles).optional(),
            organizationId: idSchema.optional(),
          }),
          response: { 200: pageOf(staffSchema) },
        },
      },
      async (request) => {
        const { query } = request;
        const { role = null, organizationId = null } = query;
        const asked = { ...asListQuery<'surname' | 'seenAt'>(query), role, organizationId };
        return paged(query, await staff.list(staffOf(request), asked));
      },
    );
    app.post(
      '/staff',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Appoint somebody known, or somebody new',
          body: z.union([
            z.object({ ...post, personId: idSchema }),
            z.object({ ...post, names: namesSchema }),
          ]),
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const { role, organizationId, ...who } = request.body;
        const made = await staff.appoint(staffOf(request), who, { role, organizationId }, callKey(request));
        return reply.code(201).send(made);
      },
    );
    app.delete(
      '/staff/seats/:id',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Take a role away; the sessions of this person end',
          params: idParams,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        await staff.dismiss(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.register(aboutSomebody({ staff }));
  };
}

/** `:id` is the person. */
function aboutSomebody({ staff }: Pick<Desks, 'staff'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/staff/:id/invitation',
      {
        config: writing,
        schema: {
          tags,
          summary: 'A link and a code for the chat',
          params: idParams,
          response: { 200: invitationSchema },
        },
      },
      (request) => staff.invite(staffOf(request), request.params.id),
    );
    app.delete(
      '/staff/:id/second-factor',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Let somebody set up the second factor anew',
          params: idParams,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        await staff.resetFactor(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.delete(
      '/staff/:id/sessions',
      {
        config: writing,
        schema: {
          tags,
          summary: 'End all sessions of somebody',
          params: idParams,
          response: { 200: z.object({ ended: z.number().int() }) },
        },
      },
      (request) => staff.endSessions(staffOf(request), request.params.id),
    );
  };
}
