import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closesAt, contestIn, entryIn, opensAt } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import type { ContestDesk, ContestView } from '../domain/contests/contest-desk.ts';
import type { ContestSettings } from '../domain/contests/contest-settings.ts';
import type { Audience } from '../domain/mailings/mailing.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { Outdated, versionOf } from '../domain/staff/version.ts';
import { createContestDesk } from './contest-desk.ts';

let database: Database;
let town: Town;
let desk: ContestDesk;
let staff: Staff;
let now: Date;

const before = new Date('2022-02-01T06:00:00Z');
const during = new Date('2022-03-10T06:00:00Z');
const after = new Date('2022-04-02T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  now = before;
  desk = deskWith();
  const { id } = await town.person('Ложкина Вера Львовна', 'coordinator', town.office.id);
  staff = staffAs(id, town.programme.id, [{ role: 'coordinator', organizationId: town.office.id }]);
});

const deskWith = (changed: Parameters<typeof deskDeps>[2] = {}) =>
  createContestDesk(deskDeps(database, { now: () => now }, changed));
const contest = (wish: Parameters<typeof contestIn>[2] = {}) => contestIn(database, town.programme.id, wish);
const mentor = async (names = 'Мицкевич Анна Петровна') =>
  (await town.person(names, 'mentor', town.school.id)).id;

async function changed(id: string, change: (settings: ContestSettings) => Partial<ContestSettings>) {
  const { settings } = await desk.get(staff, id);
  return desk.edit(staff, id, versionOf(settings), { ...settings, ...change(settings) });
}

const everybody: Audience = {
  roles: ['mentor'],
  organizationIds: [],
  applicationStates: [],
  pairStates: [],
  lacks: null,
  personIds: [],
};

const seatsOf = async (personId: string) =>
  (
    await database.query<{ role: string }>(
      'select role from appointment where person_id = $1 and ended_at is null order by role',
      [personId],
    )
  ).map(({ role }) => role);

describe('a contest begins', () => {
  test('from a template as a draft that lacks nothing, once for a call that is repeated', async () => {
    const call = { key: 'one-key-of-it', requestHash: 'x' };
    const { id } = await desk.create(staff, { from: 'template', key: 'my-mentor' }, call);
    expect(await desk.create(staff, { from: 'template', key: 'my-mentor' }, call)).toEqual({ id });
    const view = await desk.get(staff, id);
    expect(view).toMatchObject({ kind: 'post', stage: 'draft', templateKey: 'my-mentor', lacks: [] });
    expect(view.settings.nominations.map(({ hashtags }) => hashtags)).toEqual([
      ['#МойНаставник2022'],
      ['#МойОпытНаставничества2022'],
    ]);
  });

  test('from nothing: it says what it lacks', async () => {
    const { id } = await desk.create(staff, { from: 'blank', kind: 'post' }, null);
    expect((await desk.get(staff, id)).lacks).toEqual(['summary', 'nominations', 'criteria']);
    const event = await desk.create(staff, { from: 'blank', kind: 'event' }, null);
    expect((await desk.get(staff, event.id)).lacks).toEqual(['summary']);
  });

  test('as a copy for the next year, with nobody of the jury and no entries', async () => {
    const first = await contest({
      title: 'Мой наставник 2022',
      nominations: [{ title: 'Мой наставник', hashtags: ['#МойНаставник2022'] }],
      jurors: [await mentor()],
    });
    now = new Date('2022-12-01T06:00:00Z');
    const { id } = await desk.create(staff, { from: 'copy', contestId: first.id }, null);
    const copy = await desk.get(staff, id);
    expect(copy).toMatchObject({ stage: 'draft', copiedFrom: first.id, jury: [] });
    expect(copy.settings.title).toBe('Мой наставник 2023');
    expect(copy.settings.closesAt.toISOString()).toBe('2023-03-31T19:00:00.000Z');
    expect(copy.settings.nominations[0]?.hashtags).toEqual(['#МойНаставник2023']);
    expect(copy.settings.criteria.map(({ weight }) => weight)).toEqual([1, 0.5]);
  });
});

describe('who sees what', () => {
  test('a curator sees contests but drafts, with the entries of their own organization', async () => {
    const running = await contest();
    const draft = await contest({ state: 'draft' });
    for (const organizationId of [town.school.id, town.otherSchool.id, town.otherSchool.id])
      await entryIn(database, { contestId: running.id, organizationId, personId: await mentor() });
    const curator = staffAs('1', town.programme.id, [{ role: 'curator', organizationId: town.school.id }]);
    const query = { page: 1, size: 10, sort: 'closes', descending: true, q: null } as const;
    now = during;
    const all = { stage: null, kind: null };
    expect((await desk.list(curator, query, all)).items).toMatchObject([{ id: running.id, entries: 1 }]);
    expect((await desk.get(curator, running.id)).entries.accepted).toBe(1);
    expect((await desk.get(staff, running.id)).entries.accepted).toBe(3);
    await expect(desk.get(curator, draft.id)).rejects.toThrow('contest-unknown');
    await expect(desk.cancel(curator, running.id, 'так')).rejects.toThrow('may-not');
    expect((await desk.list(staff, query, all)).total).toBe(2);
    expect((await desk.list(staff, query, { stage: 'open', kind: 'post' })).total).toBe(1);
    expect((await desk.list(staff, query, { stage: 'judging', kind: null })).total).toBe(0);
    now = closesAt;
    expect((await desk.list(staff, query, { stage: 'judging', kind: null })).total).toBe(1);
  });
});

describe('settings', () => {
  test('somebody who changes what another has changed meanwhile is shown both', async () => {
    const { id } = await contest();
    const { settings } = await desk.get(staff, id);
    await changed(id, () => ({ summary: 'Первым' }));
    const late = desk.edit(staff, id, versionOf(settings), { ...settings, summary: 'Вторым' });
    await expect(late).rejects.toBeInstanceOf(Outdated);
    await expect(late).rejects.toMatchObject({ current: { summary: 'Первым' } });
  });

  test('a work that came in meanwhile changes no version', async () => {
    const { id } = await contest();
    const { settings } = await desk.get(staff, id);
    await entryIn(database, { contestId: id, personId: await mentor() });
    const saved = await desk.edit(staff, id, versionOf(settings), { ...settings, summary: 'Условия' });
    expect(saved.settings.summary).toBe('Условия');
  });

  test('nominations keep their ids; one that is left out goes, one with entries is archived', async () => {
    const { id, nominations } = await contest({
      nominations: [{ title: 'А' }, { title: 'Б' }, { title: 'В' }],
    });
    await entryIn(database, {
      contestId: id,
      nominationId: nominations[1]?.id ?? null,
      personId: await mentor(),
      state: 'draft',
    });
    const next = { id: null, title: 'Г', description: '', hashtags: ['Г2022'], archived: false };
    const { settings } = await changed(id, (given) => ({
      nominations: [next, ...given.nominations.slice(0, 1).map((each) => ({ ...each, title: 'А+' }))],
    }));
    expect(settings.nominations.filter(({ archived }) => !archived)).toMatchObject([
      { title: 'Г', hashtags: ['#Г2022'] },
      { id: nominations[0]?.id, title: 'А+' },
    ]);
    expect(settings.nominations.filter(({ archived }) => archived)).toMatchObject([
      { id: nominations[1]?.id },
    ]);
    expect(settings.nominations).toHaveLength(3);
  });

  test('a nomination or criterion of another contest is unknown, and so is an organization of another city', async () => {
    const other = await contest();
    const { id } = await contest();
    await expect(
      changed(id, () => ({
        nominations: [
          { id: other.nominations[0]?.id ?? '', title: 'А', description: '', hashtags: [], archived: false },
        ],
      })),
    ).rejects.toThrow('nomination-unknown');
    await expect(
      changed(id, () => ({
        criteria: [{ id: other.criteria[0]?.id ?? '', title: 'А', hint: '', weight: 1, scale: 5 }],
      })),
    ).rejects.toThrow('criterion-unknown');
    await expect(
      changed(id, ({ terms }) => ({ terms: { ...terms, organizationIds: ['999999'] } })),
    ).rejects.toThrow('organization-unknown');
  });

  test('criteria change until somebody has scored by them; everything else still does', async () => {
    const juror = await mentor();
    const { id, criteria, jurors } = await contest({ jurors: [juror] });
    const { id: entryId } = await entryIn(database, { contestId: id, personId: await mentor('Иванова Ия') });
    now = after;
    await changed(id, (given) => ({ criteria: given.criteria.map((each) => ({ ...each, scale: 5 })) }));
    await database.query(
      `with sheet as (insert into contest_sheet (juror_id, entry_id, updated_at) values ($1, $2, now()) returning id)
       insert into contest_score (sheet_id, criterion_id, points) select id, $3, 4 from sheet`,
      [jurors[0]?.id, entryId, criteria[0]?.id],
    );
    await expect(changed(id, () => ({ criteria: [] }))).rejects.toThrow('contest-scored');
    const { settings, may } = await changed(id, () => ({ summary: 'Поправили' }));
    expect(settings).toMatchObject({ summary: 'Поправили', criteria: [{ scale: 5 }, { scale: 5 }] });
    expect(may).toMatchObject({ edit: true, 'edit-criteria': false });
  });

  test('once it is open the beginning stays, and the end may only be put off', async () => {
    const { id } = await contest();
    const later = new Date(closesAt.getTime() + 86_400_000);
    now = during;
    await expect(changed(id, () => ({ opensAt: before }))).rejects.toThrow('contest-begun');
    await expect(changed(id, () => ({ closesAt: new Date(during.getTime() + 1) }))).rejects.toThrow(
      'contest-close-earlier',
    );
    await expect(changed(id, () => ({ closesAt: during }))).rejects.toThrow('contest-close-past');
    expect((await changed(id, () => ({ closesAt: later }))).settings.closesAt).toEqual(later);
    now = later;
    await expect(changed(id, () => ({ closesAt: new Date(later.getTime() + 86_400_000) }))).rejects.toThrow(
      'contest-closed',
    );
  });

  test('before it opens both may be moved, and the jury’s last instant never into the past', async () => {
    const { id } = await contest();
    const moved = new Date(opensAt.getTime() + 3_600_000);
    expect((await changed(id, () => ({ opensAt: moved }))).settings.opensAt).toEqual(moved);
    now = after;
    await expect(changed(id, () => ({ judgingUntil: new Date(closesAt.getTime() + 1000) }))).rejects.toThrow(
      'contest-judging-past',
    );
    const until = new Date(after.getTime() + 86_400_000);
    expect((await changed(id, () => ({ judgingUntil: until }))).settings.judgingUntil).toEqual(until);
  });

  test.each([
    ['a close before the opening', () => ({ closesAt: new Date(opensAt.getTime() - 1) }), 'contest-dates'],
    ['a jury that ends before the close', () => ({ judgingUntil: closesAt }), 'contest-dates'],
    ['results before the close', () => ({ resultsOn: '2022-03-30' }), 'contest-dates'],
    ['no title', () => ({ title: '  ' }), 'contest-title-missing'],
    [
      'more per nomination than per person',
      ({ terms }: ContestSettings) => ({ terms: { ...terms, perPerson: 1, perNomination: 2 } }),
      'contest-limits',
    ],
    [
      'results that nobody can win',
      ({ terms }: ContestSettings) => ({
        terms: {
          ...terms,
          results: {
            ...terms.results,
            thresholds: { winnerPlaces: null, laureatePlaces: null, winnerScore: null, laureateScore: null },
          },
        },
      }),
      'contest-rules',
    ],
  ] as [string, (settings: ContestSettings) => Partial<ContestSettings>, string][])(
    '%s is refused',
    async (_, change, code) => {
      const { id } = await contest({ state: 'draft' });
      await expect(changed(id, change)).rejects.toThrow(code);
    },
  );

  test('nothing is changed once the results stand', async () => {
    const { id } = await contest({ state: 'checked' });
    now = after;
    await expect(changed(id, () => ({ title: 'Иначе' }))).rejects.toThrow('contest-stage');
  });
});

describe('the jury', () => {
  const juror = (personId: string, change = {}) => ({
    personId,
    isChair: false,
    nominationIds: null,
    ...change,
  });

  test('whoever could not judge gets the seat of a juror, and loses it with the last jury', async () => {
    const personId = await mentor();
    const [first, second] = [await contest(), await contest()];
    await desk.putJuror(staff, first.id, juror(personId));
    const { jury } = await desk.putJuror(staff, second.id, juror(personId, { isChair: true }));
    expect(jury).toEqual([
      {
        personId,
        name: 'Мицкевич Анна Петровна',
        organizations: ['Школа № 3'],
        isChair: true,
        nominationIds: null,
      },
    ]);
    expect(await seatsOf(personId)).toEqual(['jury', 'mentor']);
    await desk.removeJuror(staff, first.id, personId);
    expect(await seatsOf(personId)).toEqual(['jury', 'mentor']);
    expect((await desk.removeJuror(staff, second.id, personId)).jury).toEqual([]);
    expect(await seatsOf(personId)).toEqual(['mentor']);
    await expect(desk.removeJuror(staff, second.id, personId)).rejects.toThrow('juror-unknown');
  });

  test('a coordinator judges as they are', async () => {
    const { id } = await contest();
    await desk.putJuror(staff, id, juror(staff.personId));
    expect(await seatsOf(staff.personId)).toEqual(['coordinator']);
  });

  test('put in again, somebody changes what they judge; of nominations of this contest alone', async () => {
    const personId = await mentor();
    const { id, nominations } = await contest();
    const other = await contest();
    await desk.putJuror(staff, id, juror(personId));
    const only = [nominations[0]?.id ?? ''];
    const { jury } = await desk.putJuror(staff, id, juror(personId, { nominationIds: only }));
    expect(jury).toMatchObject([{ personId, nominationIds: only }]);
    await expect(
      desk.putJuror(staff, id, juror(personId, { nominationIds: [other.nominations[0]?.id ?? ''] })),
    ).rejects.toThrow('nomination-unknown');
  });

  test('nobody of another city judges, and nobody is put in once the results stand', async () => {
    const { id } = await contest({ state: 'checked' });
    await expect(desk.putJuror(staff, id, juror(staff.personId))).rejects.toThrow('contest-stage');
    const running = await contest();
    await expect(desk.putJuror(staff, running.id, juror('999999'))).rejects.toThrow('person-unknown');
  });
});

describe('files', () => {
  const pdf = { name: 'Положение.pdf', bytes: new TextEncoder().encode('%PDF-1.7 …') };
  const kept = async () => (await database.query('select from stored_file')).length;

  test('new regulations take the place of those before; materials are kept beside them', async () => {
    const { id } = await contest();
    await desk.putRegulations(staff, id, pdf);
    const { regulations } = await desk.putRegulations(staff, id, { ...pdf, name: 'Новое.pdf' });
    expect(regulations).toMatchObject({ name: 'Новое.pdf', mime: 'application/pdf' });
    const { files } = await desk.addFile(staff, id, 'material', pdf);
    expect(await kept()).toBe(2);
    expect((await desk.readFile(staff, id, regulations?.id ?? '')).name).toBe('Новое.pdf');
    expect((await desk.removeFile(staff, id, files[0]?.id ?? '')).files).toEqual([]);
    expect(await kept()).toBe(1);
  });

  test('the protocol is read by the whole city’s staff, and unknown to whoever looks after one organization', async () => {
    const { id } = await contest({ state: 'checked' });
    const { files } = await desk.addFile(staff, id, 'material', pdf);
    const [protocol] = await database.query<{ id: string }>(
      `insert into stored_file (name, mime, size, sha256, bytes, state)
       select 'Протокол.docx', mime, size, sha256, bytes, state from stored_file returning id::text`,
    );
    await database.query('update contest set protocol_file_id = $2 where id = $1', [id, protocol?.id]);
    const curatorId = (await town.person('Писарева Вера Львовна', 'curator', town.school.id)).id;
    const curator = staffAs(curatorId, town.programme.id, [
      { role: 'curator', organizationId: town.school.id },
    ]);
    expect((await desk.readFile(staff, id, protocol?.id ?? '')).name).toBe('Протокол.docx');
    expect((await desk.readFile(curator, id, files[0]?.id ?? '')).name).toBe('Положение.pdf');
    await expect(desk.readFile(curator, id, protocol?.id ?? '')).rejects.toThrow('file-unknown');
  });

  test('a file of another contest is unknown, and a file that claims to be another is refused', async () => {
    const [one, other] = [await contest(), await contest()];
    const { regulations } = await desk.putRegulations(staff, one.id, pdf);
    await expect(desk.readFile(staff, other.id, regulations?.id ?? '')).rejects.toThrow('file-unknown');
    const wrong = { name: 'Положение.pdf', bytes: new TextEncoder().encode('<html>') };
    await expect(desk.putRegulations(staff, one.id, wrong)).rejects.toMatchObject({ final: true });
  });
});

describe('announcing', () => {
  const drafted = async () => {
    const { id } = await desk.create(staff, { from: 'template', key: 'my-mentor' }, null);
    return id;
  };

  test('moves the contest on once, and leaves the post to somebody’s hand where no job posts', async () => {
    const id = await drafted();
    const { contest: view } = await desk.announce(staff, id, { post: ' Объявляем! ', mailing: null });
    expect(view).toMatchObject({
      state: 'announced',
      announcedAt: before,
      posts: [{ occasion: 'announcement', text: 'Объявляем!', state: 'by-hand', link: null }],
    });
    await expect(desk.announce(staff, id, { post: null, mailing: null })).rejects.toThrow('contest-stage');
    await expect(desk.postedByHand(staff, id, 'announcement', 'vk.cc/abc')).rejects.toThrow(
      'post-link-wrong',
    );
    const posted = await desk.postedByHand(staff, id, 'announcement', 'https://m.vk.com/wall-12_345?a=b');
    expect(posted.posts).toMatchObject([{ state: 'sent', link: 'https://vk.com/wall-12_345' }]);
    await expect(desk.postedByHand(staff, id, 'announcement', 'vk.com/wall-12_346')).rejects.toThrow(
      'contest-post-sent',
    );
  });

  test('where a job posts, it is planned for it', async () => {
    const id = await drafted();
    desk = deskWith({ postsToWall: true });
    const { contest: view } = await desk.announce(staff, id, { post: 'Объявляем!', mailing: null });
    expect(view.posts).toMatchObject([{ state: 'planned' }]);
    expect(await database.query('select due_at as at from contest_post')).toEqual([{ at: before }]);
  });

  test('keeps the mailing as a draft, or sends it at once', async () => {
    await mentor();
    const mailing = { text: 'Участвуйте!', audience: everybody, send: false };
    const kept = await desk.announce(staff, await drafted(), { post: null, mailing });
    const sent = await desk.announce(staff, await drafted(), {
      post: null,
      mailing: { ...mailing, send: true },
    });
    const rows = await database.query('select id::text, state, text from mailing order by id');
    expect(rows).toEqual([
      { id: kept.mailingId, state: 'draft', text: 'Участвуйте!' },
      { id: sent.mailingId, state: 'sending', text: 'Участвуйте!' },
    ]);
  });

  test('a mailing that can’t be sent leaves the contest a draft, with no post', async () => {
    const id = await drafted();
    const nobody = { ...everybody, roles: [] };
    const mailing = { text: 'Участвуйте!', audience: nobody, send: true };
    await expect(desk.announce(staff, id, { post: 'Текст', mailing })).rejects.toThrow('mailing-to-nobody');
    expect(await desk.get(staff, id)).toMatchObject({ stage: 'draft', posts: [] });
    expect(await database.query('select from mailing')).toHaveLength(0);
  });

  test('whoever may not write messages announces without a mailing', async () => {
    const id = await drafted();
    const program = { ...staff, scopes: ['contests:read', 'contests:write'] as const };
    const mailing = { text: 'Участвуйте!', audience: everybody, send: false };
    await expect(desk.announce(program, id, { post: null, mailing })).rejects.toThrow('may-not');
    const announced = await desk.announce(program, id, { post: null, mailing: null });
    expect(announced).toMatchObject({ mailingId: null, contest: { state: 'announced' } });
  });

  test('what lacks something is not announced', async () => {
    const { id } = await desk.create(staff, { from: 'blank', kind: 'work' }, null);
    await expect(desk.announce(staff, id, { post: null, mailing: null })).rejects.toMatchObject({
      code: 'contest-unready',
      facts: { lacks: 'summary,nominations,criteria' },
    });
  });
});

describe('the end of a contest', () => {
  const state = ({ state: stored, stage, may }: ContestView) => ({ stored, stage, removable: may.remove });

  test('whoever takes part is told once that it is called off; the jury goes home', async () => {
    const author = await mentor();
    const juror = await mentor('Судейкина Ольга Ильинична');
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id, linked_at, last_seen_at)
       values ('vk', '5', '5', $1, now(), now())`,
      [author],
    );
    const { id } = await contest({ title: '«Мой наставник»' });
    await desk.putJuror(staff, id, { personId: juror, isChair: false, nominationIds: null });
    for (const entry of ['accepted', 'draft', 'withdrawn'] as const)
      await entryIn(database, { contestId: id, personId: author, state: entry });
    now = during;
    expect(state(await desk.cancel(staff, id, 'карантин'))).toEqual({
      stored: 'cancelled',
      stage: 'cancelled',
      removable: false,
    });
    const told = await database.query<{ text: string }>(
      `select outgoing->'message'->>'text' as text from delivery where person_id = $1`,
      [author],
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Конкурс «Мой наставник» отменён');
    expect(told[0]?.text).toContain('карантин');
    expect(await seatsOf(juror)).toEqual(['mentor']);
    expect(state(await desk.archive(staff, id)).stage).toBe('archived');
  });

  test('a draft goes for good with all that hangs on it; what was announced does not', async () => {
    const { id } = await desk.create(staff, { from: 'template', key: 'best-practices' }, null);
    const personId = await mentor();
    await desk.putJuror(staff, id, { personId, isChair: false, nominationIds: null });
    await desk.addFile(staff, id, 'announcement', {
      name: 'а.pdf',
      bytes: new TextEncoder().encode('%PDF-1.7 …'),
    });
    const copy = await desk.create(staff, { from: 'copy', contestId: id }, null);
    await desk.remove(staff, id);
    await expect(desk.get(staff, id)).rejects.toThrow('contest-unknown');
    expect((await desk.get(staff, copy.id)).copiedFrom).toBeNull();
    expect(await database.query('select from stored_file')).toHaveLength(0);
    expect(await seatsOf(personId)).toEqual(['mentor']);
    const running = await contest();
    await expect(desk.remove(staff, running.id)).rejects.toThrow('contest-stage');
  });

  test('only what is published or called off is laid away', async () => {
    await expect(desk.archive(staff, (await contest()).id)).rejects.toThrow('contest-stage');
    const { id } = await contest({ state: 'published' });
    expect((await desk.archive(staff, id)).stage).toBe('archived');
  });

  test('each step stands in the audit, and names nobody', async () => {
    const { id } = await desk.create(staff, { from: 'template', key: 'my-mentor' }, null);
    await changed(id, () => ({ summary: 'Про Мицкевич' }));
    await desk.announce(staff, id, { post: null, mailing: null });
    await desk.cancel(staff, id, 'Заболела Мицкевич');
    const rows = await database.query<{ action: string; facts: string }>(
      `select action, before::text || after::text as facts from audit where subject_kind = 'contest' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'contest.created',
      'contest.edited',
      'contest.announced',
      'contest.cancelled',
    ]);
    expect(rows.some(({ facts }) => facts?.includes('Мицкевич'))).toBe(false);
  });
});
