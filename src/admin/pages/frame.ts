import type { FastifyReply } from 'fastify';
import type { PagePurpose, PageVisit } from '../../domain/pages/page-link.ts';
import { frameWords, pageFault } from '../../texts/page-words.ts';
import { fullName } from '../../texts/people.ts';
import { type Html, html } from './html.ts';
import { csrfToken } from './session.ts';

/** Where a visit begins. */
export const beginnings: Record<PagePurpose, string> = {
  form: '/my',
  privacy: '/my/data',
  consents: '/my/consents',
};

/** Whoever looks: their visit and the secret their forms are bound to. */
export type Looker = { visit: PageVisit; session: string };

/** `at`: the section it belongs to, by its address. */
export type Page = { title: string; body: Html; at?: string };

export function sendPage(reply: FastifyReply, looker: Looker | null, page: Page, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(documentOf(looker, page));
}

export function sendFault(
  reply: FastifyReply,
  looker: Looker | null,
  status: number,
  code: string,
): FastifyReply {
  const { title, text } = pageFault(code);
  const back =
    looker && html`<p><a href="${beginnings[looker.visit.purpose]}">${frameWords.toBeginning}</a></p>`;
  const body = html`<section class="card bad" role="alert"><h1>${title}</h1><p>${text}</p>${back}</section>`;
  return sendPage(reply, looker, { title, body }, status);
}

/** A form of ours: bound to the visit, so that no other site can send it. */
export function formOf(
  looker: Looker,
  action: string,
  inside: Html,
  options: { files?: boolean } = {},
): Html {
  const encoding = options.files ? html` enctype="multipart/form-data"` : null;
  return html`<form method="post" action="${action}"${encoding} novalidate>
<input type="hidden" name="csrf" value="${csrfToken(looker.session)}">${inside}</form>`;
}

function documentOf(looker: Looker | null, { title, body, at = '' }: Page): string {
  const page = html`<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} — ${frameWords.product}</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<header>
<a class="skip" href="#content">${frameWords.skip}</a>
<p class="product">${frameWords.product}</p>
${looker && navigation(looker, at)}
</header>
<main id="content">
${body}
</main>
<footer><p>${looker === null ? frameWords.programme : frameWords.footer}</p></footer>
</body>
</html>`;
  return page.markup;
}

function navigation(looker: Looker, at: string): Html {
  const { visit } = looker;
  const name = visit.person === null ? '' : fullName(visit.person);
  return html`${name !== '' && html`<p class="faint">${name}</p>`}
<nav aria-label="${frameWords.nav}">
${sections.map(([path, words]) => html`<a href="${path}"${path === at && html` aria-current="page"`}>${words}</a>`)}
${formOf(looker, '/my/leave', html`<button class="link">${frameWords.leave}</button>`)}
</nav>`;
}

const sections = [
  ['/my', frameWords.form],
  ['/my/consents', frameWords.consents],
  ['/my/data', frameWords.privacy],
] as const;
