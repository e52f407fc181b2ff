import { type FastifyError, type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { faultOf } from '../domain/delivery/fault.ts';
import type { RawEvent } from '../domain/delivery/inbox-book.ts';
import type { Log } from '../domain/log.ts';
import type { Webhook } from '../domain/messages/webhook.ts';
import type { PageDesk } from '../domain/pages/page-desk.ts';
import { type ApiDeps, api } from './api/api.ts';
import { sendProblem } from './api/problem.ts';
import { calendarRoute } from './calendar.route.ts';
import { demandCallers } from './callers.ts';
import { type HealthReport, healthRoute } from './health.route.ts';
import { pages } from './pages/pages.ts';
import { panelFiles } from './panel.route.ts';
import { type PublicPagesDeps, publicPages } from './public/public-pages.ts';
import { webhookRoute } from './webhook.route.ts';

type AdminDeps = {
  host: string;
  /** 0: any free one. */
  port: number;
  health(): Promise<HealthReport>;
  /** Those of the platforms that call us instead of being polled. */
  webhooks: readonly Webhook[];
  /** Resolves once committed. */
  store(events: readonly RawEvent[]): Promise<unknown>;
  /** Our own page; none where no one may open it. */
  page?: { desk: PageDesk; publicUrl: string | null };
  /** What anybody may read, likewise. */
  open?: Omit<PublicPagesDeps, 'log'>;
  /** The panel and what it calls, likewise. */
  panel?: Omit<ApiDeps, 'log'>;
  /** Sees every answer. */
  watch?(app: FastifyInstance): void;
  log: Log;
};

export type Admin = {
  /** Resolves with the address it listens on. */
  start(): Promise<string>;
  /** `null` until it listens. */
  url(): string | null;
  stop(): Promise<void>;
};

const bodyLimit = 1024 * 1024;
const patienceMs = 3000;

/** The HTTP server: health, the platforms' calls, our own page, and later the panel. */
export function createAdmin(deps: AdminDeps): Admin {
  const { host, port, health, webhooks, store, page, open, panel, watch, log } = deps;
  const app = createServer(log);
  watch?.(app);
  app.register(healthRoute(health));
  for (const webhook of webhooks) app.register(webhookRoute(webhook, store));
  if (page !== undefined) app.register(pages({ ...page, log }));
  if (open !== undefined) app.register(publicPages({ ...open, log }));
  if (panel !== undefined) {
    app.register(api({ ...panel, log }), { prefix: '/api' });
    app.register(calendarRoute(panel.desks));
    app.register(panelFiles(panel.publicUrl));
  }
  let url: string | null = null;

  return {
    async start() {
      url = await app.listen({ host, port });
      return url;
    },
    url: () => url,
    async stop() {
      // Idle keep-alive connections are closed at once; whoever still talks gets a moment to end.
      const late = setTimeout(() => app.server.closeAllConnections(), patienceMs);
      await app.close();
      clearTimeout(late);
    },
  };
}

export function createServer(log: Log): FastifyInstance {
  const app = fastify({
    bodyLimit,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    // Whoever calls is told by a proxy of ours, never by one from the internet.
    trustProxy: 'loopback, linklocal, uniquelocal',
    // An address that cannot be read leads nowhere.
    frameworkErrors: (_error, request, reply) => {
      const answer = reply as unknown as FastifyReply;
      if (request.url.startsWith('/api/')) return sendProblem(answer, 404, 'not-found');
      return answer.code(404).send({ error: 'not-found' });
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  demandCallers(app);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not-found' }));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: error.code ?? 'refused' });
    log.error({ route: request.routeOptions.url, ...faultOf(error) }, 'A request failed');
    return reply.code(500).send({ error: 'internal' });
  });
  return app;
}
