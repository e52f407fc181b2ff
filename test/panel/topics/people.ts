import { createPersonBook } from '../../../src/database/repositories/person-book.ts';
import { coordinators, curator, onlookers, school, topic } from '../route-expectation.ts';

/** `bothId` is a mentor and a mentee: dismissed from one, they still belong here. */
type Ids = { mentorId: string; bothId: string };

const facts = {
  surname: 'Проверкина',
  name: 'Ольга',
  patronymic: '',
  birthYear: 1980,
  phone: '+79120000000',
};
const reads = { city: onlookers, own: school, ok: 200 } as const;
const writes = { city: coordinators, own: curator, ok: 200 } as const;

export const peopleTopic = topic<Ids>({
  async fill(database, place) {
    const mentor = await place.person('Карточкина Вера Павловна', 'mentor');
    const both = await place.person('Двойнова Анна Львовна', 'mentor');
    await createPersonBook(database).appoint(both.id, 'mentee', place.organizationId);
    return { mentorId: mentor.id, bothId: both.id };
  },
  routes: {
    'GET /api/people': {
      ...reads,
      call: (_ids, { organizationId }) => ({ path: `/api/people?organizationId=${organizationId}` }),
      foreign: 'empty',
    },
    'GET /api/people/{id}': { ...reads, call: ({ mentorId }) => ({ path: `/api/people/${mentorId}` }) },
    'GET /api/people/{id}/messages': {
      ...reads,
      call: ({ mentorId }) => ({ path: `/api/people/${mentorId}/messages` }),
    },
    'POST /api/people': {
      ...writes,
      call: (_ids, { organizationId }) => ({
        path: '/api/people',
        body: { ...facts, role: 'mentor', organizationId },
      }),
      ok: 201,
    },
    'PATCH /api/people/{id}': {
      ...writes,
      call: ({ mentorId }) => ({
        path: `/api/people/${mentorId}`,
        body: facts,
        versionFrom: `/api/people/${mentorId}`,
      }),
    },
    'POST /api/people/{id}/appointments': {
      ...writes,
      call: ({ mentorId }, { organizationId }) => ({
        path: `/api/people/${mentorId}/appointments`,
        body: { role: 'mentee', organizationId },
      }),
    },
    'DELETE /api/people/{id}/appointments': {
      ...writes,
      call: ({ bothId }, { organizationId }) => ({
        path: `/api/people/${bothId}/appointments?role=mentor&organizationId=${organizationId}`,
      }),
    },
    'PUT /api/people/{id}/pause': {
      ...writes,
      call: ({ mentorId }) => ({ path: `/api/people/${mentorId}/pause`, body: { until: null } }),
    },
    'POST /api/people/{id}/invitations': {
      ...writes,
      call: ({ mentorId }) => ({ path: `/api/people/${mentorId}/invitations` }),
      ok: 201,
    },
    'DELETE /api/people/{id}/channels': {
      ...writes,
      call: ({ mentorId }) => ({ path: `/api/people/${mentorId}/channels` }),
    },
  },
});
