import type { FastifyInstance } from 'fastify';
import type { Power } from '../domain/staff/powers.ts';

/**
 * `platform`: the handler has proved by a shared secret that a messenger calls. `visitor`: whoever opened our page by a
 * link of theirs; `pages.ts` looks before anything of the request is read. `staff`: whoever has signed in at the panel, or a
 * program of theirs, with the power that the route names; `api/guard.ts` looks.
 */
export type Callers = 'anyone' | 'platform' | 'visitor' | 'staff';

/** `self`: any of the staff; `half-signed`: also before the second factor. */
export type RoutePower = Power | 'self' | 'half-signed';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route; a route that does not say so stops the boot. */
    callers?: Callers;
    /** What staff need for it. */
    power?: RoutePower;
  }
}

export function demandCallers(app: FastifyInstance): void {
  app.addHook('onRoute', function ({ method, url, config }) {
    if (!config?.callers) throw new Error(`the route ${method} ${url} does not say who may call it`);
    if (config.callers === 'visitor' && !this.hasRequestDecorator('looker')) {
      throw new Error(`the route ${method} ${url} lies where nobody asks visitors for their link`);
    }
    if (config.callers !== 'staff') return;
    if (config.power === undefined)
      throw new Error(`the route ${method} ${url} does not say what staff need for it`);
    if (!this.hasRequestDecorator('staff')) {
      throw new Error(`the route ${method} ${url} lies where nobody asks staff who they are`);
    }
  });
}
