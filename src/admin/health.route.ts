import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

const partSchema = z.object({ ok: z.boolean(), words: z.string() });

/** How the rooms of this process and what they share are; codes and figures only. */
export const healthSchema = z.object({
  /** By name: `database`, `queue`, `bot telegram` … Not all right as soon as one of them is not. */
  parts: z.record(z.string(), partSchema),
  /** Seconds the oldest event that is not handled and the oldest message that is due have waited. */
  oldestInboxSeconds: z.number().nullable(),
  oldestDeliverySeconds: z.number().nullable(),
});

export type HealthReport = z.infer<typeof healthSchema>;

const answerSchema = healthSchema.extend({ ok: z.boolean() });

export function healthRoute(health: () => Promise<HealthReport>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/health',
      { config: { callers: 'anyone' }, schema: { response: { 200: answerSchema, 503: answerSchema } } },
      async (_request, reply) => {
        const report = await health();
        const ok = Object.values(report.parts).every((part) => part.ok);
        return reply.code(ok ? 200 : 503).send({ ok, ...report });
      },
    );
  };
}
