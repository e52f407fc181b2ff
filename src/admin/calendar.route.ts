import rateLimit from '@fastify/rate-limit';
import type { FastifyPluginAsync } from 'fastify';
import type { Desks } from '../domain/staff/desks.ts';
import { sendProblem } from './api/problem.ts';
import { knows } from './etag.ts';

/** Calendars of a whole school behind one address look every hour or so. */
const perMinute = 120;

/** What calendars of phones and offices read; who knows the address needs nothing else, so it says no more than tasks and days. */
export function calendarRoute({ feeds }: Pick<Desks, 'feeds'>): FastifyPluginAsync {
  return async (app) => {
    await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' });
    app.get<{ Params: { secret: string } }>(
      '/calendar/:secret.ics',
      { config: { callers: 'anyone' } },
      async ({ params: { secret }, headers }, reply) => {
        const feed = /^[\w-]{22}$/.test(secret) ? await feeds.read(secret) : null;
        if (feed === null) return sendProblem(reply, 404, 'not-found');
        const tag = `"${feed.etag}"`;
        reply
          .header('etag', tag)
          .header('cache-control', 'private, no-cache')
          .header('referrer-policy', 'no-referrer')
          .header('x-content-type-options', 'nosniff')
          .header('x-robots-tag', 'noindex');
        if (knows(headers['if-none-match'], tag)) return reply.code(304).send();
        return reply
          .type('text/calendar; charset=utf-8')
          .header('content-disposition', 'inline; filename="nastavnik.ics"')
          .send(feed.text);
      },
    );
  };
}
