import type { Database } from '../../../src/database/sql.ts';
import { coordinators, curator, type Place, topic } from '../route-expectation.ts';

type Ids = { waiting: string; double: string };

const decided = { city: coordinators, own: curator, ok: 200 } as const;

async function apply(database: Database, place: Place, duplicateOf: string | null): Promise<string> {
  const [person] = await database.query<{ id: string }>(
    `insert into person (programme_id, surname, name) values ($1, 'Заявкина', 'Инна') returning id`,
    [place.programmeId],
  );
  const [made] = await database.query<{ id: string }>(
    `insert into application (person_id, form, role, organization_id, state, applied_at, duplicate_of)
     values ($1, 'mentor', 'mentor', $2, 'applied', now(), $3) returning id`,
    [person?.id, place.organizationId, duplicateOf],
  );
  return made?.id ?? '';
}

export const applicationsTopic = topic<Ids>({
  async fill(database, place) {
    const known = await place.person('Заявкина Инна', 'mentor');
    return { waiting: await apply(database, place, null), double: await apply(database, place, known.id) };
  },
  routes: {
    'GET /api/applications': {
      ...decided,
      call: (_ids, { organizationId }) => ({ path: `/api/applications?organizationId=${organizationId}` }),
      foreign: 'empty',
    },
    'GET /api/applications/{id}': {
      ...decided,
      call: ({ waiting }) => ({ path: `/api/applications/${waiting}` }),
    },
    'POST /api/applications/{id}/decision': {
      ...decided,
      call: ({ waiting }) => ({ path: `/api/applications/${waiting}/decision`, body: { to: 'declined' } }),
    },
    'POST /api/applications/{id}/join': {
      ...decided,
      call: ({ double }) => ({ path: `/api/applications/${double}/join` }),
    },
    'POST /api/applications/{id}/keep-apart': {
      ...decided,
      call: ({ double }) => ({ path: `/api/applications/${double}/keep-apart` }),
    },
  },
});
