import type { FastifyPluginAsync } from 'fastify';
import { consentKinds } from '../../domain/consents/consent.ts';
import { FileTrouble } from '../../domain/files/stored-file.ts';
import type { PageDesk } from '../../domain/pages/page-desk.ts';
import type { Spoken } from '../../domain/pages/talk-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import { pageFault } from '../../texts/page-words.ts';
import type { Looker } from './frame.ts';
import { lookerOf, postedOf } from './looker.ts';
import { spokenView } from './spoken-view.ts';
import { staffSending } from './staff-sending.ts';
import { lacksView } from './staff-view.ts';

/** Applications that wait, and consents on paper. */
export function staffPeopleRoutes({ staff, talks }: Pick<PageDesk, 'staff' | 'talks'>): FastifyPluginAsync {
  const config = { callers: 'visitor' } as const;
  const send = staffSending(staff);
  return async (app) => {
    app.get('/staff', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      return send(request, reply, '/staff', spoken(looker, await talks.show(looker.visit, 'applications')));
    });
    app.post('/staff', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      const said = await talks.press(looker.visit, postedOf(request).one('action'));
      return send(request, reply, '/staff', spoken(looker, said));
    });
    app.post('/staff/words', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      const said = await talks.say(looker.visit, postedOf(request).one('words'));
      return send(request, reply, '/staff', spoken(looker, said));
    });

    app.get('/staff/consents', { config }, async (request, reply) => {
      const looker = lookerOf(request);
      return send(request, reply, '/staff/consents', lacksView(looker, await staff.lacks(looker.visit)));
    });
    app.post('/staff/consents', { config }, async (request, reply) => {
      const posted = postedOf(request);
      const kind = consentKinds.find((each) => each === posted.one('kind'));
      if (kind === undefined) throw new Refusal('not-found');
      const looker = lookerOf(request);
      const personId = posted.one('person');
      try {
        await staff.receivePaper(looker.visit, { personId, kind, scan: posted.file('scan') });
      } catch (error) {
        if (!(error instanceof FileTrouble)) throw error;
        const fault = { personId, text: pageFault('wrong-file').text };
        const again = lacksView(looker, await staff.lacks(looker.visit), fault);
        return send(request, reply, '/staff/consents', again, 422);
      }
      return reply.redirect('/staff/consents?done=1', 303);
    });
  };
}

function spoken(looker: Looker, said: Spoken) {
  return spokenView(looker, said, { press: '/staff', say: '/staff/words' });
}
