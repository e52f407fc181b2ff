import type { FastifyPluginAsync } from 'fastify';
import type { PageDesk } from '../../domain/pages/page-desk.ts';
import type { PageVisit } from '../../domain/pages/page-link.ts';
import type { ConsentTemplate } from '../../domain/pages/staff-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import { draftFault } from '../../texts/page-staff-words.ts';
import { lookerOf, postedOf } from './looker.ts';
import { staffSending } from './staff-sending.ts';
import { templatesView, templateView } from './staff-texts-view.ts';

type Which = { Params: { kind: string; giver: string } };

/** Texts of consents: edited, looked at, published. */
export function staffTextsRoutes({ staff }: Pick<PageDesk, 'staff'>): FastifyPluginAsync {
  const config = { callers: 'visitor' } as const;
  const send = staffSending(staff);

  async function template(visit: PageVisit, { kind, giver }: Which['Params']): Promise<ConsentTemplate> {
    const templates = await staff.templates(visit);
    const found = templates.find((each) => each.kind === kind && each.giver === giver);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }

  return async (app) => {
    app.get('/staff/texts', { config }, async (request, reply) => {
      const templates = await staff.templates(lookerOf(request).visit);
      return send(request, reply, '/staff/texts', templatesView(templates));
    });
    app.get<Which>('/staff/texts/:kind/:giver', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      const now = await template(looker.visit, request.params);
      return send(request, reply, '/staff/texts', templateView(looker, now, now));
    });
    app.post<Which>('/staff/texts/:kind/:giver', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      const posted = postedOf(request);
      const now = await template(looker.visit, request.params);
      const draft = { title: posted.one('title'), summary: posted.one('summary'), body: posted.one('body') };
      try {
        if (posted.one('act') === 'publish') {
          await staff.publish(looker.visit, now.kind, now.giver, draft);
          return reply.redirect('/staff/texts?done=1', 303);
        }
        const preview = await staff.preview(looker.visit, draft);
        return send(request, reply, '/staff/texts', templateView(looker, now, draft, { preview }));
      } catch (error) {
        // What was written for an hour stays in the fields.
        const fault = error instanceof Refusal ? draftFault(error) : null;
        if (fault === null) throw error;
        return send(request, reply, '/staff/texts', templateView(looker, now, draft, { fault }), 422);
      }
    });
  };
}
