import { pairing } from '../../helpers/pairing.ts';
import { coordinators, curator, onlookers, school, type Town, topic } from '../route-expectation.ts';

const at = new Date('2026-10-04T08:00:00Z');

export const papersTopic = topic({
  async fill(database, { programmeId, organizationId, person }) {
    const town = {
      programme: { id: programmeId },
      school: { id: organizationId },
      person: (names: string, role: 'mentor') => person(names, role),
    } as unknown as Town;
    const pairs = pairing(database, town, at);
    const mentor = await pairs.mentor('Бумагина Анна Петровна');
    const pairId = await pairs.propose(mentor, [await pairs.mentee('Листов Иван Ильич')], { organizationId });
    await pairs.agree(pairId);
    return { mentorId: mentor.id, pairId };
  },
  routes: {
    'GET /api/documents/bases/{base}': {
      call: (_, { organizationId }) => ({
        path: `/api/documents/bases/mentors?organizationId=${organizationId}`,
      }),
      city: coordinators,
      own: curator,
      ok: 200,
    },
    'GET /api/documents/programmes/{pairId}': {
      call: ({ pairId }) => ({ path: `/api/documents/programmes/${pairId}` }),
      city: onlookers,
      own: school,
      ok: 200,
    },
    'GET /api/documents/consents/{personId}/{kind}': {
      call: ({ mentorId }) => ({ path: `/api/documents/consents/${mentorId}/personal-data` }),
      city: coordinators,
      own: school,
      ok: 200,
    },
  },
});
