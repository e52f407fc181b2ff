import { onlookers, school, topic } from '../route-expectation.ts';

const reads = { city: onlookers, own: school };

export const calendarTopic = topic<{ organizationId: string }>({
  fill: async (_, { organizationId }) => ({ organizationId }),
  routes: {
    'GET /api/calendar-feeds': {
      call: () => ({ path: '/api/calendar-feeds' }),
      ...reads,
      ok: 200,
      foreign: 'same',
    },
    'POST /api/calendar-feeds': {
      call: ({ organizationId }) => ({ path: '/api/calendar-feeds', body: { organizationId } }),
      ...reads,
      ok: 201,
    },
    // Feeds are one's own: of somebody else's there is nothing to be had, which the desk's test tries.
    'POST /api/calendar-feeds/{id}/renewal': {
      call: () => ({ path: '/api/calendar-feeds/999999/renewal' }),
      ...reads,
      ok: 404,
      foreign: 'same',
    },
    'DELETE /api/calendar-feeds/{id}': {
      call: () => ({ path: '/api/calendar-feeds/999999' }),
      ...reads,
      ok: 404,
      foreign: 'same',
    },
  },
});
