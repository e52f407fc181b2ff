import type { FastifyPluginAsync } from 'fastify';
import type { Spoken, TalkDesk } from '../../domain/pages/talk-desk.ts';
import { frameWords } from '../../texts/page-words.ts';
import { type Looker, type Page, sendPage } from './frame.ts';
import { html } from './html.ts';
import { lookerOf, postedOf } from './looker.ts';
import { sendFile } from './send-file.ts';
import { spokenView } from './spoken-view.ts';

const sections = {
  '/my/data': { topic: 'privacy', title: frameWords.privacy },
  '/my/consents': { topic: 'consents', title: frameWords.consents },
} as const;

/** What is stored about the visitor, and what they agreed to. */
export function ownRoutes(desk: TalkDesk): FastifyPluginAsync {
  const config = { callers: 'visitor' } as const;
  return async (app) => {
    for (const [path, { topic, title }] of Object.entries(sections)) {
      app.get(path, { config }, async (request, reply) => {
        const looker = lookerOf(request);
        return sendPage(reply, looker, ownPage(looker, path, title, await desk.show(looker.visit, topic)));
      });
      app.post(path, { config }, async (request, reply) => {
        const looker = lookerOf(request);
        const spoken = await desk.press(looker.visit, postedOf(request).one('action'));
        if (spoken.opensForm) return reply.redirect('/my', 303);
        return sendPage(reply, looker, ownPage(looker, path, title, spoken));
      });
    }
    app.get<{ Params: { fileId: string } }>('/my/files/:fileId', { config }, async (request, reply) =>
      sendFile(reply, await desk.file(lookerOf(request).visit, request.params.fileId)),
    );
  };
}

function ownPage(looker: Looker, path: string, title: string, spoken: Spoken): Page {
  return {
    title,
    at: path,
    body: html`<h1>${title}</h1>${spokenView(looker, spoken, path)}`,
  };
}
