import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type DiplomaFilter, type DiplomaSort, diplomaStates } from '../../domain/diplomas/diploma-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { callKey, staffOf } from './call.ts';
import {
  awardLineSchema,
  candidatesBody,
  diplomaKindSchema,
  diplomaLineSchema,
  issueBody,
  previewBody,
  reasonSchema,
  reissueBody,
} from './diploma-schemas.ts';
import { diplomaTemplatesRoute } from './diploma-templates.route.ts';
import { errandSchema } from './errands.route.ts';
import { asListQuery, idParams, idSchema, listQuery, nothingSchema, paged, pageOf } from './schemas.ts';

const tags = ['diplomas'];
const reads = { callers: 'staff', power: 'contests:read' } as const;
const writes = { callers: 'staff', power: 'contests:write' } as const;
const ordered = { 202: errandSchema };

const registerQuery = listQuery(['number', 'name'], {
  contestId: idSchema.optional(),
  kind: diplomaKindSchema.optional(),
  state: z.enum(diplomaStates).optional(),
});
type Filters = Pick<z.infer<typeof registerQuery>, 'contestId' | 'kind' | 'state'>;
const filterOf = (asked: Filters): DiplomaFilter => ({
  contestId: asked.contestId ?? null,
  kind: asked.kind ?? null,
  state: asked.state ?? null,
});

type Part = Pick<Desks, 'diplomas'>;

/** Diplomas, letters of thanks and certificates: whom they are given to, and the register of them. */
export function diplomasRoute(desks: Pick<Desks, 'diplomas' | 'diplomaTemplates'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(diplomaTemplatesRoute(desks));
    app.register(choosing(desks));
    app.register(giving(desks));
    app.register(looking(desks));
    app.register(ending(desks));
  };
}

function choosing({ diplomas }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/contests/:id/diplomas/candidates',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Who may get which paper, their names in cases; nothing is changed',
          params: idParams,
          body: candidatesBody,
          response: { 200: z.object({ items: z.array(awardLineSchema) }) },
        },
      },
      async (request) => ({
        items: await diplomas.candidates(staffOf(request), request.params.id, request.body),
      }),
    );
    app.post(
      '/contests/:id/diplomas/preview',
      {
        config: writes,
        schema: {
          tags,
          summary: 'One of them as it would be printed, as PDF without a number',
          params: idParams,
          body: previewBody,
        },
      },
      async (request, reply) => {
        const { key, ...wish } = request.body;
        return sendFile(reply, await diplomas.preview(staffOf(request), request.params.id, key, wish));
      },
    );
  };
}

function giving({ diplomas }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/contests/:id/diplomas',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Give everybody in these groups a number; printing and sending is long work',
          params: idParams,
          body: issueBody,
          response: ordered,
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const errand = await diplomas.issue(staffOf(request), params.id, body, callKey(request));
        return reply.code(202).send(errand);
      },
    );
    app.post(
      '/contests/:id/diplomas/sending',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Print and send what was not sent yet',
          params: idParams,
          response: ordered,
        },
      },
      async (request, reply) =>
        reply.code(202).send(await diplomas.send(staffOf(request), request.params.id, callKey(request))),
    );
    app.post(
      '/contests/:id/diplomas/archive',
      {
        config: reads,
        schema: { tags, summary: 'All of them in one archive', params: idParams, response: ordered },
      },
      async (request, reply) =>
        reply.code(202).send(await diplomas.pack(staffOf(request), request.params.id, callKey(request))),
    );
  };
}

function looking({ diplomas }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/diplomas',
      {
        config: reads,
        schema: {
          tags,
          summary: 'The register: everything that was ever given, revoked ones too',
          querystring: registerQuery,
          response: { 200: pageOf(diplomaLineSchema) },
        },
      },
      async (request) => {
        const { query } = request;
        const asked = asListQuery<DiplomaSort>(query);
        return paged(query, await diplomas.register(staffOf(request), asked, filterOf(query)));
      },
    );
    app.get(
      '/diplomas/export',
      {
        config: writes,
        schema: {
          tags,
          summary: 'The register as a spreadsheet, all of it',
          querystring: registerQuery
            .omit({ page: true, size: true })
            .extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
        },
      },
      async (request, reply) => {
        const query = { ...request.query, page: 1, size: 1 };
        const asked = asListQuery<DiplomaSort>(query);
        const { format } = request.query;
        return sendFile(reply, await diplomas.export(staffOf(request), asked, filterOf(query), format));
      },
    );
    app.get(
      '/diplomas/:id/file',
      { config: reads, schema: { tags, summary: 'One paper as PDF', params: idParams } },
      async (request, reply) => sendFile(reply, await diplomas.file(staffOf(request), request.params.id)),
    );
  };
}

function ending({ diplomas }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/diplomas/:id/revocation',
      {
        config: writes,
        schema: {
          tags,
          summary: 'It holds no longer; its number stays in the register',
          params: idParams,
          body: z.object({ reason: reasonSchema }),
          response: { 200: nothingSchema },
        },
      },
      async (request) => {
        await diplomas.revoke(staffOf(request), request.params.id, request.body.reason);
        return null;
      },
    );
    app.post(
      '/diplomas/:id/successor',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Revoke it and give another one with a new number in its place',
          params: idParams,
          body: reissueBody,
          response: ordered,
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const errand = await diplomas.reissue(staffOf(request), params.id, body, callKey(request));
        return reply.code(202).send(errand);
      },
    );
  };
}
