import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { readPdf } from '../../test/helpers/read-pdf.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { erasePerson } from '../database/repositories/erasure.ts';
import type { Database } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { AwardCorrection, AwardGroup } from '../domain/diplomas/awarding.ts';
import type { ErrandContext } from '../domain/errands/errand.ts';
import type { Person, Role } from '../domain/people/person.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { diplomaDesigns } from '../texts/documents/diploma-designs.ts';
import { createDiplomaDesk } from './diploma-desk.ts';
import { createDiplomaTemplateDesk } from './diploma-template-desk.ts';
import { createErrandKinds } from './errand-kinds.ts';

let database: Database;
let town: Town;
let contest: Contest;
let coordinator: Staff;
let accounts = 0;
const now = new Date('2022-04-05T07:00:00Z');
const clock = { now: () => now };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  contest = await contestIn(database, town.programme.id, { kind: 'work', state: 'published' });
  const { id } = await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id);
  coordinator = staffAs(id, town.programme.id, [{ role: 'coordinator', organizationId: town.office.id }]);
});

const deps = () => ({ ...deskDeps(database, clock), pageUrl: () => 'https://nastavnik.example.org' });
const desk = () => createDiplomaDesk(deps());
const nothing = { personIds: [], corrections: [] };

async function someone(names: string, role: Role = 'mentor', platform: string | null = 'vk') {
  const person = await town.person(names, role, town.school.id);
  accounts += 1;
  if (platform !== null)
    await database.query(
      'insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)',
      [platform, String(1000 + accounts), person.id],
    );
  return person;
}

async function awarded(
  person: Person,
  award: 'winner' | 'laureate' | 'participant',
  place: number | null = null,
  wish: object = {},
) {
  const entry = await entryIn(database, {
    contestId: contest.id,
    personId: person.id,
    organizationId: town.school.id,
    nominationId: contest.nominations[0]?.id ?? null,
    title: 'История',
    ...wish,
  });
  await database.query(
    'insert into contest_result (contest_id, entry_id, place, award) values ($1, $2, $3, $4)',
    [contest.id, entry.id, place, award],
  );
  return entry;
}

const order = (
  groups: readonly AwardGroup[],
  count: number,
  wish: { personIds?: string[]; corrections?: AwardCorrection[]; templates?: object } = {},
) => desk().issue(coordinator, contest.id, { ...nothing, templates: {}, ...wish, groups, count }, null);

/** Does what was ordered, as the runner would. */
async function done(errandId: string, signal = new AbortController().signal) {
  const [errand] = await database.query<{ kind: string; params: Record<string, unknown> }>(
    'select kind, params from errand where id = $1',
    [errandId],
  );
  const context: ErrandContext = {
    errandId,
    programmeId: town.programme.id,
    createdBy: coordinator.personId,
    resumedAt: 0,
    progress: async () => undefined,
    signal,
  };
  const kinds = createErrandKinds({ database, clock, mayNameOthers: (platform) => platform !== 'telegram' });
  return kinds[errand?.kind ?? '']?.run(errand?.params ?? {}, context);
}

const textOf = (bytes: Uint8Array) =>
  readPdf(bytes)
    .pages.flatMap(({ texts }) => texts.map(({ text }) => text))
    .join(' ')
    .replace(/\s+/gu, ' ');

const rows = () =>
  database.query<{ id: string; number: string; kind: string; told: boolean; fileId: string | null }>(
    `select id::text, number, kind, told_at is not null as told, file_id::text as "fileId" from diploma order by serial`,
  );
const messages = () =>
  database.query<{ personId: string; text: string; files: string[] | null }>(
    `select person_id::text as "personId", outgoing->'message'->>'text' as text, outgoing->'message'->'files' as files
     from delivery order by id`,
  );

describe('who gets what', () => {
  test('winners and laureates get diplomas, participants certificates, mentors who agreed and jurors thanks', async () => {
    const winner = await someone('Иванова Мария Петровна');
    const laureate = await someone('Петров Пётр Петрович');
    const other = await someone('Сидорова Ольга Ивановна');
    const helper = await someone('Кузнецова Вера Львовна');
    const juror = await someone('Судейкина Нина Павловна');
    await awarded(winner, 'winner', 1, {});
    await awarded(laureate, 'laureate', 2);
    const { id } = await awarded(other, 'participant', 9);
    await database.query(`update contest_entry set mentor_id = $2, mentor_answer = 'agreed' where id = $1`, [
      id,
      helper.id,
    ]);
    await database.query('insert into contest_juror (contest_id, person_id, added_at) values ($1, $2, $3)', [
      contest.id,
      juror.id,
      now,
    ]);
    const lines = await desk().candidates(coordinator, contest.id, nothing);
    expect(
      lines.map(({ group, kind, award, place, personId }) => [group, kind, award, place, personId]),
    ).toEqual([
      ['diplomas', 'diploma', 'winner', 1, winner.id],
      ['diplomas', 'diploma', 'laureate', 2, laureate.id],
      ['certificates', 'certificate', 'participant', null, other.id],
      ['mentors', 'gratitude', null, null, helper.id],
      ['jurors', 'gratitude', null, null, juror.id],
    ]);
    expect(lines[0]).toMatchObject({
      organization: 'МБОУ «Школа № 3»',
      nomination: 'Мой наставник',
      recipient: { name: { forms: { dative: 'Ивановой Марии Петровне' } } },
    });
  });

  test('each live member of a team gets one, and nobody who left', async () => {
    const author = await someone('Иванова Мария Петровна');
    const [mate, gone] = [await someone('Петрова Анна Ильинична'), await someone('Сидорова Ольга Ивановна')];
    const entry = await awarded(author, 'winner', 1, { teamName: 'Вместе' });
    await database.query(
      `insert into contest_member (entry_id, person_id, joined_at, left_at) values ($1, $2, $4, null), ($1, $3, $4, $4)`,
      [entry.id, mate.id, gone.id, now],
    );
    const lines = await desk().candidates(coordinator, contest.id, nothing);
    expect(lines.map(({ personId, team }) => [personId, team])).toEqual([
      [author.id, 'Вместе'],
      [mate.id, 'Вместе'],
    ]);
  });

  test('of an event whoever came gets a certificate, once it is over', async () => {
    const [came, stayed] = [await someone('Иванова Мария Петровна'), await someone('Петров Пётр Петрович')];
    contest = await contestIn(database, town.programme.id, {
      kind: 'event',
      closesAt: new Date('2022-04-04T06:00:00Z'),
      startsAt: new Date('2022-04-05T04:00:00Z'),
      endsAt: new Date('2022-04-05T06:59:00Z'),
    });
    for (const { id } of [came, stayed])
      await entryIn(database, { contestId: contest.id, personId: id, organizationId: town.school.id });
    await database.query(
      `update contest_member set attended_at = $2, attendance_way = 'list' where person_id = $1`,
      [came.id, now],
    );
    const lines = await desk().candidates(coordinator, contest.id, nothing);
    expect(lines.map(({ personId, kind }) => [personId, kind])).toEqual([[came.id, 'certificate']]);
    await database.query(`update contest set ends_at = $2 where id = $1`, [
      contest.id,
      new Date('2022-04-05T08:00Z'),
    ]);
    await expect(desk().candidates(coordinator, contest.id, nothing)).rejects.toMatchObject({
      code: 'contest-stage',
    });
  });

  test('of another programme nobody is thanked, and nothing is given before the results stand', async () => {
    const stranger = await database.query<{ id: string }>(
      `with other as (insert into programme (key, name) values ('other', 'Другая') returning id)
       insert into person (programme_id, surname, name, patronymic) select id, 'Чужая', 'Анна', '' from other returning id::text`,
    );
    const wish = { personIds: [stranger[0]?.id ?? ''], corrections: [] };
    expect(await desk().candidates(coordinator, contest.id, wish)).toEqual([]);
    contest = await contestIn(database, town.programme.id, { kind: 'work' });
    await expect(desk().candidates(coordinator, contest.id, nothing)).rejects.toMatchObject({
      code: 'contest-stage',
    });
  });
});

describe('giving', () => {
  test('numbers have no gaps, each paper is printed, kept and sent once, however often it is done', async () => {
    const winner = await someone('Иванова Мария Петровна');
    const other = await someone('Петров Пётр Петрович');
    await awarded(winner, 'winner', 1);
    await awarded(other, 'participant');
    const { id } = await order(['diplomas', 'certificates'], 2);
    expect((await rows()).map(({ number, fileId }) => [number, fileId])).toEqual([
      ['МН-2022-0001', null],
      ['МН-2022-0002', null],
    ]);
    expect(await done(id)).toMatchObject({ facts: { diplomas: 2, told: 2, untold: 0 } });
    expect(await done(id)).toMatchObject({ facts: { told: 2 } });
    const sent = await messages();
    expect(sent.map(({ personId }) => personId).sort()).toEqual([winner.id, other.id].sort());
    expect(await database.query('select from stored_file')).toHaveLength(2);
    const [own] = sent.filter(({ personId }) => personId === winner.id);
    expect(own?.text).toMatch(/МН-2022-0001.*nastavnik\.example\.org\/diploma\/[0-9a-z]{26}/s);
    const file = await desk().file(coordinator, (await rows())[0]?.id ?? '');
    expect(file.name).toBe('Диплом МН-2022-0001 Иванова Мария Петровна.pdf');
    const text = textOf(file.bytes);
    expect(text.replace(/\s+/g, ' ')).toContain('Иванова Мария Петровна');
    await expect(order(['diplomas'], 1)).rejects.toMatchObject({ code: 'diploma-nobody' });
  });

  test('two who press at once give one paper each', async () => {
    await awarded(await someone('Иванова Мария Петровна'), 'winner', 1);
    const tries = await Promise.allSettled([order(['diplomas'], 1), order(['diplomas'], 1)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await rows()).map(({ number }) => number)).toEqual(['МН-2022-0001']);
  });

  test('contests of one year share the numbers, and give them at once without gaps', async () => {
    const contests = [
      contest,
      await contestIn(database, town.programme.id, { kind: 'work', state: 'published' }),
    ];
    for (const [index, each] of contests.entries()) {
      contest = each;
      for (let at = 0; at < 6; at += 1)
        await awarded(await someone(`Петр${'абвгде'[at]}ва${'аб'[index]} Анна Ильинична`), 'winner', 1);
    }
    await Promise.all(
      contests.map(({ id }) =>
        desk().issue(coordinator, id, { ...nothing, templates: {}, groups: ['diplomas'], count: 6 }, null),
      ),
    );
    const serials = await database.query<{ serial: number }>('select serial from diploma order by serial');
    expect(serials.map(({ serial }) => serial)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  });

  test('whoever saw another list gives nothing, nor anybody without an address for checking', async () => {
    await awarded(await someone('Иванова Мария Петровна'), 'winner', 1);
    await expect(order(['diplomas'], 2)).rejects.toMatchObject({
      code: 'diploma-list-changed',
      facts: { count: 1 },
    });
    const nowhere = createDiplomaDesk({ ...deps(), pageUrl: () => null });
    const wish = { ...nothing, templates: {}, groups: ['diplomas'] as const, count: 1 };
    await expect(nowhere.issue(coordinator, contest.id, wish, null)).rejects.toMatchObject({
      code: 'diploma-no-address',
    });
    expect(await rows()).toEqual([]);
  });

  test('before the results are published papers are printed and nobody is told', async () => {
    contest = await contestIn(database, town.programme.id, { kind: 'work', state: 'checked' });
    const winner = await someone('Иванова Мария Петровна');
    await awarded(winner, 'winner', 1);
    const { id } = await order(['diplomas'], 1);
    expect(await done(id)).toMatchObject({ facts: { told: 0, untold: 1 } });
    expect(await messages()).toEqual([]);
    await database.query(`update contest set state = 'published', published_at = $2 where id = $1`, [
      contest.id,
      now,
    ]);
    await done((await desk().send(coordinator, contest.id, null)).id);
    expect((await messages()).map(({ personId }) => personId)).toEqual([winner.id]);
    await expect(desk().send(coordinator, contest.id, null)).rejects.toMatchObject({
      code: 'diploma-nobody',
    });
  });

  test('whoever has no chat is told nothing, and keeps waiting for it', async () => {
    await awarded(await someone('Иванова Мария Петровна', 'mentor', null), 'winner', 1);
    expect(await done((await order(['diplomas'], 1)).id)).toMatchObject({ facts: { untold: 1 } });
    const { items } = await desk().register(
      coordinator,
      { page: 1, size: 10, sort: 'number', descending: false, q: null },
      { contestId: contest.id, kind: null, state: null },
    );
    expect(items).toMatchObject([{ state: 'waiting', name: 'Иванова Мария Петровна' }]);
  });

  test('a messenger that may not name others carries no file whose title may name somebody', async () => {
    const known = await someone('Серебрякова Нина Львовна');
    const plain = await someone('Иванова Мария Петровна', 'mentor', 'telegram');
    const naming = await someone('Петрова Анна Ильинична', 'mentor', 'telegram');
    await awarded(plain, 'winner', 1, { title: 'История одного урока' });
    await awarded(naming, 'winner', 1, { title: `серебряковы уроки` });
    await done((await order(['diplomas'], 2)).id);
    const sent = await messages();
    expect(sent.find(({ personId }) => personId === plain.id)?.files).toHaveLength(1);
    expect(sent.find(({ personId }) => personId === naming.id)?.files).toBeNull();
    expect(known.surname).toBe('Серебрякова');
  });

  test('a doubtful name is corrected for this paper, and remembered if it is wished', async () => {
    const person = await someone('Дюма Александра Петровна');
    await awarded(person, 'winner', 1);
    const [line] = await desk().candidates(coordinator, contest.id, nothing);
    expect(line).toMatchObject({ doubtful: true });
    const forms = {
      genitive: 'Дюма Александры Петровны',
      dative: 'Дюма Александре Петровне',
      accusative: 'Дюма Александру Петровну',
      instrumental: 'Дюма Александрой Петровной',
      prepositional: 'Дюма Александре Петровне',
    };
    const correction: AwardCorrection = {
      personId: person.id,
      gender: 'female',
      post: 'учитель',
      nameForms: forms,
      postForms: null,
      remember: true,
    };
    const wish = { personIds: [], corrections: [correction] };
    expect((await desk().candidates(coordinator, contest.id, wish))[0]).toMatchObject({
      doubtful: false,
      corrected: true,
      recipient: { name: { forms }, post: { nominative: 'учитель' } },
    });
    const preview = await desk().preview(coordinator, contest.id, line?.key ?? '', {
      ...wish,
      templates: {},
    });
    expect(textOf(preview.bytes)).toContain('Александра');
    await order(['diplomas'], 1, { corrections: [correction] });
    const [shown] = await database.query<{ dative: string; doubtful: boolean }>(
      `select shown->'facts'->'recipient'->'name'->'forms'->>'dative' as dative, doubtful from diploma`,
    );
    expect(shown).toEqual({ dative: 'Дюма Александре Петровне', doubtful: false });
  });
});

describe('afterwards', () => {
  async function one() {
    const person = await someone('Иванова Мария Петровна');
    await awarded(person, 'winner', 1);
    await done((await order(['diplomas'], 1)).id);
    const [row] = await rows();
    return { person, id: row?.id ?? '' };
  }

  test('a revoked one keeps its number, and its successor gets the next', async () => {
    const { id } = await one();
    await desk().revoke(coordinator, id, 'Ошибка в имени');
    await expect(desk().revoke(coordinator, id, 'Ещё раз')).rejects.toMatchObject({ code: 'state-passed' });
    const wish = { reason: 'Ошибка', correction: null, templates: {} };
    await done((await desk().reissue(coordinator, id, wish, null)).id);
    const register = await database.query(
      `select number, revoked_at is not null as revoked, reason, told_at is not null as told from diploma order by serial`,
    );
    expect(register).toEqual([
      { number: 'МН-2022-0001', revoked: true, reason: 'Ошибка в имени', told: true },
      { number: 'МН-2022-0002', revoked: false, reason: '', told: true },
    ]);
    await expect(desk().reissue(coordinator, id, wish, null)).rejects.toMatchObject({ code: 'state-passed' });
  });

  test('a school sees the papers of its own people alone, and gives none', async () => {
    const { id } = await one();
    const seen = async (organizationId: string) => {
      const head = await town.person('Директорова Ольга Ильинична', 'head', organizationId);
      const staff = staffAs(head.id, town.programme.id, [{ role: 'head', organizationId }]);
      const query = { page: 1, size: 10, sort: 'name', descending: true, q: 'иванова' } as const;
      const { items } = await desk().register(staff, query, { contestId: null, kind: null, state: null });
      return { staff, ids: items.map((each) => each.id) };
    };
    const own = await seen(town.school.id);
    expect(own.ids).toEqual([id]);
    const foreign = await seen(town.otherSchool.id);
    expect(foreign.ids).toEqual([]);
    await expect(desk().file(foreign.staff, id)).rejects.toMatchObject({ code: 'diploma-unknown' });
    await expect(desk().revoke(own.staff, id, 'Нет')).rejects.toMatchObject({ code: 'may-not' });
  });

  test('all of them come in one archive, and the register as a spreadsheet', async () => {
    await one();
    const made = await done((await desk().pack(coordinator, contest.id, null)).id);
    expect(made).toMatchObject({ facts: { diplomas: 1 } });
    const asked = { sort: 'number', descending: false, q: null } as const;
    const all = { contestId: contest.id, kind: null, state: null };
    const csv = await desk().export(coordinator, asked, all, 'csv');
    expect(new TextDecoder().decode(csv.bytes)).toContain('МН-2022-0001');
  });

  test('somebody erased leaves a number without a name and without a file', async () => {
    const { person, id } = await one();
    await database.transaction((sql) => erasePerson(sql, person.id, now));
    expect(await database.query('select from stored_file')).toEqual([]);
    await expect(desk().file(coordinator, id)).rejects.toMatchObject({ code: 'diploma-unknown' });
    expect(await rows()).toMatchObject([{ number: 'МН-2022-0001', fileId: null }]);
  });

  test('a paper that names somebody erased is printed anew without the name', async () => {
    const named = await someone('Серебрякова Нина Львовна');
    const person = await someone('Иванова Мария Петровна');
    await awarded(person, 'winner', 1, { title: 'Серебрякова Нина — мой наставник' });
    await done((await order(['diplomas'], 1)).id);
    const [before] = await rows();
    await database.transaction((sql) => erasePerson(sql, named.id, now));
    expect(await rows()).toMatchObject([{ fileId: null }]);
    expect(await database.query('select from stored_file')).toEqual([]);
    const { bytes } = await desk().file(coordinator, before?.id ?? '');
    const text = textOf(bytes);
    expect(text).toContain('Иванова');
    expect(text).not.toContain('Серебряков');
  });
});

describe('designs', () => {
  const templates = () => createDiplomaTemplateDesk(deps());

  test('a change is the next version, and what is given is printed by the newest one', async () => {
    const design = { ...diplomaDesigns.diploma, heading: 'ПОЧЁТНАЯ ГРАМОТА' };
    const draft = { kind: 'diploma', name: 'Городской', design } as const;
    const { template } = await templates().save(coordinator, draft);
    expect(await templates().save(coordinator, draft)).toMatchObject({ template: { version: 2 } });
    await awarded(await someone('Иванова Мария Петровна'), 'winner', 1);
    await order(['diplomas'], 1);
    const [row] = await database.query<{ heading: string; version: number }>(
      `select d.shown->'design'->>'heading' as heading, t.version from diploma d join diploma_template t on t.id = d.template_id`,
    );
    expect(row).toEqual({ heading: 'ПОЧЁТНАЯ ГРАМОТА', version: 2 });
    await templates().archive(coordinator, template?.id ?? '', true);
    const [kind] = await templates().list(coordinator);
    expect(kind?.versions.map(({ version, archivedAt }) => [version, archivedAt !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test('a faulty design is not kept, and another file is never its picture', async () => {
    const faulty = { ...diplomaDesigns.diploma, heading: '' };
    const draft = { kind: 'diploma', name: 'Городской', design: faulty } as const;
    expect(await templates().save(coordinator, draft)).toMatchObject({
      template: null,
      faults: [{ code: 'empty', at: 'heading' }],
    });
    const [file] = await database.query<{ id: string }>(
      `insert into stored_file (name, mime, state, bytes) values ('a.png', 'image/png', 'stored', 'x') returning id::text`,
    );
    const design = {
      ...diplomaDesigns.diploma,
      picture: { fileId: file?.id ?? '', place: 'emblem' },
    } as const;
    await expect(templates().save(coordinator, { ...draft, design })).rejects.toMatchObject({
      code: 'file-unknown',
    });
    expect(await templates().putPicture(coordinator, 'background', new Uint8Array(9))).toEqual({
      code: 'picture-kind',
    });
  });

  test('a preview names somebody invented', async () => {
    const { bytes } = await templates().preview(coordinator, {
      kind: 'gratitude',
      design: diplomaDesigns.gratitude,
    });
    expect(textOf(bytes)).toContain('Образцов');
  });
});
