import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { fitsSort } from '../../domain/forms/check-answer.ts';
import type { AnswerFaults, DrawnQuestion, FormDesk, FormView } from '../../domain/pages/form-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import { registrationForms } from '../../domain/registration/application.ts';
import { rawAnswer } from './field.ts';
import { pageOfForm } from './form-view.ts';
import { type Looker, sendPage } from './frame.ts';
import { lookerOf, postedOf } from './looker.ts';
import type { Posted } from './posted.ts';
import { sendFile } from './send-file.ts';

/** The visitor's form: what it asks now, and what they answer. */
export function formRoutes(desk: FormDesk): FastifyPluginAsync {
  const config = { callers: 'visitor' } as const;
  return async (app) => {
    app.get<{ Querystring: { all?: string; done?: string; more?: string } }>(
      '/my',
      { config },
      async (request, reply) => {
        const looker = lookerOf(request);
        const { all, done, more } = request.query;
        const view = await desk.view(looker.visit, { all: all === '1' });
        return sendPage(
          reply,
          looker,
          pageOfForm(looker, view, { isDone: done === '1', isMore: more === '1' }),
        );
      },
    );

    app.post('/my/join', { config }, async (request, reply) => {
      const posted = postedOf(request);
      const form = registrationForms.find((each) => each === posted.one('form'));
      if (form === undefined) throw new Refusal('not-found');
      await desk.join(lookerOf(request).visit, form, posted.one('programme'));
      return reply.redirect('/my', 303);
    });

    app.post('/my/answers', { config }, async (request, reply) =>
      takeAnswers(desk, lookerOf(request), postedOf(request), reply),
    );

    app.post('/my/consent', { config }, async (request, reply) => {
      const { visit } = lookerOf(request);
      const posted = postedOf(request);
      const key = posted.one('question');
      if (posted.one('answer') === 'yes') await desk.agree(visit, key, posted.one('text'));
      else await desk.notNow(visit, key);
      return reply.redirect('/my', 303);
    });

    app.get<{ Params: { textId: string } }>(
      '/my/consent-text/:textId',
      { config },
      async (request, reply) => {
        const file = await desk.consentText(lookerOf(request).visit, request.params.textId);
        return sendFile(reply, file, 'inline');
      },
    );

    app.post('/my/finish', { config }, async (request, reply) => {
      await desk.finish(lookerOf(request).visit);
      return reply.redirect('/my?done=1', 303);
    });
  };
}

/** Takes what the page asked; where something is wrong the page comes back as it was typed. */
async function takeAnswers(
  desk: FormDesk,
  looker: Looker,
  posted: Posted,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { visit } = looker;
  const view = await desk.view(visit, { all: true });
  if (view.at !== 'questions') return reply.redirect('/my', 303);
  const asked = view.questions.filter(({ question }) => posted.all('asked').includes(question.key));
  const wrongFiles = wrongFilesOf(asked, posted);
  const raw =
    Object.keys(wrongFiles).length > 0
      ? null
      : await rawOf(desk, looker, { ...view, questions: asked }, posted);
  const faults = raw === null ? wrongFiles : await desk.take(visit, raw);
  if (Object.keys(faults).length > 0) {
    const again = pageOfForm(looker, { ...view, questions: asked }, { typed: posted, faults });
    return sendPage(reply, looker, again, 422);
  }
  const next = await desk.view(visit, { all: false });
  return reply.redirect(next.at === 'questions' ? '/my?more=1' : '/my', 303);
}

function wrongFilesOf(asked: readonly DrawnQuestion[], posted: Posted): AnswerFaults {
  const wrong = asked.filter(({ question }) => {
    const file = question.kind === 'file' ? posted.file(question.key) : null;
    return (
      file !== null && question.kind === 'file' && !fitsSort({ name: file.name, mime: '' }, question.accept)
    );
  });
  return Object.fromEntries(wrong.map(({ question }) => [question.key, { code: 'wrong-file', facts: {} }]));
}

async function rawOf(
  desk: FormDesk,
  { visit }: Looker,
  { questions, answers }: Extract<FormView, { at: 'questions' }>,
  posted: Posted,
): Promise<Record<string, unknown>> {
  const raw: Record<string, unknown> = {};
  for (const { question } of questions) {
    const file = question.kind === 'file' ? posted.file(question.key) : null;
    const fileId = file === null ? null : await desk.keep(visit, file);
    raw[question.key] = rawAnswer(question, posted, fileId, answers[question.key]);
  }
  return raw;
}
