import { everybody, topic } from '../route-expectation.ts';

const own = { city: everybody, foreign: 'same', ok: 200 } as const;
/** Nobody here has set up a second factor: that much, and no more, is said of any code. */
const missing = { ...own, ok: 409 } as const;
const code = { code: '123456' };

export const sessionTopic = topic({
  fill: async () => null,
  routes: {
    'GET /api/self': { ...own, call: () => ({ path: '/api/self' }) },
    'GET /api/session': { ...own, call: () => ({ path: '/api/session' }) },
    'DELETE /api/session': { ...own, ok: 204, call: () => ({ path: '/api/session' }) },
    'POST /api/session/second-factor': { ...own, call: () => ({ path: '/api/session/second-factor' }) },
    'POST /api/session/second-factor/confirm': {
      ...missing,
      call: () => ({ path: '/api/session/second-factor/confirm', body: code }),
    },
    'POST /api/session/second-factor/pass': {
      ...missing,
      call: () => ({ path: '/api/session/second-factor/pass', body: code }),
    },
    'POST /api/session/recovery-codes': {
      ...missing,
      call: () => ({ path: '/api/session/recovery-codes', body: code }),
    },
    'POST /api/session/invitation': { ...own, call: () => ({ path: '/api/session/invitation' }) },
    'GET /api/sessions': { ...own, call: () => ({ path: '/api/sessions' }) },
    'DELETE /api/sessions': { ...own, call: () => ({ path: '/api/sessions' }) },
    // Every session is somebody's own; that others' are unknown is told in sign-in.test.ts.
    'DELETE /api/sessions/{id}': { ...own, ok: 404, call: () => ({ path: '/api/sessions/99999999' }) },
  },
});
