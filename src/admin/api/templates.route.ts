import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Field, templateKinds } from '../../domain/documents/fields.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { idParams, idSchema, instantSchema } from './schemas.ts';
import { uploadOf } from './upload.ts';

const tags = ['templates'];
const reads = { callers: 'staff', power: 'documents:read' } as const;
const previews = { callers: 'staff', power: 'documents:write' } as const;
const writes = { callers: 'staff', power: 'templates:write' } as const;
const kindSchema = z.enum(templateKinds);
const kindParams = z.object({ kind: kindSchema });

const templateSchema = z.object({
  id: idSchema,
  kind: kindSchema,
  version: z.number().int(),
  fileName: z.string(),
  size: z.number().int(),
  uploadedAt: instantSchema,
  uploadedBy: z.string(),
  archivedAt: instantSchema.nullable(),
});
const fieldSchema = z.object({ name: z.string(), within: z.string().nullable(), isList: z.boolean() });
const kindOfTemplate = z.object({
  kind: kindSchema,
  currentId: idSchema.nullable(),
  versions: z.array(templateSchema),
  fields: z.array(fieldSchema),
});
const reportSchema = z.object({
  template: templateSchema.nullable(),
  faults: z.array(
    z.object({
      code: z.enum([
        'field-unknown',
        'field-outside',
        'loop-unclosed',
        'loop-unopened',
        'loop-crossed',
        'not-a-list',
        'list-not-repeated',
        'braces',
        'not-fillable',
      ]),
      name: z.string(),
      nearest: z.string().nullish(),
      list: z.string().optional(),
    }),
  ),
  missing: z.array(z.string()),
});

type Part = Pick<Desks, 'templates'>;

/** Templates of papers; only administrators upload them. */
export function templatesRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(looking(desks));
    app.register(changing(desks));
  };
}

function looking({ templates }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/templates',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Kinds of templates, their fields and versions',
          response: { 200: z.object({ items: z.array(kindOfTemplate) }) },
        },
      },
      async (request) => ({
        items: (await templates.list(staffOf(request))).map((each) => ({
          ...each,
          fields: flat(each.fields, null),
        })),
      }),
    );
    app.get(
      '/templates/:id/file',
      { config: reads, schema: { tags, summary: 'A version as it was uploaded', params: idParams } },
      async (request, reply) => sendFile(reply, await templates.file(staffOf(request), request.params.id)),
    );
    app.get(
      '/templates/own/:kind/file',
      { config: reads, schema: { tags, summary: 'Our own template of the kind', params: kindParams } },
      async (request, reply) =>
        sendFile(reply, await templates.ownFile(staffOf(request), request.params.kind)),
    );
    app.get(
      '/templates/:id/preview',
      {
        config: previews,
        schema: {
          tags,
          summary: 'A version filled with real data',
          params: idParams,
          querystring: kindParams,
        },
      },
      async (request, reply) => {
        const which = { kind: request.query.kind, id: request.params.id };
        return sendFile(reply, await templates.preview(staffOf(request), which));
      },
    );
    app.get(
      '/templates/own/:kind/preview',
      {
        config: previews,
        schema: { tags, summary: 'Our own template filled with real data', params: kindParams },
      },
      async (request, reply) =>
        sendFile(reply, await templates.preview(staffOf(request), { kind: request.params.kind, id: null })),
    );
  };
}

function changing({ templates }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/templates/:kind',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Upload a version; it is kept only if the report has no fault',
          consumes: ['multipart/form-data'],
          params: kindParams,
          response: { 200: reportSchema },
        },
      },
      async (request) => templates.upload(staffOf(request), request.params.kind, await uploadOf(request)),
    );
    app.post(
      '/templates/:id/archive',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Print by it no longer, or again',
          params: idParams,
          body: z.object({ archived: z.boolean() }),
          response: { 200: templateSchema },
        },
      },
      (request) => templates.archive(staffOf(request), request.params.id, request.body.archived),
    );
  };
}

/** One after the other, each with the list it stands in. */
function flat(fields: readonly Field[], within: string | null): z.infer<typeof fieldSchema>[] {
  return fields.flatMap(({ name, list, isChoice }) => [
    { name, within, isList: list !== undefined || isChoice === true },
    ...flat(list ?? [], name),
  ]);
}
