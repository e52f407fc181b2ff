import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closesAt, contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { jurorIn, sheetIn } from '../../test/helpers/jury.ts';
import { pairing } from '../../test/helpers/pairing.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createUploadBook } from '../database/repositories/upload-book.ts';
import type { Database } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { ContestTerms } from '../domain/contests/terms.ts';
import type { Person } from '../domain/people/person.ts';
import { createJudgingDesk } from './judging-desk.ts';

let database: Database;
let town: Town;
let now = new Date('2022-04-02T06:00:00Z');
const clock = { now: () => now };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  now = new Date('2022-04-02T06:00:00Z');
  town = await foundTown(database);
});

const desk = () => createJudgingDesk(deskDeps(database, clock));
const as = ({ id }: Person) =>
  staffAs(id, town.programme.id, [{ role: 'jury', organizationId: town.office.id }]);
const expert = (names = 'Судейкина Ада Львовна') => town.person(names, 'jury', town.office.id);
const teacher = (names = 'Авторова Анна Петровна', organizationId = town.school.id) =>
  town.person(names, 'mentor', organizationId);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );

async function judged(
  person: Person,
  terms: Partial<ContestTerms> = {},
  more: Parameters<typeof contestIn>[2] = {},
) {
  return contestIn(database, town.programme.id, { kind: 'work', jurors: [person.id], terms, ...more });
}
async function workOf(contest: Contest, author: Person, more: Partial<Parameters<typeof entryIn>[1]> = {}) {
  const { id } = await entryIn(database, {
    contestId: contest.id,
    nominationId: contest.nominations[0]?.id ?? null,
    personId: author.id,
    organizationId: town.school.id,
    title: 'Наставник рядом',
    ...more,
  });
  return id;
}
const every = (contest: Contest, points: number) =>
  contest.criteria.map(({ id: criterionId }) => ({ criterionId, points }));

describe('what a juror sees', () => {
  test('their contests with how far they are, and no one else’s', async () => {
    const juror = await expert();
    const contest = await judged(juror);
    await contestIn(database, town.programme.id, { title: 'Чужой' });
    await workOf(contest, await teacher());
    expect(await desk().contests(as(juror))).toMatchObject([
      { id: contest.id, stage: 'judging', mayJudge: true, due: 1, finished: 0, conflicts: 0 },
    ]);
    const stranger = await expert('Посторонняя Инна Львовна');
    expect(await desk().contests(as(stranger))).toEqual([]);
    expect(await code(desk().works(as(stranger), contest.id))).toBe('contest-unknown');
  });

  test('accepted works of their nominations alone', async () => {
    const juror = await expert();
    const contest = await judged(juror, {}, { nominations: [{ title: 'Первая' }, { title: 'Вторая' }] });
    const [first, second] = contest.nominations;
    await jurorIn(database, contest.id, juror.id, { nominationIds: [second?.id ?? ''] });
    const author = await teacher();
    await workOf(contest, author, { nominationId: first?.id ?? null });
    const theirs = await workOf(contest, author, { nominationId: second?.id ?? null });
    for (const state of ['checking', 'mending', 'rejected', 'withdrawn'] as const)
      await workOf(contest, author, { nominationId: second?.id ?? null, state });
    const { items, conflicts } = await desk().works(as(juror), contest.id);
    expect(items.map(({ entryId, nomination }) => [entryId, nomination])).toEqual([[theirs, 'Вторая']]);
    expect(conflicts).toBe(0);
  });

  test('nothing of a work before no more are taken', async () => {
    const juror = await expert();
    const contest = await judged(juror);
    const entryId = await workOf(contest, await teacher());
    now = new Date(closesAt.getTime() - 1);
    expect((await desk().works(as(juror), contest.id)).items).toEqual([]);
    expect(await code(desk().sheet(as(juror), entryId))).toBe('entry-unknown');
    now = closesAt;
    expect((await desk().works(as(juror), contest.id)).items).toHaveLength(1);
    expect(await code(desk().sheet(as(juror), entryId))).toBe('allowed');
  });

  test('without names, organization, team, file names and the post’s address where it is blind', async () => {
    const juror = await expert();
    const contest = await contestIn(database, town.programme.id, {
      jurors: [juror.id],
      terms: { blind: true },
    });
    const author = await teacher();
    const entryId = await workOf(contest, author, {
      title: '',
      teamName: 'Команда Авторовой',
      link: 'https://vk.com/wall7_12',
      post: { ownerId: 7, postId: 12 },
    });
    await database.query(
      `insert into contest_snapshot (entry_id, taken_at, text, attachments, author_id, published_at)
       values ($1, now(), $2, $3, 7, now())`,
      [
        entryId,
        'Меня, Анну Авторову, учит [id7|Пётр] из [club9|Школы № 3] #МойНаставник',
        JSON.stringify([{ kind: 'photo', title: 'Авторова', url: 'https://vk.com/photo7_1' }]),
      ],
    );
    const bytes = new TextEncoder().encode('%PDF-1.7 …');
    const fileId = await createUploadBook(database).keep(author.id, {
      name: 'Авторова Анна.PDF',
      mime: 'application/pdf',
      bytes,
      sha256: 'x',
    });
    await database.query('insert into contest_entry_file (entry_id, file_id, position) values ($1, $2, 1)', [
      entryId,
      fileId,
    ]);
    const sheet = await desk().sheet(as(juror), entryId);
    expect(sheet.work).toEqual({
      entryId,
      nomination: 'Мой наставник',
      title: '',
      description: '',
      link: null,
      post: {
        text: 'Меня, [имя скрыто], учит [имя скрыто] из [имя скрыто] #МойНаставник',
        attachments: ['photo'],
        url: null,
      },
      files: [{ id: fileId, name: `работа-${entryId}.pdf`, mime: 'application/pdf', size: bytes.length }],
      authors: null,
      organizationName: null,
      teamName: null,
    });
    expect(JSON.stringify(await desk().works(as(juror), contest.id))).not.toMatch(/Авторов|Школа|vk\.com/);
    expect((await desk().file(as(juror), entryId, fileId)).name).toBe(`работа-${entryId}.pdf`);
    await database.query(`update contest set terms = terms || '{"blind": false}' where id = $1`, [
      contest.id,
    ]);
    expect((await desk().sheet(as(juror), entryId)).work).toMatchObject({
      authors: ['Авторова Анна Петровна'],
      organizationName: 'Школа № 3',
      post: { url: 'https://vk.com/wall7_12' },
    });
  });

  test('no file but those of works they judge', async () => {
    const juror = await expert();
    const contest = await judged(juror);
    const author = await teacher();
    const entryId = await workOf(contest, author);
    const fileId = await createUploadBook(database).keep(author.id, {
      name: 'приказ.pdf',
      mime: 'application/pdf',
      bytes: new Uint8Array([1]),
      sha256: 'x',
    });
    expect(await code(desk().file(as(juror), entryId, fileId))).toBe('file-unknown');
  });
});

describe('who is too near to a work', () => {
  /** A juror of school 3, and a work that is near to them in the way that `near` makes. */
  async function near(
    make: (juror: Person, contest: Contest) => Promise<string>,
    known?: Person,
  ): Promise<{ listed: number; conflicts: number; asked: string }> {
    const juror = known ?? (await town.person('Судейкин Пётр Ильич', 'jury', town.otherSchool.id));
    const contest = await judged(juror);
    const entryId = await make(juror, contest);
    const { items, conflicts } = await desk().works(as(juror), contest.id);
    return { listed: items.length, conflicts, asked: await code(desk().sheet(as(juror), entryId)) };
  }
  const barred = { listed: 0, conflicts: 1, asked: 'entry-unknown' };

  test('its author and whoever is in the team', async () => {
    expect(await near((juror, contest) => workOf(contest, juror))).toEqual(barred);
    await emptied(database);
    town = await foundTown(database);
    expect(
      await near(async (juror, contest) => {
        const entryId = await workOf(contest, await teacher());
        await database.query(
          `insert into contest_member (entry_id, person_id, joined_at) values ($1, $2, now())`,
          [entryId, juror.id],
        );
        return entryId;
      }),
    ).toEqual(barred);
  });

  test('whoever is of the organization it stands for, or its author is of', async () => {
    expect(
      await near(async (_, contest) =>
        workOf(contest, await teacher(), { organizationId: town.otherSchool.id }),
      ),
    ).toEqual(barred);
    await emptied(database);
    town = await foundTown(database);
    expect(
      await near(async (_, contest) =>
        workOf(contest, await teacher('Авторова Анна Петровна', town.otherSchool.id), {
          organizationId: null,
        }),
      ),
    ).toEqual(barred);
  });

  test('the mentor it is about, though they have not agreed to be named', async () => {
    expect(
      await near(async (juror, contest) => {
        const entryId = await workOf(contest, await teacher());
        await database.query(
          `update contest_entry set mentor_id = $2, mentor_answer = 'asked' where id = $1`,
          [entryId, juror.id],
        );
        return entryId;
      }),
    ).toEqual(barred);
  });

  test('the other one of a pair', async () => {
    const pairs = pairing(database, town);
    const expert = await pairs.mentor('Наставникова Анна Петровна', 2, town.otherSchool.id);
    expect(
      await near(async (juror, contest) => {
        const mentee = await pairs.mentee('Молодых Иван Ильич', town.otherSchool.id);
        const pairId = await pairs.propose(juror, [mentee], { organizationId: town.otherSchool.id });
        await pairs.agree(pairId);
        // Both have gone to other schools since.
        await database.query('update appointment set ended_at = now()');
        return workOf(contest, mentee);
      }, expert),
    ).toEqual(barred);
  });

  test('a parent of whoever made it', async () => {
    expect(
      await near(async (juror, contest) => {
        const pupil = await teacher('Малышев Егор Петрович');
        await database.query('insert into representation (pupil_id, representative_id) values ($1, $2)', [
          pupil.id,
          juror.id,
        ]);
        return workOf(contest, pupil);
      }),
    ).toEqual(barred);
  });

  test('they can neither save nor read its files', async () => {
    const juror = await expert();
    const contest = await judged(juror);
    const entryId = await workOf(contest, juror);
    expect(await code(desk().save(as(juror), entryId, { comment: 'Лучшая' }))).toBe('entry-unknown');
    expect(await code(desk().finish(as(juror), entryId))).toBe('entry-unknown');
    expect(await code(desk().abstain(as(juror), entryId, 'other'))).toBe('entry-unknown');
    expect(await code(desk().file(as(juror), entryId, '1'))).toBe('entry-unknown');
  });
});

describe('a sheet', () => {
  async function ready(more: Parameters<typeof contestIn>[2] = {}) {
    const juror = await expert();
    const contest = await judged(juror, {}, more);
    return { juror: as(juror), person: juror, contest, entryId: await workOf(contest, await teacher()) };
  }

  test('is saved field by field, so that two tabs lose nothing', async () => {
    const { juror, contest, entryId } = await ready();
    const [first, second] = contest.criteria;
    await Promise.all([
      desk().save(juror, entryId, { points: [{ criterionId: first?.id ?? '', points: 7.5 }] }),
      desk().save(juror, entryId, { points: [{ criterionId: second?.id ?? '', points: 3 }] }),
      desk().save(juror, entryId, { comment: 'Живо' }),
    ]);
    expect(await desk().sheet(juror, entryId)).toMatchObject({
      points: { [first?.id ?? '']: 7.5, [second?.id ?? '']: 3 },
      comment: 'Живо',
      finishedAt: null,
    });
    const cleared = await desk().save(juror, entryId, {
      points: [{ criterionId: first?.id ?? '', points: null }],
    });
    expect(cleared).toMatchObject({ points: { [second?.id ?? '']: 3 }, comment: 'Живо' });
  });

  test('takes points on the scale alone, by half a point', async () => {
    const { juror, contest, entryId } = await ready();
    const give = (points: number, criterionId = contest.criteria[0]?.id ?? '') =>
      code(desk().save(juror, entryId, { points: [{ criterionId, points }] }));
    expect(await give(10)).toBe('allowed');
    expect(await give(0)).toBe('allowed');
    expect(await give(9.5)).toBe('allowed');
    for (const wrong of [-0.5, 10.5, 9.25, Number.NaN]) expect(await give(wrong)).toBe('points-wrong');
    expect(await give(5, '999999')).toBe('criterion-unknown');
  });

  test('is finished once, with all its points, and then stays', async () => {
    const { juror, contest, entryId } = await ready();
    expect(await code(desk().finish(juror, entryId))).toBe('sheet-incomplete');
    await desk().save(juror, entryId, { points: every(contest, 8).slice(0, 1) });
    expect(await code(desk().finish(juror, entryId))).toBe('sheet-incomplete');
    await desk().save(juror, entryId, { points: every(contest, 8) });
    const { finishedAt } = await desk().finish(juror, entryId);
    expect(finishedAt).toEqual(now);
    const first = now;
    now = new Date(now.getTime() + 60_000);
    expect((await desk().finish(juror, entryId)).finishedAt).toEqual(first);
    expect(await code(desk().save(juror, entryId, { comment: 'Ещё' }))).toBe('sheet-finished');
    expect(await code(desk().abstain(juror, entryId, 'other'))).toBe('sheet-finished');
    const noted = await database.query<{ action: string }>('select action from audit order by id');
    expect(noted).toEqual([{ action: 'sheet.finished' }]);
  });

  test('is taken to the last millisecond of the jury’s time and not after', async () => {
    const judgingUntil = new Date('2022-04-10T00:00:00Z');
    const { juror, entryId } = await ready({ judgingUntil });
    now = new Date(judgingUntil.getTime() - 1);
    expect(await code(desk().save(juror, entryId, { comment: 'Успела' }))).toBe('allowed');
    now = judgingUntil;
    expect(await code(desk().save(juror, entryId, { comment: 'Поздно' }))).toBe('contest-judging-over');
    expect(await desk().sheet(juror, entryId)).toMatchObject({
      comment: 'Успела',
      contest: { mayJudge: false },
    });
  });

  test('of somebody who will not judge takes no points until they do again', async () => {
    const { juror, contest, entryId } = await ready();
    await desk().save(juror, entryId, { points: every(contest, 8) });
    expect(await desk().abstain(juror, entryId, 'knows-author')).toMatchObject({ abstained: 'knows-author' });
    expect(await code(desk().finish(juror, entryId))).toBe('sheet-abstained');
    expect(await code(desk().save(juror, entryId, { comment: 'Нет' }))).toBe('sheet-abstained');
    expect(await desk().works(juror, contest.id)).toMatchObject({ due: 0, abstained: 1 });
    await desk().abstain(juror, entryId, null);
    expect((await desk().finish(juror, entryId)).finishedAt).toEqual(now);
  });

  test('of somebody who was taken off the jury is closed to them', async () => {
    const { juror, contest, entryId } = await ready();
    await database.query('update contest_juror set removed_at = now() where contest_id = $1', [contest.id]);
    expect(await code(desk().save(juror, entryId, { comment: 'Живо' }))).toBe('entry-unknown');
    expect(await code(desk().works(juror, contest.id))).toBe('contest-unknown');
    expect(await desk().contests(juror)).toEqual([]);
  });

  test('is read but not written once the results stand', async () => {
    const { juror, person, contest, entryId } = await ready();
    const { id: jurorId = '' } = contest.jurors[0] ?? {};
    await sheetIn(database, contest, { jurorId, entryId }, [8, 9]);
    await database.query(`update contest set state = 'checked', checked_at = now() where id = $1`, [
      contest.id,
    ]);
    expect(await desk().sheet(as(person), entryId)).toMatchObject({ contest: { stage: 'checked' } });
    expect(await code(desk().save(juror, entryId, { comment: 'Живо' }))).toBe('contest-stage');
  });
});
