import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';

/** What `npm run build` makes of `web/`. */
const folder = fileURLToPath(new URL('./panel-files', import.meta.url));
const yearMs = 31_536_000_000;

/** The panel: one page, scripts and styles of our own; nothing from elsewhere is called. */
export function panelFiles(publicUrl: string | null): FastifyPluginAsync {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return async (app) => {
    await app.register(helmet, {
      contentSecurityPolicy: false,
      referrerPolicy: { policy: 'no-referrer' },
      frameguard: { action: 'deny' },
      strictTransportSecurity: secure && { maxAge: 15_552_000 },
    });
    await app.register(statics, {
      root: join(folder, 'assets'),
      serve: false,
      preCompressed: true,
      immutable: true,
      maxAge: yearMs,
    });
    const page = existsSync(join(folder, 'index.html'))
      ? readFileSync(join(folder, 'index.html'), 'utf8')
      : null;
    const config = { callers: 'anyone' } as const;
    app.get('/', { config }, (_request, reply) => reply.redirect('/panel/', 302));
    app.get<{ Params: { '*': string } }>('/panel/assets/*', { config }, ({ params }, reply) =>
      reply.sendFile(params['*']),
    );
    app.get('/panel', { config }, (_request, reply) => reply.redirect('/panel/', 302));
    app.get('/panel/*', { config }, (_request, reply) => sendPanel(reply, page));
  };
}

/** Scripts by address only; styles that the page makes itself carry the nonce of this very answer. */
function sendPanel(reply: FastifyReply, page: string | null): FastifyReply {
  if (page === null) return reply.code(503).type('text/plain; charset=utf-8').send('npm run build');
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll('__NONCE__', nonce));
}
