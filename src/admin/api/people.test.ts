import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import {
  type Caller,
  deskDeps,
  type PanelServer,
  panelServer,
  staffAs,
} from '../../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createPersonBook } from '../../database/repositories/person-book.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import { createDesks } from '../../desks/desks.ts';
import { createVault } from '../../desks/vault.ts';
import type { Person } from '../../domain/people/person.ts';

const now = new Date('2026-10-05T08:00:00Z');
let database: Database;
let town: Town;
let panel: PanelServer;
let coordinator: Caller;
let curator: Caller;
let viewer: Caller;
let mentor: Person;
let stranger: Person;
let told = 0;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  panel = await panelServer(
    database,
    { now: () => now },
    {
      answered() {
        told += 1;
      },
    },
  );
  const boss = await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id);
  const own = await town.person('Рябова Ксения Олеговна', 'curator', town.school.id);
  const looker = await town.person('Зорина Вера Павловна', 'office-head', town.office.id);
  mentor = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
  stranger = await town.person('Семёнова Алёна Петровна', 'mentor', town.otherSchool.id);
  await database.query(`update person set phone = '+79124567890' where id = $1`, [mentor.id]);
  coordinator = await panel.signedIn(boss.id);
  curator = await panel.signedIn(own.id);
  viewer = await panel.signedIn(looker.id);
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});

const audited = (action: string) =>
  database.query<{ before: object | null; after: object | null; subject: string }>(
    'select before, after, subject_id as subject from audit where action = $1 order by id',
    [action],
  );

test('a list is a page of people within reach', async () => {
  const all = await coordinator.get('/api/people?sort=-surname&size=2');
  expect(all.status).toBe(200);
  expect(all.body).toMatchObject({
    total: 5,
    page: 1,
    size: 2,
    items: [{ surname: 'Ушакова' }, { surname: 'Семёнова' }],
  });
  const own = await curator.get('/api/people?role=mentor');
  expect(own.body.items.map(({ surname }: Person) => surname)).toEqual(['Бабинцева']);
  expect((await curator.get('/api/people?q=ctvtyjdf')).body.total).toBe(0);
  expect((await coordinator.get('/api/people?q=ctvtyjdf')).body.items).toMatchObject([
    { surname: 'Семёнова' },
  ]);
  expect((await coordinator.get('/api/people?role=nobody')).status).toBe(400);
  expect(told).toBe(0);
});

test('a card shows phones only to whoever may see them, and nobody out of reach', async () => {
  const seen = await curator.get(`/api/people/${mentor.id}`);
  expect(seen.body).toMatchObject({
    card: {
      facts: { surname: 'Бабинцева', phone: '+79124567890' },
      lacks: ['personal-data', 'participation'],
    },
    may: { edit: true, appoint: ['association-head', 'mentor', 'mentee'], standFor: true, seeContacts: true },
  });
  expect(seen.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
  const looked = await viewer.get(`/api/people/${mentor.id}`);
  expect(looked.text).not.toContain('9124567890');
  expect(looked.body.may).toEqual({ edit: false, appoint: [], standFor: false, seeContacts: false });
  const foreign = await curator.get(`/api/people/${stranger.id}`);
  const nobody = await curator.get('/api/people/999999');
  expect(foreign.status).toBe(404);
  expect(foreign.text).toBe(nobody.text);
  expect((await curator.get(`/api/people/${stranger.id}/messages`)).status).toBe(404);
});

test('whoever corrects something that was changed meanwhile is shown both', async () => {
  const { headers, body } = await curator.get(`/api/people/${mentor.id}`);
  const version = headers.get('etag') ?? '';
  const facts = { ...body.card.facts, birthYear: 1980 };
  expect((await curator.patch(`/api/people/${mentor.id}`, facts)).status).toBe(428);
  const saved = await curator.patch(`/api/people/${mentor.id}`, facts, { 'if-match': version });
  expect(saved).toMatchObject({ status: 200, body: { birthYear: 1980 } });
  const second = await coordinator.patch(
    `/api/people/${mentor.id}`,
    { ...facts, birthYear: 1990 },
    { 'if-match': version },
  );
  expect(second).toMatchObject({ status: 412, body: { current: { birthYear: 1980 } } });
  const upon = `"${second.body.version}"`;
  expect(
    (await coordinator.patch(`/api/people/${mentor.id}`, { ...facts, birthYear: 1990 }, { 'if-match': upon }))
      .status,
  ).toBe(200);
  const wrong = { ...facts, surname: '12345' };
  expect(
    await coordinator.patch(`/api/people/${mentor.id}`, wrong, {
      'if-match': saved.headers.get('etag') ?? '',
    }),
  ).toMatchObject({ status: 412 });
  const now = (await coordinator.get(`/api/people/${mentor.id}`)).headers.get('etag') ?? '';
  expect(await coordinator.patch(`/api/people/${mentor.id}`, wrong, { 'if-match': now })).toMatchObject({
    status: 422,
    body: { code: 'facts-wrong' },
  });
  expect(await audited('person.edited')).toMatchObject([{ subject: mentor.id }, { subject: mentor.id }]);
  expect(JSON.stringify(await audited('person.edited'))).not.toMatch(/Бабинцева|1980|9124567890/);
});

test('people are entered once, with what they are appointed to', async () => {
  const body = {
    surname: 'Новая',
    name: 'Ольга',
    patronymic: '',
    birthYear: null,
    phone: '8 912 000-11-22',
    role: 'mentee',
    organizationId: town.school.id,
  };
  const key = { 'idempotency-key': 'a-key-of-mine' };
  const first = await curator.post('/api/people', body, key);
  expect(first.status).toBe(201);
  expect((await curator.post('/api/people', body, key)).body).toEqual(first.body);
  const [stored] = await database.query(
    'select phone, count(*) over () as count from person where surname = $1',
    ['Новая'],
  );
  expect(stored).toEqual({ phone: '+79120001122', count: '1' });
  expect(await curator.post('/api/people', { ...body, role: 'curator' })).toMatchObject({
    status: 403,
    body: { code: 'may-not-appoint' },
  });
  expect((await curator.post('/api/people', { ...body, organizationId: town.otherSchool.id })).status).toBe(
    404,
  );
  expect((await coordinator.post('/api/people', { ...body, organizationId: '999999' })).status).toBe(404);
  expect((await coordinator.post('/api/people', { ...body, role: 'administrator' })).status).toBe(403);
  expect((await viewer.post('/api/people', body)).status).toBe(403);
});

test('staff appoint and dismiss what is theirs to give', async () => {
  const post = { role: 'deputy-head', organizationId: town.school.id };
  const path = `/api/people/${mentor.id}/appointments`;
  expect((await coordinator.post(path, post)).status).toBe(200);
  expect(
    (await curator.call('DELETE', `${path}?role=deputy-head&organizationId=${town.school.id}`)).status,
  ).toBe(403);
  expect(
    (await coordinator.call('DELETE', `${path}?role=deputy-head&organizationId=${town.school.id}`)).status,
  ).toBe(200);
  expect(
    await coordinator.call('DELETE', `${path}?role=deputy-head&organizationId=${town.school.id}`),
  ).toMatchObject({ status: 409, body: { code: 'not-appointed' } });
  expect(await audited('person.appointed')).toMatchObject([{ after: { role: 'deputy-head' } }]);
});

test('whoever sees the whole city is no school’s to correct, wherever else they work', async () => {
  const both = await town.person('Громов Олег Ильич', 'mentor', town.school.id);
  await database.query(
    `insert into appointment (person_id, role, organization_id) values ($1, 'coordinator', $2)`,
    [both.id, town.office.id],
  );
  const path = `/api/people/${both.id}`;
  const seen = await curator.get(path);
  expect(seen.body.may).toMatchObject({ edit: false });
  const facts = { surname: 'Громов', name: 'Олег', patronymic: '', phone: null, birthYear: null };
  const change = async (who: typeof curator) =>
    who.patch(path, facts, { 'if-match': (await who.get(path)).headers.get('etag') ?? '' });
  expect(await change(curator)).toMatchObject({ status: 403, body: { code: 'may-not-correct' } });
  expect(await curator.put(`${path}/pause`, { until: '2026-10-20' })).toMatchObject({ status: 403 });
  expect((await change(coordinator)).status).toBe(200);
});

test('an invitation and an unlinked chat are nobody’s business who could not appoint to all that somebody is', async () => {
  const invited = await curator.post(`/api/people/${mentor.id}/invitations`);
  expect(invited.status).toBe(201);
  expect(invited.body.code).toMatch(/^.{3}-.{3}-.{3}$/);
  await database.query(
    `insert into setting (key, value) values ('bot:vk', '{"link":"https://vk.me/x?ref="}')`,
  );
  const again = await curator.post(`/api/people/${mentor.id}/invitations`);
  expect(again.body.links.find(({ link }: { link: string | null }) => link !== null).qr).toContain('<svg');
  const head = await town.person('Громова Нина Львовна', 'head', town.school.id);
  expect(await curator.post(`/api/people/${head.id}/invitations`)).toMatchObject({
    status: 403,
    body: { code: 'may-not-stand-for' },
  });
  expect((await coordinator.post(`/api/people/${head.id}/invitations`)).status).toBe(201);
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', '9', '9', $1)`,
    [mentor.id],
  );
  expect((await curator.call('DELETE', `/api/people/${mentor.id}/channels?platform=vk`)).body).toEqual({
    platforms: ['vk'],
  });
  expect((await curator.call('DELETE', `/api/people/${stranger.id}/channels`)).status).toBe(404);
});

test('a pause has an end, and messages are told with what became of them', async () => {
  const path = `/api/people/${mentor.id}`;
  expect((await curator.put(`${path}/pause`, { until: '2026-12-31' })).status).toBe(200);
  expect((await curator.get(path)).body.card.pausedUntil).toBe('2026-12-31');
  expect((await curator.put(`${path}/pause`, { until: '2031-12-31' })).status).toBe(422);
  expect((await curator.put(`${path}/pause`, { until: null })).status).toBe(200);
  await database.query(
    `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, state, error) values
       ('vk', '9', '9', $1, '{"kind":"send","message":{"text":"Здравствуйте"}}', 0, 'sent', null),
       ('vk', '9', '9', $1, '{"kind":"send","message":{"text":"Заявка: Иванов","namesOthers":true}}', 0, 'uncertain', 'lost'),
       ('vk', '9', '9', $1, '{"kind":"answer","callbackId":"1"}', 0, 'sent', null)`,
    [mentor.id],
  );
  const own = await curator.get(`${path}/messages?sort=created`);
  expect(own.body).toMatchObject({
    total: 2,
    items: [
      { text: 'Здравствуйте', state: 'sent' },
      { text: null, state: 'uncertain' },
    ],
  });
  expect((await coordinator.get(`${path}/messages?state=uncertain`)).body.items).toMatchObject([
    { text: 'Заявка: Иванов' },
  ]);
});

test('words are for whoever writes to people; a code or an invitation is for nobody', async () => {
  const person = await town.person('Глухова Яна Олеговна', 'mentor', town.school.id);
  await database.query(
    `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, state, error) values
       ('vk', '7', '7', $1, '{"kind":"send","message":{"text":"Встреча в пятницу"}}', 0, 'failed', 'blocked'),
       ('vk', '7', '7', $1, '{"kind":"edit","messageId":"1","message":{"text":"Код: A2B3","secret":true}}', 0, 'failed', 'blocked')`,
    [person.id],
  );
  const head = await town.person('Директорова Инна Павловна', 'head', town.school.id);
  const { id } = await town.person('Машинова Ада Петровна', 'coordinator', town.office.id);
  const program = staffAs(id, town.programme.id, [{ role: 'coordinator', organizationId: town.office.id }], {
    scopes: ['people:read'],
  });
  const { people, deliveries } = createDesks({
    ...deskDeps(database, { now: () => now }),
    vault: createVault(Buffer.alloc(32)),
    doorClock: { now: () => now },
    factorFree: false,
  });
  const path = `/api/people/${person.id}/messages?sort=created`;
  const texts = (items: { text: string | null }[]) => items.map(({ text }) => text);
  const troubled = async (caller: Caller) => {
    const { items } = (await caller.get('/api/deliveries?sort=created')).body;
    return texts(items.filter((each: { person: { id: string } }) => each.person.id === person.id));
  };
  for (const caller of [coordinator, curator]) {
    expect(texts((await caller.get(path)).body.items)).toEqual(['Встреча в пятницу', null]);
    expect(await troubled(caller)).toEqual(['Встреча в пятницу', null]);
  }
  for (const caller of [viewer, await panel.signedIn(head.id)]) {
    expect(texts((await caller.get(path)).body.items)).toEqual([null, null]);
    expect(await troubled(caller)).toEqual([null, null]);
  }
  const query = { page: 1, size: 50, sort: 'created', descending: false, q: null } as const;
  expect(texts((await people.messages(program, person.id, query, null)).items)).toEqual([null, null]);
  expect(new Set(texts((await deliveries.list(program, query, null)).items))).toEqual(new Set([null]));
});

test('nobody is told which of their people belong to an organization out of reach', async () => {
  const both = await town.person('Совместителева Юлия Ильинична', 'mentor', town.school.id);
  await createPersonBook(database).appoint(both.id, 'mentor', town.otherSchool.id);
  const found = async (caller: Caller, organizationId: string) =>
    (await caller.get(`/api/people?organizationId=${organizationId}&q=совместителева`)).body.total;
  expect(await found(curator, town.school.id)).toBe(1);
  expect(await found(curator, town.otherSchool.id)).toBe(0);
  expect(await found(coordinator, town.otherSchool.id)).toBe(1);
});

test('a colleague’s child in another school is the business of that school and the city', async () => {
  const parent = await town.person('Глебова Инна Павловна', 'mentor', town.school.id);
  const own = await town.person('Глебов Пётр Ильич', 'mentee', town.school.id);
  const elsewhere = await town.person('Глебова Ада Ильинична', 'mentee', town.otherSchool.id);
  for (const pupil of [own, elsewhere]) {
    await database.query(
      `insert into representation (pupil_id, representative_id, relation) values ($1, $2, 'parent')`,
      [pupil.id, parent.id],
    );
  }
  const pupils = async (caller: Caller) => {
    const { card } = (await caller.get(`/api/people/${parent.id}`)).body;
    return card.pupils.map(({ id }: { id: string }) => id);
  };
  expect(await pupils(curator)).toEqual([own.id]);
  expect(await pupils(coordinator)).toEqual([own.id, elsewhere.id]);
  const { card } = (await curator.get(`/api/people/${own.id}`)).body;
  expect(card.representatives).toMatchObject([{ id: parent.id }]);
});

test('another programme’s people are not there, whoever asks', async () => {
  const other = await createProgrammeBook(database).add({ key: 'other', name: 'Другой город' });
  const [alien] = await database.query<{ id: string }>(
    `insert into person (programme_id, surname, name) values ($1, 'Чужая', 'Инна') returning id`,
    [other.id],
  );
  expect((await coordinator.get(`/api/people/${alien?.id}`)).status).toBe(404);
  expect((await coordinator.get('/api/people?q=чужая')).body.total).toBe(0);
});
