import { coordinators, topic } from '../route-expectation.ts';

/** Exceptions are the city's. */
export const namesTopic = topic({
  async fill(database, { programmeId, organizationId }) {
    const [row] = await database.query<{ id: string }>(
      `insert into name_case_exception (programme_id, part, gender, nominative, forms, created_at)
       values ($1, 'surname', 'any', 'жук' || $2::text, '{}', now()) returning id::text`,
      [programmeId, organizationId],
    );
    return row?.id ?? '';
  },
  routes: {
    'GET /api/name-exceptions': {
      call: () => ({ path: '/api/name-exceptions' }),
      city: coordinators,
      ok: 200,
      foreign: 'same',
    },
    'DELETE /api/name-exceptions/{id}': {
      call: (id) => ({ path: `/api/name-exceptions/${id}` }),
      city: coordinators,
      ok: 204,
    },
  },
});
