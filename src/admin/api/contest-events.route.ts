import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { callKey, staffOf } from './call.ts';
import { createdSchema, idParams, idSchema, instantSchema } from './schemas.ts';

const tags = ['contests'];
const reads = { callers: 'staff', power: 'contests:read' } as const;
const writes = { callers: 'staff', power: 'contests:write' } as const;

const guestSchema = z.object({
  id: idSchema,
  entryId: idSchema,
  person: z.object({ id: idSchema, surname: z.string(), name: z.string(), patronymic: z.string() }),
  organizationName: z.string().nullable(),
  teamName: z.string().nullable(),
  isAuthor: z.boolean(),
  isWaiting: z.boolean(),
  joinedAt: instantSchema,
  attendedAt: instantSchema.nullable(),
  way: z.enum(['qr', 'list']).nullable(),
});
const eventSchema = z.object({
  contestId: idSchema,
  seats: z.number().int().nullable(),
  seated: z.number().int(),
  waiting: z.number().int(),
  attended: z.number().int(),
  may: z.object({ mark: z.boolean(), add: z.boolean(), refuse: z.boolean() }),
  guests: z.array(guestSchema),
});

type Part = Pick<Desks, 'events'>;

/** Who comes to an event, and who came. */
export function contestEventsRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(looking(desks));
    app.register(door(desks));
    app.register(registering(desks));
  };
}

function looking({ events }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/contests/:id/guests',
      {
        config: reads,
        schema: {
          tags,
          summary: 'The people of an event: who comes, waits and came',
          params: idParams,
          response: { 200: eventSchema },
        },
      },
      (request) => events.get(staffOf(request), request.params.id),
    );
    app.get(
      '/contests/:id/guests/export',
      { config: writes, schema: { tags, summary: 'The same as a spreadsheet', params: idParams } },
      async (request, reply) => sendFile(reply, await events.export(staffOf(request), request.params.id)),
    );
    app.get(
      '/contests/:id/calendar',
      { config: reads, schema: { tags, summary: 'The event as a file for a calendar', params: idParams } },
      async (request, reply) => sendFile(reply, await events.calendar(staffOf(request), request.params.id)),
    );
  };
}

function door({ events }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.put(
      '/contests/:id/guests/:memberId/attendance',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Tick somebody off, or take the tick back',
          params: z.object({ id: idSchema, memberId: idSchema }),
          body: z.object({ attended: z.boolean() }),
          response: { 200: guestSchema },
        },
      },
      (request) => {
        const { id, memberId } = request.params;
        return events.mark(staffOf(request), id, memberId, request.body.attended);
      },
    );
    app.post(
      '/attendance',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Tick off whoever shows this ticket',
          body: z.object({ ticket: z.string().regex(/^[A-Za-z0-9_-]{16}$/) }),
          response: {
            200: z.object({
              contestId: idSchema,
              title: z.string(),
              guest: guestSchema,
              already: z.boolean().meta({ description: 'The ticket was shown before' }),
            }),
          },
        },
      },
      (request) => events.scan(staffOf(request), request.body.ticket),
    );
  };
}

function registering({ events }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/contests/:id/guests',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Register somebody; they are told',
          params: idParams,
          body: z.object({ personId: idSchema }),
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const made = await events.add(staffOf(request), params.id, body.personId, callKey(request));
        return reply.code(201).send(made);
      },
    );
    app.post(
      '/contests/:id/registrations/:entryId/refusal',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Take a registration back, with its whole team; they are told, whoever waits moves up',
          params: z.object({ id: idSchema, entryId: idSchema }),
          response: { 200: eventSchema },
        },
      },
      (request) => events.refuse(staffOf(request), request.params.id, request.params.entryId),
    );
  };
}
