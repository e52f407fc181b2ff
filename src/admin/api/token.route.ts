import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { tokenDays } from '../../domain/sign-in/token-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { powers } from '../../domain/staff/powers.ts';
import { staffOf } from './call.ts';
import { idParams, idSchema, instantSchema, lineSchema, nothingSchema } from './schemas.ts';

const config = { callers: 'staff', power: 'self' } as const;
const tags = ['tokens'];
const scopesSchema = z.array(z.enum(powers));
const tokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  scopes: scopesSchema,
  createdAt: instantSchema,
  expiresAt: instantSchema,
  usedAt: instantSchema.nullable(),
  usedNetwork: z.string().nullable(),
});

/** Tokens of programs. Making one takes no `Idempotency-Key`: its answer would have to be kept, and it is a secret. */
export function tokenRoutes({ tokens }: Pick<Desks, 'tokens'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/tokens',
      {
        config,
        schema: { tags, summary: 'My tokens', response: { 200: z.object({ items: z.array(tokenSchema) }) } },
      },
      async (request) => ({ items: await tokens.list(staffOf(request)) }),
    );
    app.post(
      '/tokens',
      {
        config,
        schema: {
          tags,
          summary: 'Make a token; it is shown once',
          body: z.object({
            name: lineSchema(60),
            scopes: scopesSchema.min(1).max(powers.length),
            days: z.number().int().min(1).max(tokenDays.most).default(tokenDays.usual),
          }),
          response: { 201: z.object({ id: idSchema, token: z.string(), expiresAt: instantSchema }) },
        },
      },
      async (request, reply) => reply.code(201).send(await tokens.make(staffOf(request), request.body)),
    );
    app.delete(
      '/tokens/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Revoke a token of mine',
          params: idParams,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        await tokens.revoke(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}
