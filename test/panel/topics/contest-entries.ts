import type { Database } from '../../../src/database/sql.ts';
import { createEntryDesk } from '../../../src/desks/entry-desk.ts';
import { contestIn, entryIn } from '../../helpers/contest-town.ts';
import { deskDeps, staffAs } from '../../helpers/panel-server.ts';
import { coordinators, onlookers, type Place, school, topic } from '../route-expectation.ts';

const at = new Date('2026-10-04T08:00:00Z');
const dates = { opensAt: new Date('2026-10-01T05:00:00Z'), closesAt: new Date('2026-11-01T19:59:00Z') };
const pdf = () => new File(['%PDF-1.7 …'], 'Практика.pdf');

async function fill(database: Database, place: Place) {
  const { programmeId, organizationId, officeId, person } = place;
  const staff = staffAs((await person('Конкурсная Вера Львовна', 'curator')).id, programmeId, [
    { role: 'coordinator', organizationId: officeId },
  ]);
  const desk = createEntryDesk(deskDeps(database, { now: () => at }));
  const author = (await person('Участникова Анна Петровна', 'mentor')).id;
  const posts = await contestIn(database, programmeId, { title: 'Мой наставник: работы', ...dates });
  const works = await contestIn(database, programmeId, {
    title: 'Практики: работы',
    kind: 'work',
    terms: { perPerson: 9, perNomination: 9 },
    ...dates,
  });
  const enter = async (postId: number, state: 'accepted' | 'found') =>
    (
      await entryIn(
        database,
        {
          contestId: posts.id,
          nominationId: posts.nominations[0]?.id ?? null,
          personId: state === 'found' ? null : author,
          organizationId,
          state,
          source: state === 'found' ? 'found' : 'chat',
          post: { ownerId: 501, postId },
        },
        at,
      )
    ).id;
  const { id: workId } = await entryIn(
    database,
    {
      contestId: works.id,
      nominationId: works.nominations[0]?.id ?? null,
      personId: author,
      organizationId,
      state: 'mending',
      title: 'Практика наставничества',
    },
    at,
  );
  const bytes = new Uint8Array(await pdf().arrayBuffer());
  const { files } = await desk.addFile(staff, works.id, workId, { name: 'Практика.pdf', bytes });
  const entryId = await enter(1, 'accepted');
  await enter(2, 'found');
  await database.query(
    `insert into contest_snapshot (entry_id, taken_at, text, author_id, published_at)
     select $1, $2::timestamptz - n * interval '1 day', case n when 0 then 'Мой лучший наставник' else 'Мой наставник' end,
       501, $2::timestamptz - interval '3 days' from generate_series(1, 0, -1) n`,
    [entryId, at],
  );
  await database.query(
    `insert into contest_counters (entry_id, at, likes, reposts, comments, views)
     select $1, $2::timestamptz - n * interval '1 hour', 10 - n, 1, 2, 100 - n from generate_series(0, 4) n`,
    [entryId, at],
  );
  const grown = { from: '2026-10-04T06:00:00Z', to: '2026-10-04T07:00:00Z', likes: 500, views: 0 };
  await database.query('update contest_entry set marks = $2 where id = $1', [
    entryId,
    JSON.stringify([{ code: 'likes-without-views', facts: grown }]),
  ]);
  return {
    contestId: posts.id,
    workContestId: works.id,
    nominationId: works.nominations[0]?.id ?? '',
    entryId,
    workId,
    fileId: files[0]?.id ?? '',
    author,
  };
}

type Ids = Awaited<ReturnType<typeof fill>>;
const writing = { city: coordinators, ok: 200 } as const;
const reading = { city: onlookers, own: school, ok: 200 } as const;
const work = ({ workContestId, workId }: Ids, rest = '') =>
  `/api/contests/${workContestId}/entries/${workId}${rest}`;

export const contestEntriesTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/contests/{id}/entries': {
      call: ({ contestId }) => ({ path: `/api/contests/${contestId}/entries` }),
      ...reading,
      foreign: 'empty',
    },
    'GET /api/contests/{id}/entries/export': {
      call: ({ contestId }) => ({ path: `/api/contests/${contestId}/entries/export` }),
      ...writing,
    },
    'GET /api/contests/{id}/found-entries': {
      call: ({ contestId }) => ({ path: `/api/contests/${contestId}/found-entries` }),
      ...writing,
    },
    'POST /api/contests/{id}/entries': {
      call: ({ workContestId, nominationId, author }) => ({
        path: `/api/contests/${workContestId}/entries`,
        body: { personId: author, nominationId, title: 'Ещё одна практика' },
      }),
      ...writing,
      ok: 201,
    },
    'GET /api/contests/{id}/entries/{entryId}': {
      call: ({ contestId, entryId }) => ({ path: `/api/contests/${contestId}/entries/${entryId}` }),
      ...reading,
    },
    'POST /api/contests/{id}/entries/{entryId}/steps': {
      call: ({ contestId, entryId }) => ({
        path: `/api/contests/${contestId}/entries/${entryId}/steps`,
        body: { step: 'check' },
      }),
      ...writing,
    },
    'POST /api/contests/{id}/entries/{entryId}/files': {
      call: (ids) => {
        const body = new FormData();
        body.set('file', pdf());
        return { path: work(ids, '/files'), body };
      },
      ...writing,
    },
    'GET /api/contests/{id}/entries/{entryId}/files/{fileId}': {
      call: (ids) => ({ path: work(ids, `/files/${ids.fileId}`) }),
      ...reading,
    },
  },
});
