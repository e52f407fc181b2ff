import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { applicationStates, appliedRoles, registrationForms } from '../../domain/registration/application.ts';
import { type ApplicationsDesk, applicationSorts } from '../../domain/registration/applications-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf, versioned } from './call.ts';
import { namedSchema, namesShape } from './people-schemas.ts';
import { asListQuery, idParams, idSchema, instantSchema, listQuery, paged, pageOf } from './schemas.ts';

const lineSchema = z.object({
  id: idSchema,
  person: namedSchema,
  form: z.enum(registrationForms),
  role: z.enum(appliedRoles),
  organizationId: idSchema,
  organizationName: z.string(),
  state: z.enum(applicationStates),
  appliedAt: instantSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  double: namedSchema.nullable(),
});

const viewSchema = lineSchema.extend({
  minor: z.boolean(),
  answers: z.array(z.object({ name: z.string(), said: z.string() })),
  steps: z.array(
    z.object({
      kind: z.string(),
      at: instantSchema,
      by: z.object(namesShape).nullable(),
      reason: z.string().nullable(),
    }),
  ),
  may: z.array(z.enum(applicationStates)),
});

const decidedStates = ['confirmed', 'declined', 'active', 'on-leave', 'left'] as const;
const tags = ['applications'];
const config = { callers: 'staff', power: 'applications:decide' } as const;
const view = { 200: viewSchema };

/** Applications and what is made of them. */
export function applicationRoutes({ applications }: Pick<Desks, 'applications'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(reading(applications));
    app.register(deciding(applications));
  };
}

function reading(applications: ApplicationsDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/applications',
      {
        config,
        schema: {
          tags,
          summary: 'Applications that I decide',
          querystring: listQuery(applicationSorts, {
            state: z.enum(applicationStates).optional(),
            role: z.enum(appliedRoles).optional(),
            organizationId: idSchema.optional(),
          }),
          response: { 200: pageOf(lineSchema) },
        },
      },
      async (request) => {
        const { query } = request;
        const { state = null, role = null, organizationId = null } = query;
        const filter = { state, role, organizationId };
        return paged(query, await applications.list(staffOf(request), asListQuery(query), filter));
      },
    );
    app.get(
      '/applications/:id',
      {
        config,
        schema: { tags, summary: 'One application with its answers', params: idParams, response: view },
      },
      async (request, reply) =>
        versioned(reply, await applications.card(staffOf(request), request.params.id)),
    );
  };
}

function deciding(applications: ApplicationsDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/applications/:id/decision',
      {
        config,
        schema: {
          tags,
          summary: 'Confirm, decline, or note that somebody started, is away, is back or has left',
          params: idParams,
          body: z.object({ to: z.enum(decidedStates), reason: z.string().trim().max(500).default('') }),
          response: view,
        },
      },
      (request) => {
        const { params, body } = request;
        return applications.decide(staffOf(request), params.id, body.to, body.reason);
      },
    );
    app.post(
      '/applications/:id/join',
      {
        config,
        schema: {
          tags,
          summary: 'The applicant is the known person: join them; cannot be undone',
          params: idParams,
          response: view,
        },
      },
      (request) => applications.join(staffOf(request), request.params.id),
    );
    app.post(
      '/applications/:id/keep-apart',
      {
        config,
        schema: { tags, summary: 'They are two people', params: idParams, response: view },
      },
      (request) => applications.keepApart(staffOf(request), request.params.id),
    );
  };
}
