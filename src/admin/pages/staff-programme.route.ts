import type { FastifyPluginAsync } from 'fastify';
import type { PageDesk } from '../../domain/pages/page-desk.ts';
import { checkSettings } from '../../domain/programme/check-settings.ts';
import { staffWords } from '../../texts/page-staff-words.ts';
import { lookerOf, postedOf } from './looker.ts';
import { staffSending } from './staff-sending.ts';
import { competenciesView, settingsView } from './staff-view.ts';

/** The list of competencies and the settings of the programme. */
export function staffProgrammeRoutes({ staff }: Pick<PageDesk, 'staff'>): FastifyPluginAsync {
  const config = { callers: 'visitor' } as const;
  const send = staffSending(staff);
  return async (app) => {
    app.get('/staff/list', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      const list = await staff.competencies(looker.visit);
      return send(request, reply, '/staff/list', competenciesView(looker, list));
    });
    app.post('/staff/list', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      const { visit } = looker;
      const posted = postedOf(request);
      const name = posted.one('name');
      if (posted.one('archive') !== '') await staff.archiveCompetency(visit, posted.one('archive'));
      else if (name !== '') await staff.addCompetency(visit, name);
      else {
        const again = competenciesView(looker, await staff.competencies(visit), staffWords.unnamed);
        return send(request, reply, '/staff/list', again, 422);
      }
      return reply.redirect('/staff/list?done=1', 303);
    });

    app.get('/staff/settings', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      const { operator, retention, privacy } = await staff.settings(looker.visit);
      const values = { ...operator, ...retention, ...privacy };
      const view = settingsView(looker, (name) => String(values[name]), []);
      return send(request, reply, '/staff/settings', view);
    });
    app.post('/staff/settings', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      const posted = postedOf(request);
      const { settings, faults } = checkSettings(posted.one);
      if (faults.length > 0) {
        return send(request, reply, '/staff/settings', settingsView(looker, posted.one, faults), 422);
      }
      await staff.saveSettings(looker.visit, settings);
      return reply.redirect('/staff/settings?done=1', 303);
    });
  };
}
