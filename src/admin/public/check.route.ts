import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { PublicDesk, PublicDiploma } from '../../domain/contests/public-desk.ts';
import { dayText } from '../../texts/dates.ts';
import { kindWords, checkWords as words } from '../../texts/public/check-words.ts';
import { awardWords } from '../../texts/public/contest-words.ts';
import { type Html, html } from '../pages/html.ts';
import { clipped } from './clipped.ts';
import { sendPublic, sendUnkept } from './public-frame.ts';

type ByCode = { Params: { code: string } };
/** Of one address; a code has 128 bits, this is for the database's sake. */
const perMinute = 60;

/** Whether a paper is real: `/diploma/…` is what its QR code says, `/check` is for whoever types it. */
export function checkRoutes({ diploma }: Pick<PublicDesk, 'diploma'>): FastifyPluginAsync {
  return async (app) => {
    const config = { callers: 'anyone', rateLimit: { max: perMinute, timeWindow: '1 minute' } } as const;
    app.get('/check', { config }, async (request, reply) => {
      const { code } = request.query as { code?: unknown };
      if (typeof code !== 'string' || code.trim() === '') {
        return sendPublic(request, reply, { title: words.title, body: html`<h1>${words.title}</h1>${form}` });
      }
      return answer(reply, await diploma(code.slice(0, 100)));
    });
    for (const path of ['/check/:code', '/diploma/:code']) {
      app.get<ByCode>(path, { config }, async ({ params }, reply) =>
        answer(reply, await diploma(params.code)),
      );
    }
  };
}

function answer(reply: FastifyReply, diploma: PublicDiploma | null): FastifyReply {
  if (diploma === null)
    return sendUnkept(reply, 404, words.unknownTitle, html`<p>${words.unknown}</p>${form}`);
  return sendUnkept(reply, 200, words.title, diplomaView(diploma));
}

const form = html`<form method="get" action="/check" class="card">
<label for="code">${words.ask}</label>
<p class="faint" id="code-hint">${words.hint}</p>
<input id="code" name="code" required maxlength="60" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="code-hint">
<button>${words.button}</button></form>`;

function diplomaView({ kind, award, revoked, ...diploma }: PublicDiploma): Html {
  const line = (name: string, value: string) => value !== '' && html`<dt>${name}</dt><dd>${value}</dd>`;
  return html`<section class="card ${revoked ? 'bad' : 'good'}"><h2>${revoked ? words.revoked : words.valid}</h2>
<p>${revoked ? words.revokedText : words.validText}</p></section>
<dl>
${line(words.number, `${kindWords[kind]} ${diploma.number}`)}
${line(words.date, dayText(diploma.issuedOn))}
${line(words.award, award === null ? '' : awardWords[award])}
${line(words.contest, clipped(diploma.contest, 600))}
${line(words.nomination, clipped(diploma.nomination, 600))}
${line(words.name, diploma.name === null ? words.nameless : clipped(diploma.name, 600))}
</dl>
${form}`;
}
