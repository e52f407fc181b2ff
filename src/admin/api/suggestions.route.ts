import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mentoringExperiences } from '../../domain/pairs/suggestion.ts';
import { mentoringForms } from '../../domain/registration/forms.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { idParams, idSchema } from './schemas.ts';

const count = z.number().int();

const reasonSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('competencies'),
    fits: z.array(z.object({ request: z.string(), competency: z.string() })),
    needed: count,
  }),
  z.object({ kind: z.literal('no-competencies'), needed: count }),
  z.object({ kind: z.literal('same-subject'), subject: z.string() }),
  z.object({ kind: z.literal('same-organization') }),
  z.object({ kind: z.literal('form'), form: z.enum(mentoringForms) }),
  z.object({ kind: z.literal('other-forms') }),
  z.object({ kind: z.literal('capacity'), left: count, of: count }),
  z.object({ kind: z.literal('experience'), experience: z.enum(mentoringExperiences) }),
  z.object({ kind: z.literal('unreachable') }),
]);

const suggestionSchema = z.object({
  mentor: z.object({
    id: idSchema,
    surname: z.string(),
    name: z.string(),
    patronymic: z.string(),
    organizationId: idSchema,
    organizationName: z.string(),
  }),
  score: z.number().meta({ description: '0 to 1, for comparing within this list only' }),
  reasons: z.array(reasonSchema),
});

/** Mentors for a mentee, with the reasons. */
export function suggestionsRoute({ suggestions }: Pick<Desks, 'suggestions'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/mentees/:id/suggestions',
      {
        config: { callers: 'staff', power: 'pairs:read' },
        schema: {
          tags: ['pairs'],
          summary: 'Mentors who may become this mentee’s, the best first',
          params: idParams,
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
          response: { 200: z.object({ items: z.array(suggestionSchema) }) },
        },
      },
      async (request) => ({
        items: await suggestions.suggestionsFor(staffOf(request), request.params.id, request.query.limit),
      }),
    );
  };
}
