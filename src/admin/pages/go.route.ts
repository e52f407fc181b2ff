import type { FastifyPluginAsync } from 'fastify';
import type { PageLinks } from '../../domain/pages/page-desk.ts';
import { goWords } from '../../texts/page-words.ts';
import { beginnings, sendPage } from './frame.ts';
import { html } from './html.ts';
import { lookerOf } from './looker.ts';
import type { SessionCookie } from './session.ts';

/** Tighter than the rest: nobody opens links all day. */
const perMinute = 120;

/** The way in by a link, and the way out. Looking at a link spends nothing: messengers look before people do. */
export function goRoutes(links: PageLinks, cookie: SessionCookie): FastifyPluginAsync {
  const config = { callers: 'anyone', rateLimit: { max: perMinute, timeWindow: '1 minute' } } as const;
  return async (app) => {
    app.get<{ Params: { secret: string } }>('/go/:secret', { config }, async ({ params }, reply) => {
      const leadsTo = await links.look(params.secret);
      if (leadsTo === 'panel') return reply.redirect('/panel/', 303);
      if (leadsTo === null) return sendPage(reply, null, spent, 410);
      const body = html`<section class="card"><h1>${goWords.title}</h1><p>${goWords.ready}</p>
<form method="post"><button>${goWords.go}</button></form>
<p class="faint">${goWords.once}</p></section>`;
      return sendPage(reply, null, { title: goWords.title, body });
    });

    app.post<{ Params: { secret: string } }>('/go/:secret', { config }, async ({ params }, reply) => {
      if ((await links.look(params.secret)) === 'panel') return reply.redirect('/panel/', 303);
      const opened = await links.open(params.secret);
      const visit = opened && (await links.visit(opened.session));
      if (!opened || !visit) return sendPage(reply, null, spent, 410);
      return reply
        .setCookie(cookie.name, opened.session, cookie.options)
        .redirect(beginnings[visit.purpose], 303);
    });

    app.post('/my/leave', { config: { callers: 'visitor' } }, async (request, reply) => {
      await links.end(lookerOf(request).session);
      reply.clearCookie(cookie.name, cookie.options);
      const body = html`<section class="card"><h1>${goWords.leftTitle}</h1><p>${goWords.left}</p></section>`;
      return sendPage(reply, null, { title: goWords.leftTitle, body });
    });
  };
}

const spent = {
  title: goWords.spentTitle,
  body: html`<section class="card"><h1>${goWords.spentTitle}</h1><p>${goWords.spent}</p></section>`,
};
