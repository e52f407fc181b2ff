import type { Database } from '../../../src/database/sql.ts';
import { createOrderDesk } from '../../../src/desks/order-desk.ts';
import { pairing } from '../../helpers/pairing.ts';
import { deskDeps, staffAs } from '../../helpers/panel-server.ts';
import { coordinators, onlookers, type Place, school, type Town, topic } from '../route-expectation.ts';

const at = new Date('2026-10-04T08:00:00Z');
const pdf = () => new File(['%PDF-1.7 …'], 'скан.pdf');

async function fill(database: Database, place: Place) {
  const { programmeId, organizationId, person } = place;
  const town = {
    programme: { id: programmeId },
    school: { id: organizationId },
    person: (names: string, role: 'mentor') => person(names, role),
  } as unknown as Town;
  const pairs = pairing(database, town, at);
  const clerk = await person('Писарева Вера Львовна', 'curator');
  const staff = staffAs(clerk.id, programmeId, [{ role: 'curator', organizationId }]);
  const desk = createOrderDesk(deskDeps(database, { now: () => at }));
  let made = 0;
  const pair = async () => {
    made += 1;
    const letters = 'абвгдежзик'[made] ?? 'л';
    const mentor = await pairs.mentor(`Учител${letters} Анна Петровна`);
    const id = await pairs.propose(mentor, [await pairs.mentee(`Молод${letters} Иван Ильич`)], {
      organizationId,
    });
    await pairs.agree(id);
    return { id, mentorId: mentor.id };
  };
  const draft = async () => {
    const { id: pairId, mentorId } = await pair();
    const { id } = await desk.create(staff, { organizationId, pairIds: [pairId] }, null);
    return { id, pairId, mentorId };
  };
  const printed = await draft();
  await desk.print(staff, printed.id);
  const registered = await draft();
  await desk.print(staff, registered.id);
  await desk.register(staff, registered.id, { number: '100', orderedOn: '2026-10-01' });
  const bytes = new Uint8Array(await pdf().arrayBuffer());
  await desk.scan(staff, registered.id, { name: 'скан.pdf', bytes });
  return {
    draft: await draft(),
    toPrint: await draft(),
    toCancel: await draft(),
    printed,
    registered,
    waiting: (await pair()).id,
  };
}

type Ids = Awaited<ReturnType<typeof fill>>;
const reading = { city: onlookers, own: school, ok: 200 };
const writing = { city: coordinators, own: school, ok: 200 };
const of = (which: Exclude<keyof Ids, 'waiting'>, rest = '') => ({
  call: (ids: Ids) => ({ path: `/api/orders/${ids[which].id}${rest}` }),
});

export const ordersTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/orders': {
      call: (_, { organizationId }) => ({ path: `/api/orders?organizationId=${organizationId}` }),
      ...reading,
      foreign: 'empty',
    },
    'GET /api/orders/waiting': { call: () => ({ path: '/api/orders/waiting' }), ...writing, foreign: 'same' },
    'GET /api/orders/candidates': {
      call: (_, { organizationId }) => ({ path: `/api/orders/candidates?organizationId=${organizationId}` }),
      ...writing,
    },
    'GET /api/orders/{id}': { ...of('draft'), ...reading },
    'GET /api/orders/{id}/preview': { ...of('draft', '/preview'), ...reading },
    'GET /api/orders/{id}/file': { ...of('printed', '/file'), ...reading },
    'GET /api/orders/{id}/scan': { ...of('registered', '/scan'), ...reading },
    'POST /api/orders': {
      call: ({ waiting }, { organizationId }) => ({
        path: '/api/orders',
        body: { organizationId, pairIds: [waiting] },
      }),
      ...writing,
      ok: 201,
    },
    'POST /api/orders/drafts': {
      call: () => ({ path: '/api/orders/drafts' }),
      ...writing,
      ok: 201,
      foreign: 'same',
    },
    'POST /api/orders/print': {
      call: ({ draft }) => ({ path: '/api/orders/print', body: { ids: [draft.id] } }),
      ...writing,
      ok: 202,
    },
    'PATCH /api/orders/{id}': {
      call: ({ draft: { id, pairId } }) => ({
        path: `/api/orders/${id}`,
        body: { basis: 'Основание', points: ['Раз'], controlId: null, signerId: null, pairIds: [pairId] },
        versionFrom: `/api/orders/${id}`,
      }),
      ...writing,
    },
    'PATCH /api/orders/{id}/people/{personId}': {
      call: ({ draft: { id, mentorId } }) => ({
        path: `/api/orders/${id}/people/${mentorId}`,
        body: { gender: 'female', post: 'учитель', nameForms: null, postForms: null, remember: false },
        versionFrom: `/api/orders/${id}`,
      }),
      ...writing,
    },
    'POST /api/orders/{id}/print': { ...of('toPrint', '/print'), ...writing },
    'POST /api/orders/{id}/registration': {
      call: ({ printed }) => ({
        path: `/api/orders/${printed.id}/registration`,
        body: { number: '7', orderedOn: '2026-10-05' },
      }),
      ...writing,
    },
    'POST /api/orders/{id}/cancel': {
      call: ({ toCancel }) => ({ path: `/api/orders/${toCancel.id}/cancel`, body: { reason: 'ошибка' } }),
      ...writing,
    },
    'PUT /api/orders/{id}/scan': {
      call: ({ registered }) => {
        const body = new FormData();
        body.set('file', pdf());
        return { path: `/api/orders/${registered.id}/scan`, body };
      },
      ...writing,
    },
  },
});
