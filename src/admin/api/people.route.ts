import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { consentKinds } from '../../domain/consents/consent.ts';
import type { PeopleDesk } from '../../domain/people/people-desk.ts';
import type { PeopleFilter, PeopleSort } from '../../domain/people/people-list.ts';
import { peopleSorts } from '../../domain/people/people-list.ts';
import { roles } from '../../domain/people/person.ts';
import { applicationStates } from '../../domain/registration/application.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import {
  deliveryStates,
  factsSchema,
  personAnswerSchema,
  personLineSchema,
  platformSchema,
  postSchema,
  sentFactsSchema,
  sentMessageSchema,
} from './people-schemas.ts';
import { linkingRoutes } from './person-links.route.ts';
import {
  asListQuery,
  createdSchema,
  daySchema,
  idParams,
  idSchema,
  listQuery,
  nothingSchema,
  paged,
  pageOf,
} from './schemas.ts';

export const peopleFilters = {
  role: z.enum(roles).optional(),
  organizationId: idSchema.optional(),
  state: z.enum(applicationStates).optional(),
  lacks: z.enum([...consentKinds, 'any']).optional(),
  reachable: z.enum(['true', 'false']).optional(),
  platform: platformSchema.optional(),
};
const peopleQuery = listQuery(peopleSorts, peopleFilters);

type AskedFilter = z.infer<z.ZodObject<typeof peopleFilters>>;

export function peopleFilterOf(asked: AskedFilter): PeopleFilter {
  return {
    role: asked.role ?? null,
    organizationId: asked.organizationId ?? null,
    state: asked.state ?? null,
    lacks: asked.lacks ?? null,
    reachable: asked.reachable === undefined ? null : asked.reachable === 'true',
    platform: asked.platform ?? null,
  };
}

const tags = ['people'];
const reads = { callers: 'staff', power: 'people:read' } as const;
const writes = { callers: 'staff', power: 'people:write' } as const;
const done = { 200: nothingSchema };

/** People: the list, the card and what staff do with somebody. */
export function peopleRoutes({ people }: Pick<Desks, 'people'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(readingRoutes(people));
    app.register(changingRoutes(people));
    app.register(linkingRoutes(people));
  };
}

function readingRoutes(people: PeopleDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/people',
      {
        config: reads,
        schema: {
          tags,
          summary: 'People; a search forgives slips',
          querystring: peopleQuery,
          response: { 200: pageOf(personLineSchema) },
        },
      },
      async (request) => {
        const { query } = request;
        return paged(query, await people.list(staffOf(request), asListQuery(query), peopleFilterOf(query)));
      },
    );
    app.get(
      '/people/export',
      {
        config: { callers: 'staff', power: 'people:export' },
        schema: {
          tags,
          summary: 'The list as a spreadsheet, all of it',
          querystring: peopleQuery.omit({ page: true, size: true }),
        },
      },
      async (request, reply) => {
        const { query } = request;
        const asked = asListQuery<PeopleSort>({ ...query, page: 1, size: 1 });
        return sendFile(reply, await people.export(staffOf(request), asked, peopleFilterOf(query)));
      },
    );
    app.get(
      '/people/:id',
      {
        config: reads,
        schema: {
          tags,
          summary: 'One person; the version is that of the facts',
          params: idParams,
          response: { 200: personAnswerSchema },
        },
      },
      async (request, reply) => {
        const found = await people.card(staffOf(request), request.params.id);
        versioned(reply, found.card.facts);
        return found;
      },
    );
    app.get(
      '/people/:id/messages',
      {
        config: reads,
        schema: {
          tags,
          summary: 'What was sent to somebody, and what became of it',
          params: idParams,
          querystring: listQuery(['created'], { state: z.enum(deliveryStates).optional() }),
          response: { 200: pageOf(sentMessageSchema) },
        },
      },
      async (request) => {
        const { query, params } = request;
        const state = query.state ?? null;
        return paged(query, await people.messages(staffOf(request), params.id, asListQuery(query), state));
      },
    );
  };
}

function changingRoutes(people: PeopleDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/people',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Enter somebody with what they are appointed to',
          body: sentFactsSchema.extend(postSchema.shape),
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const { role, organizationId, ...facts } = request.body;
        const post = { role, organizationId };
        reply.code(201);
        return people.add(staffOf(request), facts, post, callKey(request));
      },
    );
    app.patch(
      '/people/:id',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Correct what is known of somebody',
          params: idParams,
          body: sentFactsSchema,
          response: { 200: factsSchema },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        return versioned(reply, await people.edit(staffOf(request), params.id, body, ifMatch(request)));
      },
    );
    app.post(
      '/people/:id/appointments',
      {
        config: writes,
        schema: { tags, summary: 'Appoint', params: idParams, body: postSchema, response: done },
      },
      async (request) => {
        await people.appoint(staffOf(request), request.params.id, request.body);
        return null;
      },
    );
    app.delete(
      '/people/:id/appointments',
      {
        config: writes,
        schema: { tags, summary: 'Dismiss', params: idParams, querystring: postSchema, response: done },
      },
      async (request) => {
        await people.dismiss(staffOf(request), request.params.id, request.query);
        return null;
      },
    );
    app.put(
      '/people/:id/pause',
      {
        config: writes,
        schema: {
          tags,
          summary: 'No reminders until a day; null ends the pause',
          params: idParams,
          body: z.object({ until: daySchema.nullable() }),
          response: done,
        },
      },
      async (request) => {
        await people.pause(staffOf(request), request.params.id, request.body.until);
        return null;
      },
    );
  };
}
