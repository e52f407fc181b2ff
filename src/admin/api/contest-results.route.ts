import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { errandSchema } from './errands.route.ts';
import { jurySheetsSchema, progressSchema } from './judging-schemas.ts';
import { protocolSchema, publishPreviewSchema, publishSchema, resultsSchema } from './result-schemas.ts';
import { idParams, idSchema, lineSchema } from './schemas.ts';

const tags = ['contests'];
const reads = { callers: 'staff', power: 'contests:read' } as const;
const writes = { callers: 'staff', power: 'contests:write' } as const;

type Part = Pick<Desks, 'juryWatch' | 'results'>;

/** What staff see of the jury, and what becomes of its sheets. */
export function contestResultsRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(watching(desks));
    app.register(results(desks));
    app.register(papers(desks));
    app.register(publishing(desks));
  };
}

function watching({ juryWatch }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/contests/:id/jury',
      {
        config: reads,
        schema: {
          tags,
          summary: 'How far the jury is, works by jurors',
          params: idParams,
          response: { 200: progressSchema },
        },
      },
      (request) => juryWatch.progress(staffOf(request), request.params.id),
    );
    app.get(
      '/contests/:id/jury/:entryId',
      {
        config: reads,
        schema: {
          tags,
          summary: 'What the jury gave and wrote about one work',
          params: z.object({ id: idSchema, entryId: idSchema }),
          response: { 200: jurySheetsSchema },
        },
      },
      async (request) => {
        const { id, entryId } = request.params;
        return { items: await juryWatch.sheets(staffOf(request), id, entryId) };
      },
    );
    app.post(
      '/contests/:id/jury/again',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Show works to the jury again: their finished sheets are opened, each juror is told once',
          params: idParams,
          body: z.object({ entryIds: z.array(idSchema).min(1).max(2000) }),
          response: { 200: z.object({ sheets: z.number().int(), told: z.number().int() }) },
        },
      },
      (request) => juryWatch.askAgain(staffOf(request), request.params.id, request.body.entryIds),
    );
  };
}

function results({ results: desk }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/contests/:id/results',
      {
        config: reads,
        schema: {
          tags,
          summary: 'The places: as they stand, or as they would be now',
          params: idParams,
          response: { 200: resultsSchema },
        },
      },
      (request) => desk.get(staffOf(request), request.params.id),
    );
    app.post(
      '/contests/:id/results/check',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Write the places down, once and for all',
          params: idParams,
          body: z.object({
            force: lineSchema(500).nullable().meta({ description: 'Why although something is unfinished' }),
          }),
          response: { 200: resultsSchema },
        },
      },
      (request) => desk.check(staffOf(request), request.params.id, request.body),
    );
  };
}

function publishing({ results: desk }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/contests/:id/results/publication',
      {
        config: writes,
        schema: {
          tags,
          summary: 'What would become public, and who would be told',
          params: idParams,
          response: { 200: publishPreviewSchema },
        },
      },
      (request) => desk.preview(staffOf(request), request.params.id),
    );
    app.post(
      '/contests/:id/results/publication',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Make the results public and tell everybody as long work',
          params: idParams,
          body: publishSchema,
          response: { 202: errandSchema },
        },
      },
      async (request, reply) =>
        reply.code(202).send(await desk.publish(staffOf(request), request.params.id, request.body)),
    );
    app.post(
      '/contests/:id/results/notices',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Go on telling those who were not told yet',
          params: idParams,
          response: { 202: errandSchema },
        },
      },
      async (request, reply) =>
        reply.code(202).send(await desk.tellAgain(staffOf(request), request.params.id)),
    );
  };
}

function papers({ results: desk }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/contests/:id/results/sheets',
      {
        config: reads,
        schema: {
          tags,
          summary: 'All scores and places as XLSX, as they stand or would be now',
          params: idParams,
        },
      },
      async (request, reply) => sendFile(reply, await desk.sheets(staffOf(request), request.params.id)),
    );
    app.post(
      '/contests/:id/results/protocol',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Make the protocol of the jury, in place of the one before',
          params: idParams,
          body: protocolSchema,
          response: { 200: resultsSchema },
        },
      },
      (request) => desk.makeProtocol(staffOf(request), request.params.id, request.body),
    );
    app.get(
      '/contests/:id/results/protocol',
      { config: reads, schema: { tags, summary: 'The protocol as DOCX', params: idParams } },
      async (request, reply) => sendFile(reply, await desk.protocol(staffOf(request), request.params.id)),
    );
  };
}
