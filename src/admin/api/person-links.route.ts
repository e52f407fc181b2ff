import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { PeopleDesk } from '../../domain/people/people-desk.ts';
import { staffOf } from './call.ts';
import { invitedSchema, platformSchema } from './people-schemas.ts';
import { idParams } from './schemas.ts';

const tags = ['people'];
const writes = { callers: 'staff', power: 'people:write' } as const;

/** How somebody is reached: invitations and chats. */
export function linkingRoutes(people: PeopleDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/people/:id/invitations',
      {
        config: writes,
        schema: {
          tags,
          summary: 'A new invitation; earlier ones hold no longer',
          params: idParams,
          response: { 201: invitedSchema },
        },
      },
      async (request, reply) => {
        reply.code(201);
        return people.invite(staffOf(request), request.params.id);
      },
    );
    app.delete(
      '/people/:id/channels',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Unlink the chats of somebody',
          params: idParams,
          querystring: z.object({ platform: platformSchema.optional() }),
          response: { 200: z.object({ platforms: z.array(z.string()) }) },
        },
      },
      (request) => people.unlink(staffOf(request), request.params.id, request.query.platform ?? null),
    );
  };
}
