import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Figures } from '../../domain/figures.ts';
import type { Meters } from './meters.ts';
import type { Parts } from './monitor.ts';

const liveSchema = z.object({ ok: z.literal(true) });
const partsSchema = z.record(z.string(), z.object({ ok: z.boolean(), words: z.string() }));
const readySchema = z.object({ ok: z.boolean(), parts: partsSchema });

/** What this process cannot work without; a platform in trouble is no reason to start it anew. */
const needed: readonly string[] = ['database', 'migrations', 'queue'];

type Deps = {
  /** Rejects where they do not answer in time. */
  parts(): Promise<Parts>;
  /** `null` where the database does not answer. */
  figures(): Promise<Figures | null>;
  meters: Meters;
};

export function monitorRoutes({ parts, figures, meters }: Deps): FastifyPluginAsyncZod {
  const config = { callers: 'anyone' } as const;
  const asked = () => parts().catch((): Parts => ({ database: { ok: false, words: 'does not answer' } }));

  return async (app) => {
    // Whoever can answer at all is alive: the event loop turns.
    app.get('/health/live', { config, schema: { response: { 200: liveSchema } } }, async () => ({
      ok: true as const,
    }));

    app.get(
      '/health/ready',
      { config, schema: { response: { 200: readySchema, 503: readySchema } } },
      async (_request, reply) => {
        const known = Object.entries(await asked()).filter(([name]) => needed.includes(name));
        const ok = known.every(([, part]) => part.ok);
        return reply.code(ok ? 200 : 503).send({ ok, parts: Object.fromEntries(known) });
      },
    );

    app.get('/metrics', { config }, async (_request, reply) => {
      const [now, health] = await Promise.all([figures(), asked()]);
      meters.show(now, health);
      return reply.type(meters.contentType).send(await meters.text());
    });
  };
}
