import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isDay } from '../../domain/calendar/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { DraftDesk, DraftPreview } from '../../domain/roadmap/draft-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { warningText } from '../../texts/roadmap-faults.ts';
import { type Posted, readPosted } from '../pages/posted.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import { draftPatchSchema, draftPreviewSchema } from './draft-schemas.ts';
import { createdSchema, idParams, idSchema, instantSchema, nothingSchema } from './schemas.ts';

const tags = ['roadmap'];
const config = { callers: 'staff', power: 'roadmap:write' } as const;

/** A roadmap that is looked over, corrected and then stored, or not. */
export function roadmapDraftsRoute({ drafts }: Pick<Desks, 'drafts'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(beginning(drafts));
    app.get(
      '/roadmap-drafts/:id',
      {
        config,
        schema: {
          tags,
          summary: 'What storing a draft would do now',
          params: idParams,
          response: { 200: draftPreviewSchema },
        },
      },
      async (request, reply) => shown(reply, await drafts.preview(staffOf(request), request.params.id)),
    );
    app.patch(
      '/roadmap-drafts/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Correct a draft: heading, order, period, deadlines',
          params: idParams,
          body: draftPatchSchema,
          response: { 200: draftPreviewSchema },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        return shown(reply, await drafts.edit(staffOf(request), id, request.body, ifMatch(request)));
      },
    );
    app.delete(
      '/roadmap-drafts/:id',
      {
        config,
        schema: { tags, summary: 'Throw a draft away', params: idParams, response: { 204: nothingSchema } },
      },
      async (request, reply) => {
        await drafts.discard(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/roadmap-drafts/:id/confirmation',
      {
        config,
        schema: {
          tags,
          summary: 'Store a draft as it was seen, or nothing of it; the id of its roadmap',
          params: idParams,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        return reply.code(201).send(await drafts.confirm(staffOf(request), id, ifMatch(request)));
      },
    );
  };
}

function beginning(drafts: DraftDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/roadmap-drafts',
      {
        config,
        schema: {
          tags,
          summary: 'Drafts that nobody has stored yet',
          response: {
            200: z.array(
              z.object({ id: idSchema, kind: z.enum(['import', 'roll-over']), createdAt: instantSchema }),
            ),
          },
        },
      },
      (request) => drafts.list(staffOf(request)),
    );
    app.post(
      '/roadmap-drafts',
      {
        config,
        schema: {
          tags,
          summary: 'Read a file (`multipart/form-data`: `file`; `from`, `to` where its title names no years)',
          consumes: ['multipart/form-data'],
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => reply.code(201).send(await begin(drafts, request)),
    );
    app.post(
      '/roadmaps/:id/roll-overs',
      {
        config,
        schema: {
          tags,
          summary: 'A draft of the next period’s roadmap, everything shifted by years',
          params: idParams,
          body: z.object({ years: z.number().int().min(1).max(20).optional() }).optional(),
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const years = request.body?.years ?? null;
        const { id } = request.params;
        return reply.code(201).send(await drafts.rollOver(staffOf(request), id, years, callKey(request)));
      },
    );
  };
}

async function begin(drafts: DraftDesk, request: FastifyRequest): Promise<{ id: string }> {
  const posted = await readPosted(request);
  const file = posted.file('file');
  if (file === null) throw new Refusal('file-needed');
  const [from, to] = [dayIn(posted, 'from'), dayIn(posted, 'to')];
  const period = { ...(from !== null && { from }), ...(to !== null && { to }) };
  return drafts.begin(staffOf(request), file.bytes, period, callKey(request));
}

function dayIn(posted: Posted, name: string): string | null {
  const typed = posted.one(name);
  if (typed === '') return null;
  if (isDay(typed)) return typed;
  throw new Refusal('day-unread');
}

function shown(reply: FastifyReply, preview: DraftPreview) {
  versioned(reply, preview);
  return {
    ...preview,
    warnings: preview.warnings.map((warning) => ({ ...warning, words: warningText(warning) })),
  };
}
