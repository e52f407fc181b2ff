import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { docxLines } from '../../test/helpers/docx-text.ts';
import { pairing } from '../../test/helpers/pairing.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createErrandQueue } from '../database/repositories/errand-queue.ts';
import { createNameExceptionBook } from '../database/repositories/name-exception-book.ts';
import type { Database } from '../database/sql.ts';
import type { OrderDesk } from '../domain/documents/order-desk.ts';
import type { PairOrder } from '../domain/documents/pair-order.ts';
import { formsOf } from '../domain/names/name-cases.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { versionOf } from '../domain/staff/version.ts';
import { createErrandRunner } from '../jobs/errands.ts';
import { createErrandKinds } from './errand-kinds.ts';
import { createOrderDesk } from './order-desk.ts';

let database: Database;
let town: Town;
let curator: Staff;
let stranger: Staff;
let coordinator: Staff;
let desk: OrderDesk;
const now = new Date('2022-09-06T10:00:00+04:00');
const clock = { now: () => now };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  const as = async (names: string, role: 'curator' | 'coordinator', organizationId: string) =>
    staffAs((await town.person(names, role, organizationId)).id, town.programme.id, [
      { role, organizationId },
    ]);
  curator = await as('Ушакова Анна Ильинична', 'curator', town.school.id);
  stranger = await as('Лаптева Нина Павловна', 'curator', town.otherSchool.id);
  coordinator = await as('Широбокова Ольга Ивановна', 'coordinator', town.office.id);
  await town.person('Данилова Ольга Петровна', 'head', town.school.id);
  await town.person('Седых Ирина Львовна', 'deputy-head', town.school.id);
  desk = createOrderDesk(deskDeps(database, clock));
});

const city = () => pairing(database, town);
async function agreedPair(
  mentor = 'Иванова Анна Петровна',
  mentee = 'Петров Иван Сергеевич',
  school = town.school.id,
) {
  const pairs = city();
  const id = await pairs.propose(
    await pairs.mentor(mentor, 2, school),
    [await pairs.mentee(mentee, school)],
    {
      organizationId: school,
    },
  );
  await pairs.agree(id);
  return id;
}
const drafted = async (...pairIds: string[]) => {
  const { id } = await desk.create(curator, { organizationId: town.school.id, pairIds }, null);
  return desk.get(curator, id);
};
const textOf = async (order: PairOrder) => docxLines((await desk.file(curator, order.id, 'print')).bytes);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );
const pairState = async (id: string) =>
  (
    await database.query<{ state: string; order: string | null }>(
      'select state, order_id::text as "order" from pair where id = $1',
      [id],
    )
  )[0];
const pdf = { name: 'скан.pdf', bytes: new TextEncoder().encode('%PDF-1.7 …') };

test('an order goes from agreed pairs to a signed original', async () => {
  const pairId = await agreedPair();
  expect(await desk.waiting(coordinator)).toEqual([
    { organizationId: town.school.id, organizationName: 'Школа № 3', pairs: 1 },
  ]);
  expect((await desk.candidates(curator, town.school.id)).pairs).toMatchObject([
    { id: pairId, mentor: 'Иванова Анна Петровна', mentees: ['Петров Иван Сергеевич'] },
  ]);
  const order = await drafted(pairId);
  expect(order).toMatchObject({ state: 'draft', number: null, fileId: null });
  expect((await desk.candidates(curator, town.school.id)).pairs).toEqual([]);
  const printed = await desk.print(curator, order.id);
  expect(printed).toMatchObject({ state: 'printed', isPrintCurrent: true });
  expect(await textOf(order)).toEqual([
    'МБОУ «Школа № 3»',
    'ПРИКАЗ',
    '«____» ______________ 20___ г. № ________',
    'О закреплении наставнических пар',
    'В целях реализации программы «Наставничество» и на основании согласий участников',
    'ПРИКАЗЫВАЮ:',
    '1. Закрепить наставником учителя физики Иванову Анну Петровну за учителем Петровым Иваном Сергеевичем на срок с 15 сентября 2022 г. по 31 мая 2023 г. (форма наставничества «педагог – педагог»).',
    expect.stringMatching(/^2\. Наставникам разработать/u),
    expect.stringMatching(/^3\. Наставникам и наставляемым/u),
    '4. Контроль за исполнением настоящего приказа возложить на заместителя директора Седых Ирину Львовну.',
    'Приложение: согласия участников на обработку персональных данных.',
    'Директор О.\u00a0П.\u00a0Данилова',
    'С приказом ознакомлены:',
    expect.stringContaining('Иванова\u00a0А.\u00a0П. |'),
    expect.stringContaining('Петров\u00a0И.\u00a0С. |'),
    expect.stringContaining('Седых\u00a0И.\u00a0Л. |'),
  ]);
  expect(await pairState(pairId)).toEqual({ state: 'agreed', order: null });
  const registered = await desk.register(curator, order.id, { number: '45-од', orderedOn: '2022-09-06' });
  expect(registered).toMatchObject({ state: 'registered', number: '45-од' });
  expect(await pairState(pairId)).toEqual({ state: 'ordered', order: order.id });
  const scanned = await desk.scan(curator, order.id, pdf);
  expect(scanned.scanFileId).not.toBeNull();
  expect(await desk.file(curator, order.id, 'scan')).toMatchObject({
    name: 'Приказ № 45-од Школа № 3 скан.pdf',
    mime: 'application/pdf',
  });
  expect((await desk.file(curator, order.id, 'print')).name).toBe('Приказ № 45-од Школа № 3.docx');
  expect(scanned.events.map(({ kind }) => kind)).toEqual(['drafted', 'printed', 'registered', 'scanned']);
});

test('nobody of another organization sees an order, and a viewer changes none', async () => {
  const order = await drafted(await agreedPair());
  const viewer = staffAs('999', town.programme.id, [{ role: 'viewer', organizationId: town.office.id }]);
  const calls: ((staff: Staff) => Promise<unknown>)[] = [
    (staff) => desk.print(staff, order.id),
    (staff) => desk.cancel(staff, order.id, 'нет'),
    (staff) => desk.register(staff, order.id, { number: '1', orderedOn: '2022-09-06' }),
    (staff) => desk.scan(staff, order.id, pdf),
    (staff) => desk.edit(staff, order.id, 'x', { ...order, pairIds: [] }),
    (staff) => desk.printMany(staff, [order.id], null),
  ];
  for (const call of calls) {
    expect(await code(call(stranger))).toBe('order-unknown');
    expect(await code(call(viewer))).toBe('may-not');
  }
  for (const call of [desk.get, desk.preview])
    expect(await code(call(stranger, order.id))).toBe('order-unknown');
  expect(await code(desk.file(stranger, order.id, 'print'))).toBe('order-unknown');
  expect(await code(desk.candidates(stranger, town.school.id))).toBe('organization-unknown');
  expect(await code(desk.create(stranger, { organizationId: town.school.id, pairIds: [] }, null))).toBe(
    'organization-unknown',
  );
  const query = { page: 1, size: 10, sort: 'created', descending: true, q: null } as const;
  expect(await desk.list(stranger, query, { state: null, organizationId: null })).toEqual({
    items: [],
    total: 0,
  });
  expect(await desk.list(viewer, query, { state: 'draft', organizationId: null })).toMatchObject({
    total: 1,
    items: [{ organizationName: 'Школа № 3', pairs: 1, hasScan: false }],
  });
});

describe('names', () => {
  test('the clerk corrects a form, and it stays through everything that follows', async () => {
    const order = await drafted(await agreedPair('Мисюль Анна Петровна'));
    const person = order.people.find(({ name }) => name.startsWith('Мисюль'));
    expect(person).toMatchObject({
      doubtful: true,
      corrected: false,
      gender: 'female',
      post: 'учитель физики',
    });
    const nameForms = formsOf((each) =>
      each === 'accusative' ? 'Мисюлю Анну Петровну' : 'Мисюли Анны Петровны',
    );
    const changed = await desk.correct(curator, order.id, versionOf(order), person?.personId ?? '', {
      gender: 'female',
      post: 'учитель астрономии',
      nameForms,
      postForms: null,
      remember: false,
    });
    expect(changed.people.find(({ personId }) => personId === person?.personId)).toMatchObject({
      doubtful: false,
      corrected: true,
      postForms: { accusative: 'учителя астрономии' },
    });
    const edited = await desk.edit(curator, order.id, versionOf(changed), {
      ...changed,
      points: ['Раз'],
      pairIds: changed.pairs.map(({ id }) => id),
    });
    await desk.print(curator, order.id);
    expect((await textOf(edited)).join('\n')).toContain('учителя астрономии Мисюлю Анну Петровну');
    expect(await createNameExceptionBook(database).list(town.programme.id)).toEqual([]);
  });

  test('what is to be remembered holds for the next order, part by part', async () => {
    const order = await drafted(await agreedPair('Мисюль Анна Петровна'));
    const person = order.people.find(({ name }) => name.startsWith('Мисюль'));
    const nameForms = formsOf((each) => (person?.nameForms[each] ?? '').replace('Мисюль', 'Мисюля'));
    await desk.correct(curator, order.id, versionOf(order), person?.personId ?? '', {
      gender: 'female',
      post: 'учитель физики',
      nameForms,
      postForms: formsOf(() => 'учителку'),
      remember: true,
    });
    expect(await createNameExceptionBook(database).list(town.programme.id)).toMatchObject([
      { part: 'surname', gender: 'female', nominative: 'мисюль', forms: { dative: 'Мисюля' } },
      { part: 'post', gender: null, nominative: 'учитель физики' },
    ]);
    await desk.cancel(curator, order.id, 'заново');
    const pair = (await desk.candidates(curator, town.school.id)).pairs[0];
    const again = await drafted(pair?.id ?? '');
    expect(again.people.find(({ name }) => name.startsWith('Мисюль'))).toMatchObject({
      doubtful: false,
      corrected: false,
      nameForms: { dative: 'Мисюля Анне Петровне' },
      postForms: { dative: 'учителку' },
    });
  });

  test('of two clerks the second one is shown what the first has made of it', async () => {
    const order = await drafted(await agreedPair());
    const changed = { ...order, basis: 'Иначе', pairIds: order.pairs.map(({ id }) => id) };
    await desk.edit(curator, order.id, versionOf(order), changed);
    await expect(desk.edit(coordinator, order.id, versionOf(order), changed)).rejects.toMatchObject({
      name: 'Outdated',
      current: { basis: 'Иначе' },
    });
  });
});

describe('what stands in the way', () => {
  test('a pair that is in an order already, that is of another school, or not agreed', async () => {
    const pairId = await agreedPair();
    await drafted(pairId);
    const elsewhere = await agreedPair('Серов Олег Ильич', 'Юшков Пётр Лукич', town.otherSchool.id);
    const pairs = city();
    const proposed = await pairs.propose(await pairs.mentor('Громова Вера Ильинична'), [
      await pairs.mentee('Зуева Инна Олеговна'),
    ]);
    for (const ids of [[pairId], [elsewhere], [proposed], ['999']]) {
      expect(await code(desk.create(curator, { organizationId: town.school.id, pairIds: ids }, null))).toBe(
        'order-pair-gone',
      );
    }
  });

  test('no number before the printing, none of the future, none twice in a year', async () => {
    const order = await drafted(await agreedPair());
    const numbered = { number: '7', orderedOn: '2022-09-06' };
    expect(await code(desk.register(curator, order.id, numbered))).toBe('order-not-printed');
    await desk.print(curator, order.id);
    expect(await code(desk.register(curator, order.id, { ...numbered, orderedOn: '2022-09-07' }))).toBe(
      'order-date',
    );
    const printed = await desk.get(curator, order.id);
    await desk.edit(curator, order.id, versionOf(printed), {
      ...printed,
      pairIds: printed.pairs.map(({ id }) => id),
    });
    expect(await code(desk.register(curator, order.id, numbered)), 'changed since').toBe('order-not-printed');
    await desk.print(curator, order.id);
    await desk.register(curator, order.id, numbered);
    const other = await drafted(await agreedPair('Серов Олег Ильич', 'Юшков Пётр Лукич'));
    await desk.print(curator, other.id);
    expect(await code(desk.register(curator, other.id, numbered))).toBe('order-number-taken');
    expect(await code(desk.register(curator, other.id, { ...numbered, orderedOn: '2021-12-30' }))).toBe(
      'allowed',
    );
    expect(await code(desk.cancel(curator, order.id, 'поздно'))).toBe('order-registered');
    expect(await code(desk.print(curator, order.id))).toBe('order-registered');
    expect(await desk.register(curator, order.id, { number: '8', orderedOn: '2022-09-05' })).toMatchObject({
      number: '8',
    });
  });

  test('a pair that came apart has to come out before the printing', async () => {
    const pairId = await agreedPair();
    const order = await drafted(pairId, await agreedPair('Серов Олег Ильич', 'Юшков Пётр Лукич'));
    await city().inBook((book) => book.withdraw(pairId, null, '', now));
    expect(await code(desk.print(curator, order.id))).toBe('order-pair-gone');
    const seen = await desk.get(curator, order.id);
    const pairIds = seen.pairs.filter(({ state }) => state === 'agreed').map(({ id }) => id);
    await desk.edit(curator, order.id, versionOf(seen), { ...seen, pairIds });
    expect(await desk.print(curator, order.id)).toMatchObject({ state: 'printed' });
    expect((await desk.get(curator, order.id)).people.map(({ name }) => name)).not.toContain(
      'Иванова Анна Петровна',
    );
  });

  test('a consent taken back before the number is entered keeps the pair from being ordered, and the number free', async () => {
    const pairId = await agreedPair();
    const order = await drafted(pairId);
    await desk.print(curator, order.id);
    await database.query('update consent set withdrawn_at = $1', [now]);
    expect(await code(desk.register(curator, order.id, { number: '9', orderedOn: '2022-09-06' }))).toBe(
      'consent-missing',
    );
    expect(await desk.get(curator, order.id)).toMatchObject({ state: 'printed', number: null });
  });

  test('a scan is a picture or a PDF of a registered order, a signer somebody of the school', async () => {
    const order = await drafted(await agreedPair());
    expect(await code(desk.scan(curator, order.id, pdf))).toBe('order-not-registered');
    const pairIds = order.pairs.map(({ id }) => id);
    expect(
      await code(
        desk.edit(curator, order.id, versionOf(order), { ...order, pairIds, signerId: stranger.personId }),
      ),
    ).toBe('official-unknown');
    await desk.print(curator, order.id);
    await desk.register(curator, order.id, { number: '9', orderedOn: '2022-09-06' });
    const bytes = new TextEncoder().encode('MZ\u0090');
    expect(await code(desk.scan(curator, order.id, { name: 'скан.pdf', bytes }))).toBe('program');
    expect(await code(desk.scan(curator, order.id, { name: 'скан.txt', bytes: pdf.bytes }))).toBe(
      'not-a-scan',
    );
  });
});

test('cancelled, its pairs wait for another order', async () => {
  const pairId = await agreedPair();
  const order = await drafted(pairId);
  await desk.print(curator, order.id);
  expect(await desk.cancel(curator, order.id, 'ошибка')).toMatchObject({ state: 'cancelled' });
  expect((await desk.candidates(curator, town.school.id)).pairs.map(({ id }) => id)).toEqual([pairId]);
  expect((await drafted(pairId)).state).toBe('draft');
});

test('printed again, the former file is gone and the history has both', async () => {
  const order = await drafted(await agreedPair());
  await desk.print(curator, order.id);
  const { events } = await desk.print(curator, order.id);
  expect(events.filter(({ kind }) => kind === 'printed')).toHaveLength(2);
  expect(await database.query(`select from stored_file`)).toHaveLength(1);
});

test('the audit tells what was done and names nobody', async () => {
  const order = await drafted(await agreedPair());
  await desk.print(curator, order.id);
  await desk.register(curator, order.id, { number: '9', orderedOn: '2022-09-06' });
  const rows = await database.query<{ action: string }>('select * from audit order by id');
  expect(rows.map(({ action }) => action)).toEqual(['order.drafted', 'order.printed', 'order.registered']);
  expect(JSON.stringify(rows)).not.toMatch(/Иванов|Петров/u);
});

test('many are printed as long work, once each, and again only what has changed', async () => {
  for (const [mentor, mentee] of [
    ['Иванова Анна Петровна', 'Петров Иван Сергеевич'],
    ['Серов Олег Ильич', 'Юшков Пётр Лукич'],
    ['Громова Вера Ильинична', 'Зуева Инна Олеговна'],
  ] as const)
    await drafted(await agreedPair(mentor, mentee));
  const { items } = await desk.list(
    curator,
    { page: 1, size: 10, sort: 'created', descending: false, q: null },
    { state: null, organizationId: null },
  );
  const ids = items.map(({ id }) => id);
  const [first = '', second = '', third = ''] = ids;
  await desk.print(curator, first);
  await desk.cancel(curator, third, 'лишний');
  const run = async () => {
    const { id } = await desk.printMany(curator, ids, null);
    const queue = createErrandQueue(database);
    const runner = createErrandRunner({
      queue,
      kinds: createErrandKinds({ database, clock, mayNameOthers: () => false }),
      clock,
      log: notedLog(),
    });
    runner.wake();
    await runner.idle();
    await runner.stop();
    const [row] = await database.query<{ state: string; facts: object; bytes: Buffer }>(
      'select e.state, e.facts, f.bytes from errand e join stored_file f on f.id = e.file_id where e.id = $1',
      [id],
    );
    return row;
  };
  const call = { key: 'once-is-enough', requestHash: 'hash' };
  const asked = await desk.printMany(curator, ids, call);
  expect(await desk.printMany(curator, ids, call)).toEqual(asked);
  await database.query('delete from errand');
  const errand = await run();
  expect(errand).toMatchObject({ state: 'done', facts: { orders: 2, skipped: 1 } });
  const zip = unzipSync(errand?.bytes ?? new Uint8Array());
  expect(Object.keys(zip)).toEqual([
    `Приказ (проект ${first}) Школа № 3.docx`,
    `Приказ (проект ${second}) Школа № 3.docx`,
  ]);
  expect((await docxLines(Object.values(zip)[1] ?? new Uint8Array())).join('\n')).toContain(
    'Серова Олега Ильича',
  );
  await run();
  const prints = await database.query(`select order_id from pair_order_event where kind = 'printed'`);
  expect(prints).toHaveLength(2);
});

test('one draft for each organization with pairs that wait', async () => {
  await agreedPair();
  await agreedPair('Серов Олег Ильич', 'Юшков Пётр Лукич', town.otherSchool.id);
  expect((await desk.createAll(coordinator, null)).ids).toHaveLength(2);
  expect((await desk.createAll(coordinator, null)).ids).toEqual([]);
});
