import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bases } from '../../domain/bases/city-base.ts';
import { consentKinds } from '../../domain/consents/consent.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { idSchema } from './schemas.ts';

const tags = ['papers'];

/** Papers of the programme as DOCX. */
export function papersRoute({ papers }: Pick<Desks, 'papers'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/documents/bases/:base',
      {
        config: { callers: 'staff', power: 'people:export' },
        schema: {
          tags,
          summary: 'A base as a list for printing',
          params: z.object({ base: z.enum(bases) }),
          querystring: z.object({ organizationId: idSchema.optional() }),
        },
      },
      async (request, reply) => {
        const which = { base: request.params.base, organizationId: request.query.organizationId ?? null };
        return sendFile(reply, await papers.base(staffOf(request), which));
      },
    );
    app.get(
      '/documents/programmes/:pairId',
      {
        config: { callers: 'staff', power: 'documents:read' },
        schema: {
          tags,
          summary: 'The personal programme of a pair',
          params: z.object({ pairId: idSchema }),
        },
      },
      async (request, reply) =>
        sendFile(reply, await papers.programme(staffOf(request), request.params.pairId)),
    );
    app.get(
      '/documents/consents/:personId/:kind',
      {
        config: { callers: 'staff', power: 'documents:write' },
        schema: {
          tags,
          summary: 'The form of a consent, to be signed with a pen',
          params: z.object({ personId: idSchema, kind: z.enum(consentKinds) }),
        },
      },
      async (request, reply) => sendFile(reply, await papers.consent(staffOf(request), request.params)),
    );
  };
}
