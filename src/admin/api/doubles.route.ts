import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { doubleReasons } from '../../domain/people/doubles-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { namedSchema, personCardSchema } from './people-schemas.ts';
import { asListQuery, createdSchema, idSchema, listQuery, nothingSchema, paged, pageOf } from './schemas.ts';

const doubleSchema = namedSchema.extend({
  birthYear: z.number().int().nullable(),
  organizations: z.array(z.string()),
  hasChat: z.boolean(),
});
const tags = ['people'];
const config = { callers: 'staff', power: 'people:write' } as const;
const params = z.object({ id: idSchema, otherId: idSchema });

/** People who may be one. */
export function doubleRoutes({ doubles }: Pick<Desks, 'doubles'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/likely-doubles',
      {
        config,
        schema: {
          tags,
          summary: 'People who may be one, by name in one organization or by phone',
          querystring: listQuery(['surname'], {}),
          response: {
            200: pageOf(
              z.object({
                one: doubleSchema,
                other: doubleSchema,
                reasons: z.array(z.enum(doubleReasons)),
              }),
            ),
          },
        },
      },
      async (request) => {
        const { query } = request;
        return paged(query, await doubles.list(staffOf(request), asListQuery(query)));
      },
    );
    app.get(
      '/people/:id/doubles/:otherId',
      {
        config,
        schema: {
          tags,
          summary: 'Two people side by side: the first would go over to the second',
          params,
          response: {
            200: z.object({
              double: personCardSchema,
              known: personCardSchema,
              moving: z.array(z.object({ table: z.string(), count: z.number().int() })),
              may: z.boolean(),
            }),
          },
        },
      },
      (request) => doubles.compare(staffOf(request), request.params.id, request.params.otherId),
    );
    app.post(
      '/people/:id/doubles/:otherId/merge',
      {
        config,
        schema: {
          tags,
          summary: 'Make them one: the first goes over to the second; cannot be undone',
          params,
          response: { 200: createdSchema },
        },
      },
      (request) => doubles.merge(staffOf(request), request.params.id, request.params.otherId),
    );
    app.post(
      '/people/:id/doubles/:otherId/keep-apart',
      {
        config,
        schema: { tags, summary: 'They are two people', params, response: { 200: nothingSchema } },
      },
      async (request) => {
        await doubles.keepApart(staffOf(request), request.params.id, request.params.otherId);
        return null;
      },
    );
  };
}
