import { createPersonBook } from '../../../src/database/repositories/person-book.ts';
import { createUploadBook } from '../../../src/database/repositories/upload-book.ts';
import type { Database } from '../../../src/database/sql.ts';
import { createResultsDesk } from '../../../src/desks/results-desk.ts';
import type { ContestState } from '../../../src/domain/contests/contest.ts';
import { contestIn, entryIn } from '../../helpers/contest-town.ts';
import { sheetIn } from '../../helpers/jury.ts';
import { deskDeps, staffAs } from '../../helpers/panel-server.ts';
import { coordinators, onlookers, type Place, topic } from '../route-expectation.ts';

const opensAt = new Date('2026-09-01T04:00:00Z');
const closesAt = new Date('2026-10-01T04:00:00Z');
const handedInAt = new Date('2026-09-10T06:00:00Z');

/** Contests whose jury are those who call: administrators and coordinators, and of one's own place the jury. */
async function fill(database: Database, place: Place) {
  const { programmeId, organizationId } = place;
  const known = await database.query<{ id: string }>(
    `select p.id::text from person p join appointment a on a.person_id = p.id and a.ended_at is null
     where p.programme_id = $1 and (a.role in ('administrator', 'coordinator') or a.role = 'jury' and a.organization_id = $2)`,
    [programmeId, organizationId],
  );
  const jurors =
    known.length > 0 ? known.map(({ id }) => id) : [(await place.person('Судейкина Ада Львовна', 'jury')).id];
  // Of no organization, so that nobody is too near to what they hand in.
  const author = await createPersonBook(database).add({
    programmeId,
    surname: 'Авторова',
    name: 'Анна',
    patronymic: 'Петровна',
  });
  const contest = (state: ContestState) =>
    contestIn(database, programmeId, { state, kind: 'work', opensAt, closesAt, jurors });
  const judged = await contest('announced');
  const entry = async (of: typeof judged) => {
    const { id } = await entryIn(
      database,
      { contestId: of.id, nominationId: of.nominations[0]?.id ?? null, personId: author.id, title: 'Работа' },
      handedInAt,
    );
    for (const { id: jurorId } of of.jurors)
      await sheetIn(database, of, { jurorId, entryId: id }, [8, 9], { finished: false });
    return id;
  };
  const finished = async (of: typeof judged) => {
    const entryId = await entry(of);
    await database.query('update contest_sheet set finished_at = updated_at where entry_id = $1', [entryId]);
    return entryId;
  };
  const toCheck = await contest('announced');
  await finished(toCheck);
  const withPaper = await contest('announced');
  await finished(withPaper);
  await checkedIn(database, programmeId, withPaper.id);
  const published = await contest('published');
  await finished(published);
  const withFile = await entry(judged);
  const fileId = await createUploadBook(database).keep(author.id, {
    name: 'Авторова.pdf',
    mime: 'application/pdf',
    bytes: new TextEncoder().encode('%PDF-1.7 …'),
    sha256: 'x',
  });
  await database.query('insert into contest_entry_file (entry_id, file_id, position) values ($1, $2, 1)', [
    withFile,
    fileId,
  ]);
  return {
    contest: judged.id,
    criterion: judged.criteria[0]?.id ?? '',
    entry: withFile,
    fileId,
    toFinish: await entry(judged),
    toLeave: await entry(judged),
    again: await finished(judged),
    toCheck: toCheck.id,
    checked: (await contest('checked')).id,
    published: published.id,
    withPaper: withPaper.id,
  };
}

/** Checked, with a protocol of its own. */
async function checkedIn(database: Database, programmeId: string, contestId: string): Promise<void> {
  const [office] = await database.query<{ personId: string; organizationId: string }>(
    `select a.person_id::text as "personId", a.organization_id::text as "organizationId" from appointment a
     join person p on p.id = a.person_id where p.programme_id = $1 limit 1`,
    [programmeId],
  );
  const { personId = '', organizationId = '' } = office ?? {};
  const staff = staffAs(personId, programmeId, [{ role: 'coordinator', organizationId }]);
  const desk = createResultsDesk(deskDeps(database, { now: () => new Date('2026-10-04T08:00:00Z') }));
  await desk.check(staff, contestId, { force: null });
  await desk.makeProtocol(staff, contestId, { number: null, heldOn: null, absent: [], secretary: null });
}

type Ids = Awaited<ReturnType<typeof fill>>;
const judging = { city: coordinators, own: ['jury'] as const, ok: 200 };
const reading = { city: onlookers, ok: 200 };
const writing = { city: coordinators, ok: 200 };
const ofContest = (
  which: 'contest' | 'toCheck' | 'checked' | 'published' | 'withPaper',
  rest: string,
  body?: unknown,
) => ({
  call: (ids: Ids) => ({ path: `/api/contests/${ids[which]}${rest}`, ...(body !== undefined && { body }) }),
});
const ofEntry = (which: 'entry' | 'toFinish' | 'toLeave', rest = '', body?: unknown) => ({
  call: (ids: Ids) => ({
    path: `/api/judging/entries/${ids[which]}${rest}`,
    ...(body !== undefined && { body }),
  }),
});

export const judgingTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/judging/contests': {
      call: () => ({ path: '/api/judging/contests' }),
      ...judging,
      foreign: 'same',
    },
    'GET /api/judging/contests/{id}': {
      call: ({ contest }) => ({ path: `/api/judging/contests/${contest}` }),
      ...judging,
    },
    'GET /api/judging/entries/{id}': { ...ofEntry('entry'), ...judging },
    'GET /api/judging/entries/{id}/files/{fileId}': {
      call: ({ entry, fileId }) => ({ path: `/api/judging/entries/${entry}/files/${fileId}` }),
      ...judging,
    },
    'PATCH /api/judging/entries/{id}/sheet': {
      call: ({ entry, criterion }) => ({
        path: `/api/judging/entries/${entry}/sheet`,
        body: { points: [{ criterionId: criterion, points: 7.5 }], comment: 'Хорошо' },
      }),
      ...judging,
    },
    'POST /api/judging/entries/{id}/finish': { ...ofEntry('toFinish', '/finish'), ...judging },
    'PUT /api/judging/entries/{id}/abstention': {
      ...ofEntry('toLeave', '/abstention', { why: 'knows-author' }),
      ...judging,
    },
    'GET /api/contests/{id}/jury': { ...ofContest('contest', '/jury'), ...reading },
    'GET /api/contests/{id}/jury/{entryId}': {
      call: ({ contest, entry }) => ({ path: `/api/contests/${contest}/jury/${entry}` }),
      ...reading,
    },
    'POST /api/contests/{id}/jury/again': {
      call: ({ contest, again }) => ({
        path: `/api/contests/${contest}/jury/again`,
        body: { entryIds: [again] },
      }),
      ...writing,
    },
    'GET /api/contests/{id}/results': { ...ofContest('contest', '/results'), ...reading },
    'POST /api/contests/{id}/results/check': {
      ...ofContest('toCheck', '/results/check', { force: null }),
      ...writing,
    },
    'GET /api/contests/{id}/results/sheets': { ...ofContest('contest', '/results/sheets'), ...reading },
    'POST /api/contests/{id}/results/protocol': {
      ...ofContest('withPaper', '/results/protocol', {
        number: '7',
        heldOn: '2026-10-04',
        absent: [],
        secretary: null,
      }),
      ...writing,
    },
    'GET /api/contests/{id}/results/protocol': { ...ofContest('withPaper', '/results/protocol'), ...reading },
    'GET /api/contests/{id}/results/publication': {
      ...ofContest('published', '/results/publication'),
      ...writing,
    },
    'POST /api/contests/{id}/results/publication': {
      ...ofContest('checked', '/results/publication', { post: 'by-hand', text: 'Итоги' }),
      ...writing,
      ok: 202,
    },
    'POST /api/contests/{id}/results/notices': {
      ...ofContest('published', '/results/notices'),
      ...writing,
      ok: 202,
    },
  },
});
