import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { picturePlaces } from '../../domain/diplomas/design.ts';
import { diplomaFields } from '../../domain/diplomas/fields.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import {
  designFaultSchema,
  designSchema,
  diplomaKindSchema,
  pictureAnswerSchema,
  templateSchema,
} from './diploma-schemas.ts';
import { idParams, idSchema, lineSchema } from './schemas.ts';
import { uploadOf } from './upload.ts';

const tags = ['diplomas'];
const writes = { callers: 'staff', power: 'contests:write' } as const;

type Part = Pick<Desks, 'diplomaTemplates'>;

/** Designs of diplomas, letters of thanks and certificates: whoever runs contests sets them. */
export function diplomaTemplatesRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(looking(desks));
    app.register(changing(desks));
  };
}

function looking({ diplomaTemplates }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/diploma-templates',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Designs by kind with their versions, and the fields that may stand in them',
          response: {
            200: z.object({
              items: z.array(
                z.object({
                  kind: diplomaKindSchema,
                  builtIn: designSchema,
                  currentId: idSchema.nullable(),
                  versions: z.array(templateSchema),
                }),
              ),
              fields: z.array(z.string()),
            }),
          },
        },
      },
      async (request) => ({
        items: await diplomaTemplates.list(staffOf(request)),
        fields: diplomaFields.map(({ name }) => name),
      }),
    );
    app.post(
      '/diploma-templates/preview',
      {
        config: writes,
        schema: {
          tags,
          summary: 'A design filled with somebody invented, as PDF',
          body: z.object({ kind: diplomaKindSchema, design: designSchema }),
        },
      },
      async (request, reply) =>
        sendFile(reply, await diplomaTemplates.preview(staffOf(request), request.body)),
    );
  };
}

function changing({ diplomaTemplates }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/diploma-templates',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Keep a design as the next version of its name; only if it has no fault',
          body: z.object({ kind: diplomaKindSchema, name: lineSchema(100), design: designSchema }),
          response: {
            200: z.object({ template: templateSchema.nullable(), faults: z.array(designFaultSchema) }),
          },
        },
      },
      (request) => diplomaTemplates.save(staffOf(request), request.body),
    );
    app.post(
      '/diploma-templates/pictures/:place',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Upload a picture for a design, or learn what is wrong with it',
          consumes: ['multipart/form-data'],
          params: z.object({ place: z.enum(picturePlaces) }),
          response: { 200: pictureAnswerSchema },
        },
      },
      async (request) => {
        const { bytes } = await uploadOf(request);
        return diplomaTemplates.putPicture(staffOf(request), request.params.place, bytes);
      },
    );
    app.post(
      '/diploma-templates/:id/archive',
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
      (request) => diplomaTemplates.archive(staffOf(request), request.params.id, request.body.archived),
    );
  };
}
