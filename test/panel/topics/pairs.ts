import { createPairBook } from '../../../src/database/repositories/pair-book.ts';
import type { Database } from '../../../src/database/sql.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { coordinators, onlookers, type Place, school, topic } from '../route-expectation.ts';

type Ids = {
  organizationId: string;
  proposedId: string;
  orderedId: string;
  activeId: string;
  mentorId: string;
  spareId: string;
  menteeId: string;
};

const at = new Date('2026-09-07T08:00:00Z');

async function fill(database: Database, place: Place): Promise<Ids> {
  const { organizationId, programmeId } = place;
  const mentor = await takesPart(database, place, 'Орлова Анна Ильинична', 'mentor');
  const spare = await takesPart(database, place, 'Серова Ольга Игоревна', 'mentor');
  const pair = async (names: string) => {
    const mentee = await takesPart(database, place, names, 'mentee');
    const id = await database.transaction((sql) =>
      createPairBook(sql).propose(
        {
          mentorId: mentor.id,
          menteeIds: [mentee.id],
          form: 'teacher-teacher',
          fromOn: '2026-10-20',
          toOn: '2027-05-31',
          goal: 'Цель',
        },
        { programmeId, organizationId, by: null },
        at,
      ),
    );
    return id;
  };
  const order = (id: string) =>
    database.transaction(async (sql) => {
      const book = createPairBook(sql);
      for (const { personId, giver } of (await book.byId(id))?.agreements ?? []) {
        await book.answer(id, { personId, giver, answer: 'agreed', givenBy: personId }, at);
      }
      await book.markOrdered([id], '1', at);
    });
  const proposedId = await pair('Котов Пётр Ильич');
  const orderedId = await pair('Белова Яна Олеговна');
  await order(orderedId);
  const activeId = await pair('Быкова Вера Павловна');
  await order(activeId);
  await database.transaction((sql) => createPairBook(sql).start(activeId, null, at));
  const free = await takesPart(database, place, 'Ёлкина Мария Петровна', 'mentee');
  return {
    organizationId,
    proposedId,
    orderedId,
    activeId,
    mentorId: mentor.id,
    spareId: spare.id,
    menteeId: free.id,
  };
}

/** With an application and both consents. */
async function takesPart(
  database: Database,
  { programmeId, organizationId, person }: Place,
  names: string,
  role: 'mentor' | 'mentee',
): Promise<Person> {
  const who = await person(names, role);
  await database.query(
    `insert into application (person_id, form, role, organization_id, state, answers, applied_at, decided_at)
     values ($1, $2, $2, $3, 'active', '{"capacity": 5}', $4, $4)`,
    [who.id, role, organizationId, at],
  );
  await database.query(
    `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
     select $1, kind, 'self', 1, '-', '-', '-', kind, $2 from unnest('{personal-data,participation}'::text[]) kind
     on conflict do nothing`,
    [programmeId, at],
  );
  await database.query(
    `insert into consent (person_id, given_by, text_id, way, given_at)
     select $1, $1, id, 'chat', $2 from consent_text
     where programme_id = $3 and giver = 'self' and kind in ('personal-data', 'participation')`,
    [who.id, at, programmeId],
  );
  return who;
}

const reads = { city: onlookers, own: school };
const writes = { city: coordinators, own: ['curator', 'deputy-head'] } as const;

export const pairsTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/pairs': {
      call: ({ organizationId }) => ({ path: `/api/pairs?organization=${organizationId}` }),
      ...reads,
      ok: 200,
      foreign: 'empty',
    },
    'GET /api/pairs/board': {
      call: () => ({ path: '/api/pairs/board' }),
      ...reads,
      ok: 200,
      foreign: 'same',
    },
    'GET /api/mentees': {
      call: ({ organizationId }) => ({ path: `/api/mentees?organization=${organizationId}` }),
      ...reads,
      ok: 200,
      foreign: 'empty',
    },
    'GET /api/mentees/{id}': {
      call: ({ menteeId }) => ({ path: `/api/mentees/${menteeId}` }),
      ...reads,
      ok: 200,
    },
    'GET /api/mentors': {
      call: ({ organizationId }) => ({ path: `/api/mentors?organization=${organizationId}` }),
      ...reads,
      ok: 200,
      foreign: 'empty',
    },
    'POST /api/pairs': {
      call: ({ mentorId, menteeId }) => ({
        path: '/api/pairs',
        body: {
          mentorId,
          menteeIds: [menteeId],
          form: 'teacher-teacher',
          fromOn: '2026-10-20',
          toOn: '2027-05-31',
        },
      }),
      ...writes,
      ok: 201,
    },
    'GET /api/pairs/{id}': {
      call: ({ activeId }) => ({ path: `/api/pairs/${activeId}` }),
      ...reads,
      ok: 200,
    },
    'PATCH /api/pairs/{id}': {
      call: ({ activeId }) => ({
        path: `/api/pairs/${activeId}`,
        body: { fromOn: '2026-10-20', toOn: '2027-08-31', goal: 'Другая цель' },
        versionFrom: `/api/pairs/${activeId}`,
      }),
      ...writes,
      ok: 200,
    },
    'POST /api/pairs/{id}/agreements': {
      call: ({ proposedId, mentorId }) => ({
        path: `/api/pairs/${proposedId}/agreements`,
        body: { personId: mentorId, giver: 'self', answer: 'agreed' },
      }),
      ...writes,
      ok: 200,
    },
    'POST /api/pairs/{id}/withdrawal': {
      call: ({ proposedId }) => ({ path: `/api/pairs/${proposedId}/withdrawal`, body: {} }),
      ...writes,
      ok: 200,
    },
    'POST /api/pairs/{id}/start': {
      call: ({ orderedId }) => ({ path: `/api/pairs/${orderedId}/start` }),
      ...writes,
      ok: 200,
    },
    'POST /api/pairs/{id}/completion': {
      call: ({ activeId }) => ({ path: `/api/pairs/${activeId}/completion`, body: { result: 'Получилось' } }),
      ...writes,
      ok: 200,
    },
    'POST /api/pairs/{id}/ending': {
      call: ({ activeId }) => ({
        path: `/api/pairs/${activeId}/ending`,
        body: { reason: 'by-agreement', note: '' },
      }),
      ...writes,
      ok: 200,
    },
    'POST /api/pairs/{id}/replacement': {
      call: ({ activeId, spareId }) => ({
        path: `/api/pairs/${activeId}/replacement`,
        body: { mentorId: spareId, fromOn: '2026-10-20' },
      }),
      ...writes,
      ok: 201,
    },
    'GET /api/pairs/{id}/meetings': {
      call: ({ activeId }) => ({ path: `/api/pairs/${activeId}/meetings` }),
      ...reads,
      ok: 200,
    },
    'POST /api/pairs/{id}/meetings': {
      call: ({ activeId }) => ({
        path: `/api/pairs/${activeId}/meetings`,
        body: { on: '2026-10-01', topic: 'Журнал', outcome: 'held', mark: 4 },
      }),
      ...writes,
      ok: 201,
    },
    'GET /api/pairs/{id}/programme': {
      call: ({ activeId }) => ({ path: `/api/pairs/${activeId}/programme` }),
      ...reads,
      ok: 200,
    },
    'PUT /api/pairs/{id}/programme': {
      call: ({ activeId }) => ({
        path: `/api/pairs/${activeId}/programme`,
        body: { tasks: ['Вести журнал'], activities: [], results: 'Ведёт сам' },
        versionFrom: `/api/pairs/${activeId}/programme`,
      }),
      ...writes,
      ok: 200,
    },
  },
});
