import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type {
  FastifyError,
  FastifyInstance,
  FastifyPluginAsync,
  FastifyReply,
  FastifyRequest,
} from 'fastify';
import { faultOf } from '../../domain/delivery/fault.ts';
import { largestFile } from '../../domain/files/stored-file.ts';
import type { Log } from '../../domain/log.ts';
import type { PageDesk } from '../../domain/pages/page-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import { pageHeaders } from '../page-headers.ts';
import { refusalOf } from '../refusals.ts';
import { definitionRoute } from './definition.route.ts';
import { formRoutes } from './form.route.ts';
import { type Looker, sendFault } from './frame.ts';
import { goRoutes } from './go.route.ts';
import { movedRoutes } from './moved.route.ts';
import { ownRoutes } from './own.route.ts';
import { type Posted, readPosted } from './posted.ts';
import { isCsrfToken, type SessionCookie, sessionCookie } from './session.ts';
import { styleRoute } from './style.route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set wherever callers are `visitor`. */
    looker: Looker | null;
    /** Set wherever a form of ours is taken. */
    posted: Posted | null;
  }
}

export type PagesDeps = { desk: PageDesk; publicUrl: string | null; log: Log };

/** More than a school behind one address needs, less than a machine would like. */
const perMinute = 300;
const megabyte = 1024 * 1024;

/** Our own page: rendered here, without scripts and without anything from elsewhere. */
export function pages({ desk, publicUrl, log }: PagesDeps): FastifyPluginAsync {
  return async (app) => {
    const visitCookie = sessionCookie(publicUrl);
    app.decorateRequest('looker', null);
    app.decorateRequest('posted', null);
    await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' });
    await app.register(helmet, pageHeaders(visitCookie.options.secure, { pictures: true }));
    await app.register(cookie);
    await app.register(formbody, { bodyLimit: megabyte });
    await app.register(multipart, {
      limits: { files: 3, fields: 300, fieldSize: 128 * 1024, fileSize: largestFile },
    });
    guard(app, desk, visitCookie);
    app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, log));
    app.register(styleRoute);
    app.register(goRoutes(desk.links, visitCookie));
    app.register(formRoutes(desk.forms));
    app.register(ownRoutes(desk.talks));
    app.register(movedRoutes);
    app.register(definitionRoute(desk.forms));
  };
}

function guard(app: FastifyInstance, desk: PageDesk, { name }: SessionCookie): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.routeOptions.config.callers !== 'visitor') return;
    const session = request.cookies[name] ?? '';
    const visit = session === '' ? null : await desk.links.visit(session);
    if (visit === null) throw new Refusal('visit-over');
    request.looker = { visit, session };
  });
  app.addHook('preHandler', async (request) => {
    if (request.method !== 'POST') return;
    // Browsers say by themselves whether a form was sent by another site.
    const from = request.headers['sec-fetch-site'];
    if (from !== undefined && from !== 'same-origin' && from !== 'none') throw new Refusal('form-expired');
    const { looker } = request;
    // Whoever has no visit has nothing to send but a press: files of anybody would fill the memory.
    if (looker === null) return;
    const posted = await readPosted(request);
    if (!isCsrfToken(looker.session, posted.one('csrf'))) throw new Refusal('form-expired');
    request.posted = posted;
  });
}

function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal !== null) return sendFault(reply, request.looker, refusal.status, refusal.code);
  log.error({ route: request.routeOptions.url, ...faultOf(error) }, 'A page failed');
  return sendFault(reply, request.looker, 500, 'broken');
}
