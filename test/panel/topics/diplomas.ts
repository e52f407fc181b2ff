import type { Database } from '../../../src/database/sql.ts';
import { createDiplomaDesk } from '../../../src/desks/diploma-desk.ts';
import { createDiplomaTemplateDesk } from '../../../src/desks/diploma-template-desk.ts';
import { diplomaDesigns } from '../../../src/texts/documents/diploma-designs.ts';
import { contestIn, entryIn } from '../../helpers/contest-town.ts';
import { deskDeps, staffAs } from '../../helpers/panel-server.ts';
import { coordinators, onlookers, type Place, school, topic } from '../route-expectation.ts';

const at = new Date('2026-10-04T08:00:00Z');
const dates = { opensAt: new Date('2026-08-01T05:00:00Z'), closesAt: new Date('2026-09-01T19:59:00Z') };

async function fill(database: Database, { programmeId, officeId, organizationId, kind, person }: Place) {
  const { id: coordinatorId } = await person('Писарева Вера Львовна', 'curator');
  const staff = staffAs(coordinatorId, programmeId, [{ role: 'coordinator', organizationId: officeId }]);
  const deps = deskDeps(database, { now: () => at });
  const desk = createDiplomaDesk(deps);
  const title = `Дипломы ${kind}`;
  const { id: contestId } = await contestIn(database, programmeId, {
    kind: 'work',
    state: 'published',
    title,
    ...dates,
  });
  const award = async (surname: string) => {
    const { id } = await person(`${surname} Анна Петровна`, 'mentor');
    const entry = await entryIn(database, { contestId, personId: id, organizationId, title: 'Работа' });
    await database.query(
      `insert into contest_result (contest_id, entry_id, place, award) values ($1, $2, 1, 'winner')`,
      [contestId, entry.id],
    );
    return `diploma:${entry.id}:${id}`;
  };
  const names = ['Первая', 'Вторая', 'Третья'];
  for (const name of names) await award(name);
  const wish = { personIds: [], corrections: [], templates: {}, groups: ['diplomas'] } as const;
  await desk.issue(staff, contestId, { ...wish, count: names.length }, null);
  const waitingKey = await award('Четвёртая');
  const [kept, revoked, replaced] = await database.query<{ id: string }>(
    'select id::text from diploma where contest_id = $1 order by serial',
    [contestId],
  );
  const design = diplomaDesigns.diploma;
  const templates = createDiplomaTemplateDesk(deps);
  const { template } = await templates.save(staff, { kind: 'diploma', name: title, design });
  return {
    contestId,
    waitingKey,
    kept: kept?.id ?? '',
    revoked: revoked?.id ?? '',
    replaced: replaced?.id ?? '',
    templateId: template?.id ?? '',
  };
}

type Ids = Awaited<ReturnType<typeof fill>>;
const design = diplomaDesigns.diploma;
/** Contests are the city's; of their papers a school sees those of its own people. */
const writing = { city: coordinators, ok: 200 } as const;
const ordering = { city: coordinators, ok: 202 } as const;
const nobody = { personIds: [], corrections: [] };
const of = (rest: string, body?: (ids: Ids) => unknown) => ({
  call: (ids: Ids) => ({
    path: `/api/contests/${ids.contestId}/diplomas${rest}`,
    ...(body !== undefined && { body: body(ids) }),
  }),
});

export const diplomasTopic = topic<Ids>({
  fill,
  routes: {
    'POST /api/contests/{id}/diplomas/candidates': { ...of('/candidates', () => nobody), ...writing },
    'POST /api/contests/{id}/diplomas/preview': {
      ...of('/preview', ({ waitingKey }) => ({ ...nobody, templates: {}, key: waitingKey })),
      ...writing,
    },
    'POST /api/contests/{id}/diplomas': {
      ...of('', () => ({ ...nobody, templates: {}, groups: ['diplomas'], count: 1 })),
      ...ordering,
    },
    'POST /api/contests/{id}/diplomas/sending': { ...of('/sending'), ...ordering },
    'POST /api/contests/{id}/diplomas/archive': {
      ...of('/archive'),
      city: onlookers,
      own: school,
      ok: 202,
    },
    'GET /api/diplomas': {
      call: ({ contestId }) => ({ path: `/api/diplomas?contestId=${contestId}` }),
      city: onlookers,
      own: school,
      ok: 200,
      foreign: 'empty',
    },
    'GET /api/diplomas/export': {
      call: ({ contestId }) => ({ path: `/api/diplomas/export?contestId=${contestId}&format=csv` }),
      ...writing,
      foreign: 'same',
    },
    'GET /api/diplomas/{id}/file': {
      call: ({ kept }) => ({ path: `/api/diplomas/${kept}/file` }),
      city: onlookers,
      own: school,
      ok: 200,
    },
    'POST /api/diplomas/{id}/revocation': {
      call: ({ revoked }) => ({
        path: `/api/diplomas/${revoked}/revocation`,
        body: { reason: 'Ошибка в имени' },
      }),
      ...writing,
    },
    'POST /api/diplomas/{id}/successor': {
      call: ({ replaced }) => ({
        path: `/api/diplomas/${replaced}/successor`,
        body: { reason: 'Ошибка в имени', correction: null, templates: {} },
      }),
      ...ordering,
    },
    'GET /api/diploma-templates': {
      call: () => ({ path: '/api/diploma-templates' }),
      ...writing,
      foreign: 'same',
    },
    'POST /api/diploma-templates': {
      call: () => ({ path: '/api/diploma-templates', body: { kind: 'diploma', name: 'Новый', design } }),
      ...writing,
      foreign: 'same',
    },
    'POST /api/diploma-templates/preview': {
      call: () => ({ path: '/api/diploma-templates/preview', body: { kind: 'diploma', design } }),
      ...writing,
      foreign: 'same',
    },
    'POST /api/diploma-templates/pictures/{place}': {
      call: () => {
        const body = new FormData();
        body.set('file', new File(['not a picture'], 'фон.png'));
        return { path: '/api/diploma-templates/pictures/emblem', body };
      },
      ...writing,
      foreign: 'same',
    },
    'POST /api/diploma-templates/{id}/archive': {
      call: ({ templateId }) => ({
        path: `/api/diploma-templates/${templateId}/archive`,
        body: { archived: true },
      }),
      ...writing,
    },
  },
});
