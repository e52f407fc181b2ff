import { administrator, topic } from '../route-expectation.ts';

type Ids = { personId: string; seatId: string };

const byAdministrator = { city: administrator, ok: 200 } as const;

export const staffTopic = topic<Ids>({
  async fill(database, place) {
    const { id } = await place.person('Кураторова Елена Юрьевна', 'curator');
    await database.query(
      `insert into second_factor (person_id, secret, created_at, confirmed_at) values ($1, 'x', now(), now())`,
      [id],
    );
    const other = await place.person('Директорова Анна Юрьевна', 'head');
    const [seat] = await database.query<{ id: string }>('select id from appointment where person_id = $1', [
      other.id,
    ]);
    return { personId: id, seatId: seat?.id ?? '' };
  },
  routes: {
    'GET /api/staff': {
      ...byAdministrator,
      foreign: 'empty',
      call: (_ids, { organizationId }) => ({ path: `/api/staff?organizationId=${organizationId}` }),
    },
    'POST /api/staff': {
      ...byAdministrator,
      ok: 201,
      call: ({ personId }, { organizationId }) => ({
        path: '/api/staff',
        body: { personId, role: 'deputy-head', organizationId },
      }),
    },
    'DELETE /api/staff/seats/{id}': {
      ...byAdministrator,
      ok: 204,
      call: ({ seatId }) => ({ path: `/api/staff/seats/${seatId}` }),
    },
    'POST /api/staff/{id}/invitation': {
      ...byAdministrator,
      call: ({ personId }) => ({ path: `/api/staff/${personId}/invitation` }),
    },
    'DELETE /api/staff/{id}/second-factor': {
      ...byAdministrator,
      ok: 204,
      call: ({ personId }) => ({ path: `/api/staff/${personId}/second-factor` }),
    },
    'DELETE /api/staff/{id}/sessions': {
      ...byAdministrator,
      call: ({ personId }) => ({ path: `/api/staff/${personId}/sessions` }),
    },
  },
});
