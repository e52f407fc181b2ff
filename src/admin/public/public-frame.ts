import type { FastifyReply, FastifyRequest } from 'fastify';
import { publicFaults } from '../../texts/public/check-words.ts';
import { publicFrameWords as words } from '../../texts/public/contest-words.ts';
import { sendTagged } from '../etag.ts';
import { type Html, html } from '../pages/html.ts';

/** `feed`: of what this page shows. `people`: it may name somebody, so no search engine is to keep a copy. */
export type PublicPage = {
  title: string;
  body: Html;
  feed?: { path: string; title: string };
  people?: boolean;
};

/** What is withdrawn is gone within a minute, whoever keeps copies on the way. */
const kept = 'public, max-age=30';

export function sendPublic(request: FastifyRequest, reply: FastifyReply, page: PublicPage): FastifyReply {
  if (page.people) unsearched(reply);
  reply.header('cache-control', kept).type('text/html; charset=utf-8');
  return sendTagged(request, reply, documentOf(page));
}

export function sendFeed(request: FastifyRequest, reply: FastifyReply, rss: string): FastifyReply {
  unsearched(reply).header('cache-control', kept).type('application/rss+xml; charset=utf-8');
  return sendTagged(request, reply, rss);
}

export function unsearched(reply: FastifyReply): FastifyReply {
  return reply.header('x-robots-tag', 'noindex, noarchive');
}

const statuses = { 'not-found': 404, 'too-many': 429, broken: 500 } as const;

export function sendPublicFault(reply: FastifyReply, fault: keyof typeof statuses): FastifyReply {
  const { title, text } = publicFaults[fault];
  return sendUnkept(reply, statuses[fault], title, html`<p>${text}</p>`);
}

/** Neither kept by anybody on the way nor found by a search. */
export function sendUnkept(reply: FastifyReply, status: number, title: string, rest: Html): FastifyReply {
  const body = html`<h1>${title}</h1>${rest}`;
  return unsearched(reply)
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(documentOf({ title, body }));
}

/** Nothing where there is but one. */
export function pager(path: string, at: number, of: number): Html | null {
  if (of <= 1) return null;
  return html`<nav class="pages" aria-label="${words.pages}">
${at > 1 && html`<a rel="prev" href="${path}?page=${at - 1}">${words.previous}</a>`}
<span>${words.pageOf(at, of)}</span>
${at < of && html`<a rel="next" href="${path}?page=${at + 1}">${words.next}</a>`}
</nav>`;
}

/** From 1; whatever else stands there is the first. */
export function pageNumber(query: unknown): number {
  const { page } = query as { page?: unknown };
  return typeof page === 'string' && /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 1;
}

function documentOf({ title, body, feed }: PublicPage): string {
  const page = html`<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} — ${words.product}</title>
<link rel="stylesheet" href="/public.css">
${feed && html`<link rel="alternate" type="application/rss+xml" title="${feed.title}" href="${feed.path}">`}
</head>
<body>
<header>
<a class="skip" href="#content">${words.skip}</a>
<p class="product">${words.product}</p>
<nav aria-label="${words.nav}"><a href="/contests">${words.contests}</a> <a href="/check">${words.check}</a></nav>
</header>
<main id="content">
${body}
</main>
<footer><p>${words.footer}</p></footer>
</body>
</html>`;
  return page.markup;
}
