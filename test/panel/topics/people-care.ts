import type { Database } from '../../../src/database/sql.ts';
import { coordinators, curator, onlookers, school, topic } from '../route-expectation.ts';

/** `doubles`: who is merged is gone, so each call takes the next one. */
type Ids = { oneId: string; otherId: string; deliveryId: string; doubles: string[]; turn: number };

const reads = { city: onlookers, own: school, ok: 200 } as const;
const writes = { city: coordinators, own: curator, ok: 200 } as const;

async function lose(database: Database, personId: string): Promise<string> {
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1::bigint, $1::bigint, $1)`,
    [personId],
  );
  const [row] = await database.query<{ id: string }>(
    `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, state)
     values ('vk', $1::bigint, $1::bigint, $1, '{"kind":"send","message":{"text":"Здравствуйте"}}', 0, 'uncertain')
     returning id`,
    [personId],
  );
  return row?.id ?? '';
}

/** Doubles, messages that may not have arrived, and organizations. */
export const peopleCareTopic = topic<Ids>({
  async fill(database, place) {
    const one = await place.person('Похожая Анна Львовна', 'mentor');
    const other = await place.person('Похожая Анна Львовна', 'mentee');
    const reader = await place.person('Читалкина Анна Львовна', 'mentor');
    const doubles: string[] = [];
    for (let each = 0; each < 24; each += 1) doubles.push((await place.person('Двойная Анна', 'mentee')).id);
    return {
      oneId: one.id,
      otherId: other.id,
      deliveryId: await lose(database, reader.id),
      doubles,
      turn: 0,
    };
  },
  routes: {
    'GET /api/likely-doubles': { ...writes, call: () => ({ path: '/api/likely-doubles' }), foreign: 'same' },
    'GET /api/people/{id}/doubles/{otherId}': {
      ...writes,
      call: ({ oneId, otherId }) => ({ path: `/api/people/${oneId}/doubles/${otherId}` }),
    },
    'POST /api/people/{id}/doubles/{otherId}/keep-apart': {
      ...writes,
      call: ({ oneId, otherId }) => ({ path: `/api/people/${oneId}/doubles/${otherId}/keep-apart` }),
    },
    'POST /api/people/{id}/doubles/{otherId}/merge': {
      ...writes,
      call(ids) {
        ids.turn += 1;
        const doubleId = ids.doubles[ids.turn % ids.doubles.length];
        return { path: `/api/people/${doubleId}/doubles/${ids.oneId}/merge` };
      },
    },
    'GET /api/deliveries': { ...reads, call: () => ({ path: '/api/deliveries' }), foreign: 'same' },
    'POST /api/deliveries/{id}/again': {
      ...writes,
      call: ({ deliveryId }) => ({ path: `/api/deliveries/${deliveryId}/again` }),
      ok: 201,
    },
    'GET /api/organizations': {
      ...reads,
      call: () => ({ path: '/api/organizations' }),
      foreign: 'same',
    },
    'GET /api/organizations/{id}': {
      ...reads,
      call: (_ids, { organizationId }) => ({ path: `/api/organizations/${organizationId}` }),
    },
    'POST /api/organizations': {
      city: coordinators,
      call: (_ids, { kind }) => ({
        path: '/api/organizations',
        body: { kind: 'partner', name: `Партнёр ${kind}`, shortName: `Партнёр ${kind}`, aliases: [] },
      }),
      ok: 201,
      foreign: 'same',
    },
    'PATCH /api/organizations/{id}': {
      city: coordinators,
      call: (_ids, { organizationId }) => ({
        path: `/api/organizations/${organizationId}`,
        body: { kind: 'school', name: `Школа ${organizationId}`, shortName: 'Школа', aliases: [] },
        versionFrom: `/api/organizations/${organizationId}`,
      }),
      ok: 200,
    },
  },
});
