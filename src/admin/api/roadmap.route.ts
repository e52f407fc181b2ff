import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { itemSorts } from '../../domain/roadmap/roadmap-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { ifMatch, staffOf, versioned } from './call.ts';
import {
  itemRowSchema,
  itemViewSchema,
  roadmapSummarySchema,
  targetSchema,
  taskChangesSchema,
  wordSchema,
} from './roadmap-schemas.ts';
import { asListQuery, idParams, idSchema, listQuery, paged, pageOf } from './schemas.ts';

const tags = ['roadmap'];
const reads = { callers: 'staff', power: 'roadmap:read' } as const;
const writes = { callers: 'staff', power: 'roadmap:write' } as const;

const itemsQuery = listQuery(itemSorts, {
  roadmap: idSchema.optional().meta({ description: 'Usually the one of today' }),
});

/** The roadmaps that the city's orders approved, their items, and whom their words mean. */
export function roadmapRoute({ roadmap }: Pick<Desks, 'roadmap'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/roadmaps',
      {
        config: reads,
        schema: { tags, summary: 'Roadmaps, newest first', response: { 200: z.array(roadmapSummarySchema) } },
      },
      (request) => roadmap.roadmaps(staffOf(request)),
    );
    app.get(
      '/roadmap-items',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Items of a roadmap with how far they are',
          querystring: itemsQuery,
          response: { 200: pageOf(itemRowSchema) },
        },
      },
      async (request) => {
        const { roadmap: roadmapId, ...asked } = request.query;
        return paged(asked, await roadmap.items(staffOf(request), roadmapId ?? null, asListQuery(asked)));
      },
    );
    app.get(
      '/roadmap-items/:id',
      {
        config: reads,
        schema: {
          tags,
          summary: 'An item with its story',
          params: idParams,
          response: { 200: itemViewSchema },
        },
      },
      async (request, reply) => versioned(reply, await roadmap.item(staffOf(request), request.params.id)),
    );
    app.get(
      '/responsible-words',
      {
        config: reads,
        schema: {
          tags,
          summary: 'What the words of the column «Ответственные исполнители» mean, unknown ones first',
          response: { 200: z.array(wordSchema) },
        },
      },
      (request) => roadmap.words(staffOf(request)),
    );
    app.put(
      '/responsible-words',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Say what words mean; the tasks follow. `If-Match`: the `version` of the word',
          body: z.object({
            phrase: z.string().trim().min(1).max(1000),
            targets: z.array(targetSchema).min(1).max(20),
          }),
          response: { 200: z.object({ word: wordSchema, tasks: taskChangesSchema }) },
        },
      },
      (request) => {
        const { phrase, targets } = request.body;
        return roadmap.explain(staffOf(request), phrase, targets, ifMatch(request));
      },
    );
  };
}
