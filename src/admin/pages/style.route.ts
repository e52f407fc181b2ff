import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';

const sheets = ['page.css', 'fields.css'];

/** The look of our pages, in one answer. */
export const styleRoute: FastifyPluginAsync = async (app) => {
  const parts = await Promise.all(sheets.map((name) => readFile(new URL(name, import.meta.url), 'utf8')));
  const sheet = parts.join('\n');
  app.get('/page.css', { config: { callers: 'anyone' } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(sheet),
  );
};
