import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SignInPlace } from '../../domain/sign-in/sign-in.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { refuseOtherSites } from './guard.ts';
import { networkOf } from './network.ts';
import { instantSchema, lineSchema, nothingSchema } from './schemas.ts';
import { type StaffCookie, signInCookie } from './staff-cookie.ts';

/** Nobody signs in all day: far less than of other calls, from one address. */
const perMinute = { max: 30, timeWindow: '1 minute' } as const;
const config = { callers: 'anyone', rateLimit: perMinute } as const;
/** A page asks every few seconds how far it is. */
const asking = { callers: 'anyone', rateLimit: { max: 120, timeWindow: '1 minute' } } as const;
const secretSchema = z.string().regex(/^[\w-]{22}$/);

const begunSchema = z.object({
  digits: z.string(),
  expiresAt: instantSchema,
  sandbox: z.boolean(),
  bots: z.array(
    z.object({
      platform: z.string(),
      name: z.string(),
      link: z.string().nullable(),
      qr: z.string().nullable().meta({ description: 'SVG' }),
    }),
  ),
});
const keySchema = z.union([z.object({ secret: secretSchema }), z.object({ code: z.string().max(40) })]);

/** The ways in, for whoever has not signed in. Each is bound to the browser that asked. */
export function signInRoutes(
  { signIn }: Pick<Desks, 'signIn'>,
  deps: { session: StaffCookie; publicUrl: string | null },
): FastifyPluginAsyncZod {
  const { session, publicUrl } = deps;
  const cookie = signInCookie(publicUrl);
  return async (app) => {
    app.addHook('onRequest', async (request) => {
      if (request.method !== 'GET') refuseOtherSites(request);
    });
    app.post(
      '/sign-ins',
      {
        config,
        schema: { tags: ['sign-in'], summary: 'Ask to sign in', response: { 201: begunSchema } },
      },
      async (request, reply) => {
        const { browser, ...begun } = await signIn.begin(placeOf(request));
        return reply.code(201).setCookie(cookie.name, browser, cookie.options).send(begun);
      },
    );
    app.get(
      '/sign-ins/current',
      {
        config: asking,
        schema: {
          tags: ['sign-in'],
          summary: 'How far the sign-in of this browser has come',
          response: { 200: z.object({ state: z.enum(['waiting', 'taken', 'offered', 'over']) }) },
        },
      },
      async ({ cookies }) => ({ state: await signIn.state(cookies[cookie.name] ?? '') }),
    );
    app.post(
      '/sign-ins/current/open',
      {
        config,
        schema: {
          tags: ['sign-in'],
          summary: 'Come in by the link or the code of the chat',
          body: keySchema,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        const { token } = await signIn.open(
          request.cookies[cookie.name] ?? '',
          request.body,
          placeOf(request),
        );
        return reply
          .clearCookie(cookie.name, cookie.options)
          .setCookie(session.name, token, session.options)
          .code(204)
          .send(null);
      },
    );
    app.register(administratorLinkRoutes({ signIn }, session));
  };
}

const nameSchema = z.string().trim().max(100);
const openingSchema = z.object({
  secret: secretSchema,
  administrator: z
    .object({ surname: lineSchema(100), name: lineSchema(100), patronymic: nameSchema.default('') })
    .nullable()
    .default(null),
  programme: z
    .object({ name: lineSchema(200), timeZone: lineSchema(60), officeName: lineSchema(200) })
    .nullable()
    .default(null),
});

/** The link that is printed at the first start, and by `nastavnik admin invite`. */
function administratorLinkRoutes(
  { signIn }: Pick<Desks, 'signIn'>,
  session: StaffCookie,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/administrator-links/look',
      {
        config,
        schema: {
          tags: ['sign-in'],
          summary: 'What a link for an administrator asks for; spends nothing',
          body: z.object({ secret: secretSchema }),
          response: { 200: z.object({ needsProgramme: z.boolean(), isKnown: z.boolean() }) },
        },
      },
      ({ body }) => signIn.lookAtLink(body.secret),
    );
    app.post(
      '/administrator-links/open',
      {
        config,
        schema: {
          tags: ['sign-in'],
          summary: 'Become an administrator by a link',
          body: openingSchema,
          response: { 204: nothingSchema },
        },
      },
      async (request, reply) => {
        const { secret, ...given } = request.body;
        const { token } = await signIn.openLink(secret, given, placeOf(request));
        return reply.setCookie(session.name, token, session.options).code(204).send(null);
      },
    );
  };
}

export function placeOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): SignInPlace {
  return { network: networkOf(ip) ?? '', agent: (headers['user-agent'] ?? '').slice(0, 300) };
}
