import { readFile } from 'node:fs/promises';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyPluginAsync } from 'fastify';
import type { PublicDesk } from '../../domain/contests/public-desk.ts';
import { faultOf } from '../../domain/delivery/fault.ts';
import type { Log } from '../../domain/log.ts';
import { pageHeaders } from '../page-headers.ts';
import { checkRoutes } from './check.route.ts';
import { contestRoutes } from './contests.route.ts';
import { galleryRoutes } from './gallery.route.ts';
import { sendPublicFault } from './public-frame.ts';

export type PublicPagesDeps = {
  desk: PublicDesk;
  publicUrl: string | null;
  /** Of the clock that contests go by. */
  now(): Date;
  log: Log;
};

/** A class behind one address opens a link at the same moment. */
const perMinute = 600;
const sheets = ['../pages/page.css', './public.css'];

/** What anybody may read: rendered here, without cookies, scripts and anything from elsewhere. */
export function publicPages({ desk, publicUrl, now, log }: PublicPagesDeps): FastifyPluginAsync {
  return async (app) => {
    await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' });
    await app.register(helmet, pageHeaders(publicUrl?.startsWith('https:') ?? false, { pictures: false }));
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const status = error.statusCode ?? 500;
      if (status === 429) return sendPublicFault(reply, 'too-many');
      if (status < 500) return sendPublicFault(reply, 'not-found');
      log.error({ route: request.routeOptions.url, ...faultOf(error) }, 'A public page failed');
      return sendPublicFault(reply, 'broken');
    });
    const parts = await Promise.all(sheets.map((name) => readFile(new URL(name, import.meta.url), 'utf8')));
    app.get('/public.css', { config: { callers: 'anyone' } }, async (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=3600')
        .type('text/css; charset=utf-8')
        .send(parts.join('\n')),
    );
    const deps = {
      desk,
      now,
      root: (request: { protocol: string; host: string }) =>
        publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`,
    };
    app.register(contestRoutes(deps));
    app.register(galleryRoutes(deps));
    app.register(checkRoutes(desk));
  };
}
