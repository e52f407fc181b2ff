import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { filePurposes } from '../../domain/contests/contest-desk.ts';
import { contestLimits } from '../../domain/contests/contest-settings.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { contestSchema } from './contest-schemas.ts';
import { errandSchema } from './errands.route.ts';
import { idParams, idSchema } from './schemas.ts';
import { uploadOf } from './upload.ts';

const tags = ['contests'];
const reads = { callers: 'staff', power: 'contests:read' } as const;
const writes = { callers: 'staff', power: 'contests:write' } as const;
const jurorParams = z.object({ id: idSchema, personId: idSchema });
const fileParams = z.object({ id: idSchema, fileId: idSchema });
const purposeParams = z.object({ id: idSchema, purpose: z.enum(filePurposes) });
const response = { 200: contestSchema };

type Part = Pick<Desks, 'contests'>;

/** Who judges a contest, and the files that belong to it. */
export function contestEnclosuresRoute(desks: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(jury(desks));
    app.register(files(desks));
  };
}

function jury({ contests }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.put(
      '/contests/:id/jury/:personId',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Put somebody into the jury, or change what they judge',
          params: jurorParams,
          body: z.object({
            isChair: z.boolean(),
            nominationIds: z
              .array(idSchema)
              .min(1)
              .max(contestLimits.nominations)
              .nullable()
              .meta({ description: 'null: all of them' }),
          }),
          response,
        },
      },
      (request) => {
        const { id, personId } = request.params;
        return contests.putJuror(staffOf(request), id, { ...request.body, personId });
      },
    );
    app.delete(
      '/contests/:id/jury/:personId',
      {
        config: writes,
        schema: { tags, summary: 'Take somebody out of the jury', params: jurorParams, response },
      },
      (request) => contests.removeJuror(staffOf(request), request.params.id, request.params.personId),
    );
  };
}

function files({ contests }: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.put(
      '/contests/:id/regulations',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Keep the regulations, in place of those before',
          consumes: ['multipart/form-data'],
          params: idParams,
          response,
        },
      },
      async (request) =>
        contests.putRegulations(staffOf(request), request.params.id, await uploadOf(request)),
    );
    app.post(
      '/contests/:id/enclosures/:purpose',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Put a file to the announcement or to the materials',
          consumes: ['multipart/form-data'],
          params: purposeParams,
          response,
        },
      },
      async (request) => {
        const { id, purpose } = request.params;
        return contests.addFile(staffOf(request), id, purpose, await uploadOf(request));
      },
    );
    app.post(
      '/contests/:id/materials/sending',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Send the materials to those who took part and do not have them, as long work',
          params: idParams,
          body: z.object({
            namesOthers: z.boolean().meta({ description: 'Whether the files name people' }),
          }),
          response: { 202: errandSchema },
        },
      },
      async (request, reply) =>
        reply.code(202).send(await contests.sendMaterials(staffOf(request), request.params.id, request.body)),
    );
    app.get(
      '/contests/:id/files/:fileId',
      { config: reads, schema: { tags, summary: 'A file of the contest', params: fileParams } },
      async (request, reply) => {
        const { id, fileId } = request.params;
        return sendFile(reply, await contests.readFile(staffOf(request), id, fileId));
      },
    );
    app.delete(
      '/contests/:id/files/:fileId',
      { config: writes, schema: { tags, summary: 'Take a file away', params: fileParams, response } },
      (request) => contests.removeFile(staffOf(request), request.params.id, request.params.fileId),
    );
  };
}
