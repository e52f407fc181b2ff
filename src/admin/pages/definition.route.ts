import type { FastifyPluginAsync } from 'fastify';
import type { FormDesk } from '../../domain/pages/form-desk.ts';
import { wordsOfForm } from '../../texts/forms/form-words.ts';

/** Forms as data, with their words: the very definition that every answer is checked by. */
export function definitionRoute(desk: Pick<FormDesk, 'definition'>): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Params: { key: string } }>(
      '/api/forms/:key',
      { config: { callers: 'anyone' } },
      async ({ params }, reply) => {
        const form = desk.definition(params.key);
        if (form === null) {
          const problem = { type: 'about:blank', title: 'Not Found', status: 404, code: 'not-found' };
          return reply.code(404).type('application/problem+json').send(problem);
        }
        return { form, words: wordsOfForm(form.key) };
      },
    );
  };
}
