import type { FastifyPluginAsync } from 'fastify';

/** Where what our own page once showed to staff lies at the panel. */
const places: Readonly<Record<string, string>> = {
  '': '/panel/applications',
  consents: '/panel/people?lacks=any',
  bases: '/panel/bases',
  texts: '/panel/settings/consents',
  list: '/panel/competencies',
  settings: '/panel/settings',
};

/** Addresses that staff may have kept: the panel asks them to sign in. Nothing that is sent here is taken. */
export const movedRoutes: FastifyPluginAsync = async (app) => {
  for (const url of ['/staff', '/staff/*']) {
    app.route<{ Params: { '*'?: string } }>({
      method: ['GET', 'POST'],
      url,
      config: { callers: 'anyone' },
      handler: async ({ params }, reply) => {
        const [section = ''] = (params['*'] ?? '').split('/');
        return reply.redirect(Object.hasOwn(places, section) ? (places[section] ?? '') : '/panel/', 303);
      },
    });
  }
};
