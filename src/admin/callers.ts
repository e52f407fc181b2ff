import type { FastifyInstance } from 'fastify';

/**
 * `platform`: the handler has proved by a shared secret that a messenger calls. `visitor`: whoever opened our page by a
 * link of theirs; `pages.ts` looks before anything of the request is read.
 */
export type Callers = 'anyone' | 'platform' | 'visitor';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route; a route that does not say so stops the boot. */
    callers?: Callers;
  }
}

export function demandCallers(app: FastifyInstance): void {
  app.addHook('onRoute', function ({ method, url, config }) {
    if (!config?.callers) throw new Error(`the route ${method} ${url} does not say who may call it`);
    if (config.callers === 'visitor' && !this.hasRequestDecorator('looker')) {
      throw new Error(`the route ${method} ${url} lies where nobody asks visitors for their link`);
    }
  });
}
