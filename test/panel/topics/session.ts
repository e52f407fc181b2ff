import { everybody, topic } from '../route-expectation.ts';

export const sessionTopic = topic({
  fill: async () => null,
  routes: {
    'GET /api/self': { call: () => ({ path: '/api/self' }), city: everybody, ok: 200, foreign: 'same' },
  },
});
