import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RawEvent } from '../domain/delivery/inbox-book.ts';
import type { Webhook } from '../domain/messages/webhook.ts';

/** Answers once the events are committed, and only then, so that whatever was not stored comes again. */
export function webhookRoute(
  webhook: Webhook,
  store: (events: readonly RawEvent[]) => Promise<unknown>,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      `/hooks/${webhook.platform}`,
      { config: { callers: 'platform' } },
      async ({ headers, body }, reply) => {
        const header = (name: string) => {
          const value = headers[name];
          return typeof value === 'string' ? value : undefined;
        };
        const verdict = webhook.judge({ header, body });
        if (verdict.kind === 'refuse') return reply.code(401).send({ error: 'unsigned' });
        if (verdict.kind === 'take') await store(verdict.events);
        return reply.type('text/plain; charset=utf-8').send(verdict.reply);
      },
    );
  };
}
