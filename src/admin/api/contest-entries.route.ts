import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { EntrySort } from '../../domain/contests/entry-desk.ts';
import { lastPage, pageSizes } from '../../domain/lists/page.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { callKey, staffOf } from './call.ts';
import {
  entriesQuery,
  entryBody,
  entryFilterOf,
  entryLineSchema,
  entrySchema,
  foundSchema,
  stepBody,
} from './contest-entry-schemas.ts';
import { contestEventsRoute } from './contest-events.route.ts';
import { asListQuery, createdSchema, idParams, idSchema, paged, pageOf } from './schemas.ts';
import { uploadOf } from './upload.ts';

const tags = ['contests'];
const reads = { callers: 'staff', power: 'contests:read' } as const;
const writes = { callers: 'staff', power: 'contests:write' } as const;
const entryParams = z.object({ id: idSchema, entryId: idSchema });
const fileParams = entryParams.extend({ fileId: idSchema });
const shownEntry = { 200: entrySchema };

type Part = Pick<Desks, 'entries' | 'events'>;

/** Works that were handed in, or found: looking and deciding; and registrations for events. */
export function contestEntriesRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(lists(desks));
    app.register(deciding(desks));
    app.register(files(desks));
    app.register(contestEventsRoute(desks));
  };
}

function lists({ entries }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/contests/:id/entries',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Works of a contest; without a state all that were handed in',
          params: idParams,
          querystring: entriesQuery,
          response: { 200: pageOf(entryLineSchema) },
        },
      },
      async (request) => {
        const { params, query } = request;
        const asked = asListQuery<EntrySort>(query);
        return paged(query, await entries.list(staffOf(request), params.id, asked, entryFilterOf(query)));
      },
    );
    app.get(
      '/contests/:id/entries/export',
      {
        config: writes,
        schema: {
          tags,
          summary: 'The list as a spreadsheet, all of it',
          params: idParams,
          querystring: entriesQuery.omit({ page: true, size: true }),
        },
      },
      async (request, reply) => {
        const { params, query } = request;
        const asked = asListQuery<EntrySort>({ ...query, page: 1, size: 1 });
        const file = await entries.export(staffOf(request), params.id, asked, entryFilterOf(query));
        return sendFile(reply, file);
      },
    );
    app.get(
      '/contests/:id/found-entries',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Posts with the hashtags that nobody has handed in, known authors first',
          params: idParams,
          querystring: z.object({
            page: z.coerce.number().int().min(1).max(lastPage).default(1),
            size: z.coerce.number().int().min(1).max(pageSizes.most).default(pageSizes.usual),
          }),
          response: { 200: foundSchema },
        },
      },
      async (request) => {
        const { params, query } = request;
        return { ...(await entries.found(staffOf(request), params.id, query)), ...query };
      },
    );
  };
}

function deciding({ entries }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/contests/:id/entries',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Hand a work in for somebody',
          params: idParams,
          body: entryBody,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        return reply.code(201).send(await entries.add(staffOf(request), params.id, body, callKey(request)));
      },
    );
    app.get(
      '/contests/:id/entries/:entryId',
      { config: reads, schema: { tags, summary: 'One work', params: entryParams, response: shownEntry } },
      (request) => entries.get(staffOf(request), request.params.id, request.params.entryId),
    );
    app.post(
      '/contests/:id/entries/:entryId/steps',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Decide about a work; its author is told',
          params: entryParams,
          body: stepBody,
          response: shownEntry,
        },
      },
      (request) => {
        const { id, entryId } = request.params;
        return entries.step(staffOf(request), id, entryId, request.body);
      },
    );
  };
}

function files({ entries }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/contests/:id/entries/:entryId/files',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Put a file to a work',
          consumes: ['multipart/form-data'],
          params: entryParams,
          response: shownEntry,
        },
      },
      async (request) => {
        const { id, entryId } = request.params;
        return entries.addFile(staffOf(request), id, entryId, await uploadOf(request));
      },
    );
    app.get(
      '/contests/:id/entries/:entryId/files/:fileId',
      { config: reads, schema: { tags, summary: 'A file of a work', params: fileParams } },
      async (request, reply) => {
        const { id, entryId, fileId } = request.params;
        return sendFile(reply, await entries.readFile(staffOf(request), id, entryId, fileId));
      },
    );
  };
}
