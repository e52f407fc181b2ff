import type { FastifyInstance } from 'fastify';

/** `platform`: the handler has proved by a shared secret that a messenger calls. */
export type Callers = 'anyone' | 'platform';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route; a route that does not say so stops the boot. */
    callers?: Callers;
  }
}

export function demandCallers(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.callers) throw new Error(`the route ${method} ${url} does not say who may call it`);
  });
}
