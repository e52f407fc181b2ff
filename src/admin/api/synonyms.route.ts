import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { synonymLimits } from '../../domain/competencies/synonym-book.ts';
import { synonymSorts } from '../../domain/competencies/synonym-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import {
  asListQuery,
  createdSchema,
  idParams,
  idSchema,
  lineSchema,
  listQuery,
  paged,
  pageOf,
} from './schemas.ts';

const tags = ['competencies'];
const reads = { callers: 'staff', power: 'settings:read' } as const;
const writes = { callers: 'staff', power: 'settings:write' } as const;

const wordsSchema = z.array(lineSchema(synonymLimits.letters)).max(synonymLimits.words);
const groupSchema = z.object({ id: idSchema, words: z.array(z.string()), archived: z.boolean() });
const trialSchema = z.object({
  items: z.array(
    z.object({
      text: z.string(),
      mentors: z.number().int(),
      strength: z.number().meta({ description: '0 to 1' }),
    }),
  ),
});
const query = listQuery(synonymSorts, { archived: z.enum(['true', 'false']).default('false') });

/** Words by which one thing is called, for finding mentors. */
export function synonymsRoute({ synonyms }: Pick<Desks, 'synonyms'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/synonyms',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Groups of synonyms',
          querystring: query,
          response: { 200: pageOf(groupSchema) },
        },
      },
      async (request) => {
        const { archived, ...asked } = request.query;
        return paged(
          asked,
          await synonyms.list(staffOf(request), { archived: archived === 'true' }, asListQuery(asked)),
        );
      },
    );
    app.get(
      '/synonyms/:id',
      {
        config: reads,
        schema: { tags, summary: 'A group of synonyms', params: idParams, response: { 200: groupSchema } },
      },
      async (request, reply) => versioned(reply, await synonyms.one(staffOf(request), request.params.id)),
    );
    app.post(
      '/synonyms',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Add a group of at least two words or phrases',
          body: z.object({ words: wordsSchema }),
          response: { 201: createdSchema },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await synonyms.add(staffOf(request), request.body.words, callKey(request))),
    );
    app.patch(
      '/synonyms/:id',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Change, archive or bring back a group',
          params: idParams,
          body: z.object({ words: wordsSchema.optional(), archived: z.boolean().optional() }),
          response: { 200: groupSchema },
        },
      },
      async (request, reply) =>
        versioned(
          reply,
          await synonyms.change(staffOf(request), request.params.id, request.body, ifMatch(request)),
        ),
    );
    app.get(
      '/synonyms/trial',
      {
        config: reads,
        schema: {
          tags,
          summary: 'What a request finds among what mentors say of themselves',
          querystring: z.object({ request: lineSchema(300) }),
          response: { 200: trialSchema },
        },
      },
      async (request) => ({ items: await synonyms.tryOut(staffOf(request), request.query.request) }),
    );
  };
}
