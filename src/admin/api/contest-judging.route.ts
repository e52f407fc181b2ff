import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import {
  abstentionSchema,
  jurorContestSchema,
  jurorWorksSchema,
  marksSchema,
  sheetChangeSchema,
  sheetSchema,
} from './judging-schemas.ts';
import { idParams, idSchema } from './schemas.ts';

const tags = ['judging'];
const config = { callers: 'staff', power: 'contests:judge' } as const;
const marks = { params: idParams, response: { 200: marksSchema } } as const;

type Part = Pick<Desks, 'judging'>;

/** What a juror does: their contests, their works, one sheet. */
export function contestJudgingRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(looking(desks));
    app.register(writing(desks));
  };
}

function looking({ judging }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/judging/contests',
      {
        config,
        schema: {
          tags,
          summary: 'Contests of whose jury one is',
          response: { 200: z.object({ items: z.array(jurorContestSchema) }) },
        },
      },
      async (request) => ({ items: await judging.contests(staffOf(request)) }),
    );
    app.get(
      '/judging/contests/:id',
      {
        config,
        schema: {
          tags,
          summary: 'The works one is to judge, and how far one is',
          params: idParams,
          response: { 200: jurorWorksSchema },
        },
      },
      (request) => judging.works(staffOf(request), request.params.id),
    );
    app.get(
      '/judging/entries/:id',
      {
        config,
        schema: {
          tags,
          summary: 'A work as a juror sees it, with their sheet',
          params: idParams,
          response: { 200: sheetSchema },
        },
      },
      (request) => judging.sheet(staffOf(request), request.params.id),
    );
    app.get(
      '/judging/entries/:id/files/:fileId',
      {
        config,
        schema: {
          tags,
          summary: 'A file of the work, under a name that tells nothing',
          params: z.object({ id: idSchema, fileId: idSchema }),
        },
      },
      async (request, reply) => {
        const { id, fileId } = request.params;
        return sendFile(reply, await judging.file(staffOf(request), id, fileId));
      },
    );
  };
}

function writing({ judging }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.patch(
      '/judging/entries/:id/sheet',
      {
        config,
        schema: {
          tags,
          summary: 'Save points and comment as they are typed: only what is given changes, the last one wins',
          body: sheetChangeSchema,
          ...marks,
        },
      },
      (request) => {
        const { points, comment } = request.body;
        const change = { ...(points !== undefined && { points }), ...(comment !== undefined && { comment }) };
        return judging.save(staffOf(request), request.params.id, change);
      },
    );
    app.post(
      '/judging/entries/:id/finish',
      { config, schema: { tags, summary: 'Finish the sheet, once', ...marks } },
      (request) => judging.finish(staffOf(request), request.params.id),
    );
    app.put(
      '/judging/entries/:id/abstention',
      {
        config,
        schema: {
          tags,
          summary: 'Say that one can not judge this work, or that one can',
          body: abstentionSchema,
          ...marks,
        },
      },
      (request) => judging.abstain(staffOf(request), request.params.id, request.body.why),
    );
  };
}
