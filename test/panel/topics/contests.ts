import type { Database } from '../../../src/database/sql.ts';
import { createContestDesk } from '../../../src/desks/contest-desk.ts';
import type { ContestView } from '../../../src/domain/contests/contest-desk.ts';
import { contestIn } from '../../helpers/contest-town.ts';
import { deskDeps, staffAs } from '../../helpers/panel-server.ts';
import { coordinators, onlookers, type Place, school, topic } from '../route-expectation.ts';

const at = new Date('2026-10-04T08:00:00Z');
const dates = { opensAt: new Date('2026-10-01T05:00:00Z'), closesAt: new Date('2026-11-01T19:59:00Z') };
const pdf = () => new File(['%PDF-1.7 …'], 'Положение.pdf');

async function fill(database: Database, { programmeId, officeId, kind, person }: Place) {
  const { id: coordinatorId } = await person('Писарева Вера Львовна', 'curator');
  const staff = staffAs(coordinatorId, programmeId, [{ role: 'coordinator', organizationId: officeId }]);
  const desk = createContestDesk(deskDeps(database, { now: () => at }));
  const mentor = async (surname: string) => (await person(`${surname} Анна Петровна`, 'mentor')).id;
  const jurorId = await mentor('Судейкина');
  const contest = async (state: 'announced' | 'draft' | 'published') =>
    (await contestIn(database, programmeId, { title: `Конкурс ${kind}`, state, ...dates })).id;
  const running = await contest('announced');
  await desk.putJuror(staff, running, { personId: jurorId, isChair: true, nominationIds: null });
  const bytes = new Uint8Array(await pdf().arrayBuffer());
  const { regulations } = await desk.putRegulations(staff, running, { name: 'Положение.pdf', bytes });
  const { files } = await desk.addFile(staff, running, 'material', { name: 'Итоги.pdf', bytes });
  const announced = await contest('draft');
  await database.query(`update contest set summary = 'Условия' where id = $1`, [announced]);
  await database.query(
    `insert into contest_post (contest_id, occasion, text, state, created_at)
     values ($1, 'announcement', 'Конкурс', 'by-hand', $2)`,
    [running, at],
  );
  const published = await contest('published');
  await desk.addFile(staff, published, 'material', { name: 'Игра.pdf', bytes });
  const { settings } = await desk.get(staff, running);
  return {
    running,
    draft: await contest('draft'),
    announced,
    toCancel: await contest('announced'),
    published,
    jurorId,
    otherId: await mentor('Новикова'),
    regulationsId: regulations?.id ?? '',
    fileId: files[0]?.id ?? '',
    settings,
  };
}

type Ids = Awaited<ReturnType<typeof fill>> & { settings: ContestView['settings'] };
// Contests are the city's: a school sees them all, whichever it is.
const reading = { city: [...onlookers, ...school], ok: 200 } as const;
const writing = { city: coordinators, ok: 200 } as const;
const own = { city: coordinators, foreign: 'same' } as const;
const to = (
  which: 'running' | 'draft' | 'announced' | 'toCancel' | 'published',
  rest = '',
  body?: unknown,
) => ({
  call: (ids: Ids) => ({ path: `/api/contests/${ids[which]}${rest}`, ...(body !== undefined && { body }) }),
});
const sent = (path: (ids: Ids) => string) => ({
  call: (ids: Ids) => {
    const body = new FormData();
    body.set('file', pdf());
    return { path: path(ids), body };
  },
});

export const contestsTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/contests': {
      call: (_, { kind }) => ({ path: `/api/contests?q=${encodeURIComponent(`Конкурс ${kind}`)}` }),
      ...reading,
      foreign: 'empty',
    },
    'POST /api/contests': {
      call: () => ({ path: '/api/contests', body: { from: 'template', key: 'my-mentor' } }),
      ...own,
      ok: 201,
    },
    'GET /api/contests/{id}': { ...to('running'), ...reading },
    'PUT /api/contests/{id}': {
      call: ({ running, settings }) => ({
        path: `/api/contests/${running}`,
        body: { ...settings, summary: 'Коротко об условиях' },
        versionFrom: `/api/contests/${running}`,
      }),
      ...writing,
    },
    'DELETE /api/contests/{id}': { ...to('draft'), ...writing, ok: 204 },
    'POST /api/contests/{id}/announcement': {
      ...to('announced', '/announcement', { post: 'Объявляем конкурс', mailing: null }),
      ...writing,
    },
    'PUT /api/contests/{id}/posts/{occasion}': {
      ...to('running', '/posts/announcement', { link: 'https://vk.com/wall-1_2' }),
      ...writing,
    },
    'POST /api/contests/{id}/cancel': { ...to('toCancel', '/cancel', { reason: 'Перенесён' }), ...writing },
    'POST /api/contests/{id}/archive': { ...to('published', '/archive'), ...writing },
    'PUT /api/contests/{id}/jury/{personId}': {
      call: ({ running, otherId }) => ({
        path: `/api/contests/${running}/jury/${otherId}`,
        body: { isChair: false, nominationIds: null },
      }),
      ...writing,
    },
    'DELETE /api/contests/{id}/jury/{personId}': {
      call: ({ running, jurorId }) => ({ path: `/api/contests/${running}/jury/${jurorId}` }),
      ...writing,
    },
    'PUT /api/contests/{id}/regulations': {
      ...sent(({ running }) => `/api/contests/${running}/regulations`),
      ...writing,
    },
    'POST /api/contests/{id}/enclosures/{purpose}': {
      ...sent(({ running }) => `/api/contests/${running}/enclosures/material`),
      ...writing,
    },
    'POST /api/contests/{id}/materials/sending': {
      ...to('published', '/materials/sending', { namesOthers: true }),
      ...writing,
      ok: 202,
    },
    'GET /api/contests/{id}/files/{fileId}': {
      call: ({ running, regulationsId }) => ({ path: `/api/contests/${running}/files/${regulationsId}` }),
      ...reading,
    },
    'DELETE /api/contests/{id}/files/{fileId}': {
      call: ({ running, fileId }) => ({ path: `/api/contests/${running}/files/${fileId}` }),
      ...writing,
    },
  },
});
