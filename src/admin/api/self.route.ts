import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { powers } from '../../domain/staff/powers.ts';
import { staffOf } from './call.ts';
import { daySchema, idSchema } from './schemas.ts';

const selfSchema = z.object({
  personId: idSchema,
  surname: z.string(),
  name: z.string(),
  patronymic: z.string(),
  programme: z.object({ id: idSchema, name: z.string(), timeZone: z.string() }),
  appointments: z.array(
    z.object({ role: z.string(), organizationId: idSchema, organizationName: z.string() }),
  ),
  powers: z.array(z.enum(powers)),
  wholeCity: z.boolean(),
  trusted: z.boolean(),
  today: daySchema,
});

/** Whoever has signed in. */
export function selfRoute({ self }: Pick<Desks, 'self'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/self',
      {
        config: { callers: 'staff', power: 'half-signed' },
        schema: {
          tags: ['session'],
          summary: 'Who I am and what I may do',
          response: { 200: selfSchema },
        },
      },
      (request) => self.me(staffOf(request)),
    );
  };
}
