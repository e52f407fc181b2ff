import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { idParams, idSchema, instantSchema, nothingSchema } from './schemas.ts';
import type { StaffCookie } from './staff-cookie.ts';

const half = { callers: 'staff', power: 'half-signed' } as const;
const whole = { callers: 'staff', power: 'self' } as const;
/** Besides the count for each person, which no change of address helps against. */
const coding = { rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
const codeBody = z.object({ code: z.string().trim().min(1).max(40) });
const recoverySchema = z.object({ recoveryCodes: z.array(z.string()) });
const tags = ['session'];

/** The session of whoever calls, and their second factor. */
export function sessionRoutes(
  { sessions }: Pick<Desks, 'sessions'>,
  cookie: StaffCookie,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/session',
      {
        config: half,
        schema: {
          tags,
          summary: 'How this session stands',
          response: {
            200: z.object({
              factor: z.enum(['enrol', 'enter', 'none', 'passed']),
              recoveryLeft: z.number().int(),
              sandbox: z.boolean(),
              hasChat: z.boolean(),
            }),
          },
        },
      },
      (request) => sessions.view(staffOf(request)),
    );
    app.delete(
      '/session',
      { config: half, schema: { tags, summary: 'Leave', response: { 204: nothingSchema } } },
      async (request, reply) => {
        await sessions.leave(staffOf(request));
        return reply.clearCookie(cookie.name, cookie.options).code(204).send(null);
      },
    );
    app.register(factorRoutes({ sessions }, cookie));
    app.register(sessionListRoutes({ sessions }));
  };
}

function factorRoutes({ sessions }: Pick<Desks, 'sessions'>, cookie: StaffCookie): FastifyPluginAsyncZod {
  const config = { ...half, ...coding };
  return async (app) => {
    app.post(
      '/session/second-factor',
      {
        config,
        schema: {
          tags,
          summary: 'A new secret for the program on the phone',
          response: { 200: z.object({ secret: z.string(), uri: z.string(), qr: z.string() }) },
        },
      },
      (request) => sessions.enrol(staffOf(request)),
    );
    app.post(
      '/session/second-factor/confirm',
      {
        config,
        schema: {
          tags,
          summary: 'The first code: from now on codes are asked for',
          body: codeBody,
          response: { 200: recoverySchema },
        },
      },
      async (request, reply) => {
        const { token, recoveryCodes } = await sessions.confirm(staffOf(request), request.body.code);
        reply.setCookie(cookie.name, token, cookie.options);
        return { recoveryCodes };
      },
    );
    app.post(
      '/session/second-factor/pass',
      {
        config,
        schema: {
          tags,
          summary: 'A code of the phone, or a recovery code',
          body: codeBody,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        const { token } = await sessions.pass(staffOf(request), request.body.code);
        return reply.setCookie(cookie.name, token, cookie.options).code(204).send(null);
      },
    );
    app.post(
      '/session/recovery-codes',
      {
        config: { ...whole, ...coding },
        schema: {
          tags,
          summary: 'New recovery codes in place of all before',
          body: codeBody,
          response: { 200: recoverySchema },
        },
      },
      (request) => sessions.renewRecovery(staffOf(request), request.body.code),
    );
  };
}

const sessionSchema = z.object({
  id: idSchema,
  browser: z.string().nullable(),
  network: z.string().nullable(),
  createdAt: instantSchema,
  seenAt: instantSchema,
  current: z.boolean(),
});

function sessionListRoutes({ sessions }: Pick<Desks, 'sessions'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/sessions',
      {
        config: whole,
        schema: {
          tags,
          summary: 'My sessions',
          response: { 200: z.object({ items: z.array(sessionSchema) }) },
        },
      },
      async (request) => ({ items: await sessions.sessions(staffOf(request)) }),
    );
    app.delete(
      '/sessions/:id',
      {
        config: whole,
        schema: {
          tags,
          summary: 'End a session of mine',
          params: idParams,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        await sessions.end(staffOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.delete(
      '/sessions',
      {
        config: whole,
        schema: {
          tags,
          summary: 'End all sessions of mine but this',
          response: { 200: z.object({ ended: z.number().int() }) },
        },
      },
      (request) => sessions.endOthers(staffOf(request)),
    );
    app.post(
      '/session/invitation',
      {
        config: whole,
        schema: {
          tags,
          summary: 'A link and a code that join a chat to me',
          response: { 200: invitationSchema },
        },
      },
      (request) => sessions.invite(staffOf(request)),
    );
  };
}

export const invitationSchema = z.object({
  code: z.string(),
  links: z.array(z.object({ name: z.string(), link: z.string().nullable() })),
});
