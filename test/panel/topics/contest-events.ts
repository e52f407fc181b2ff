import { createEntryBook } from '../../../src/database/repositories/entry-book.ts';
import type { Database } from '../../../src/database/sql.ts';
import { contestIn, entryIn } from '../../helpers/contest-town.ts';
import { coordinators, onlookers, type Place, school, topic } from '../route-expectation.ts';

const soon = { startsAt: new Date('2026-10-05T10:00:00Z'), endsAt: new Date('2026-10-05T13:00:00Z') };
const open = { opensAt: new Date('2026-09-20T05:00:00Z'), closesAt: new Date('2026-10-05T09:59:00Z') };

async function fill(database: Database, { programmeId, organizationId, person }: Place) {
  const contest = await contestIn(database, programmeId, {
    kind: 'event',
    title: 'Интеллектуальная игра наставников',
    ...open,
    ...soon,
  });
  const at = new Date('2026-10-01T08:00:00Z');
  const enter = async (names: string) => {
    const { id: personId } = await person(names, 'mentor');
    const entry = await entryIn(database, { contestId: contest.id, personId, organizationId }, at);
    const entries = createEntryBook(database);
    const [member] = await entries.members(entry.id);
    const ticket = (await entries.ticket(entry.id, personId)) ?? '';
    return { entryId: entry.id, memberId: member?.id ?? '', ticket };
  };
  const first = await enter('Гостева Анна Петровна');
  const refuses = await enter('Занятая Ольга Ивановна');
  const newcomer = (await person('Поздняя Ирина Львовна', 'mentor')).id;
  return { contestId: contest.id, ...first, refuses: refuses.entryId, newcomer };
}

type Ids = Awaited<ReturnType<typeof fill>>;
const writing = { city: coordinators, ok: 200 } as const;
// A school sees every event, and of its people only its own.
const reading = { city: [...onlookers, ...school], ok: 200 } as const;

export const contestEventsTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/contests/{id}/guests': {
      call: ({ contestId }) => ({ path: `/api/contests/${contestId}/guests` }),
      ...reading,
    },
    'GET /api/contests/{id}/guests/export': {
      call: ({ contestId }) => ({ path: `/api/contests/${contestId}/guests/export` }),
      ...writing,
    },
    'GET /api/contests/{id}/calendar': {
      call: ({ contestId }) => ({ path: `/api/contests/${contestId}/calendar` }),
      ...reading,
    },
    'PUT /api/contests/{id}/guests/{memberId}/attendance': {
      call: ({ contestId, memberId }) => ({
        path: `/api/contests/${contestId}/guests/${memberId}/attendance`,
        body: { attended: true },
      }),
      ...writing,
    },
    'POST /api/attendance': {
      call: ({ ticket }) => ({ path: '/api/attendance', body: { ticket } }),
      ...writing,
    },
    'POST /api/contests/{id}/guests': {
      call: ({ contestId, newcomer }) => ({
        path: `/api/contests/${contestId}/guests`,
        body: { personId: newcomer },
      }),
      ...writing,
      ok: 201,
    },
    'POST /api/contests/{id}/registrations/{entryId}/refusal': {
      call: ({ contestId, refuses }) => ({
        path: `/api/contests/${contestId}/registrations/${refuses}/refusal`,
      }),
      ...writing,
    },
  },
});
