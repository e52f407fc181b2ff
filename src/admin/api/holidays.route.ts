import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { daySchema, lineSchema, nothingSchema } from './schemas.ts';

const year = z.coerce.number().int().min(2000).max(2100);
const nearDay = daySchema.refine((day) => day >= '2000-01-01' && day <= '2100-12-31');
const dayParams = z.object({ day: nearDay });
const holidaySchema = z.object({
  day: daySchema,
  working: z.boolean().meta({ description: 'A working Saturday, say' }),
  name: z.string(),
});
const importSchema = z.object({
  days: z.array(holidaySchema),
  faults: z.array(
    z.object({
      line: z.number().int(),
      text: z.string(),
      fault: z.enum(['no-day', 'other-year', 'no-name', 'too-long']),
    }),
  ),
});

const tags = ['settings'];
const writing = { callers: 'staff', power: 'settings:write' } as const;

/** Days that differ from their weekday; nobody is written to unasked on a day off. */
export function holidaysRoute({ settings }: Pick<Desks, 'settings'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/settings/holidays',
      {
        config: { callers: 'staff', power: 'settings:read' },
        schema: {
          tags,
          summary: 'Days of a year that differ from their weekday',
          querystring: z.object({ year }),
          response: { 200: z.object({ items: z.array(holidaySchema) }) },
        },
      },
      async (request) => ({ items: await settings.holidays(staffOf(request), request.query.year) }),
    );
    app.put(
      '/settings/holidays/:day',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Say what a day is',
          params: dayParams,
          body: z.object({ working: z.boolean(), name: lineSchema(200) }),
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        await settings.setHoliday(staffOf(request), { day: request.params.day, ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.delete(
      '/settings/holidays/:day',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Make a day what its weekday is',
          params: dayParams,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        await settings.removeHoliday(staffOf(request), request.params.day);
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/settings/holidays/import',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Take in the days of a year, one line each; nothing while a line cannot be read',
          body: z.object({ year: year, text: z.string().max(20_000), dry: z.boolean().default(false) }),
          response: { 200: importSchema },
        },
      },
      (request) => {
        const { year: asked, text, dry } = request.body;
        return settings.importHolidays(staffOf(request), asked, text, dry);
      },
    );
  };
}
