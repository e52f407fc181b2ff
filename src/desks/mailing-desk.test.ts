import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, type PanelServer, panelServer } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import type { Person } from '../domain/people/person.ts';

const at = new Date('2022-03-18T06:00:00Z');
const ring = vi.fn();
const draft = {
  title: 'Семинар',
  text: '{имя-отчество}, в пятницу семинар.',
  namesOthers: false,
  audience: { roles: ['mentor'] },
};
let database: Database;
let town: Town;
let panel: PanelServer;
let coordinator: Person;
let curator: Person;
let mentor: Person;

beforeAll(async () => {
  database = await testDatabase();
  const clock = { now: () => at };
  panel = await panelServer(database, clock, { ...deskDeps(database, clock), ring });
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});
beforeEach(async () => {
  await emptied(database);
  ring.mockClear();
  town = await foundTown(database);
  coordinator = await town.person('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
  curator = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  mentor = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
  await linked(mentor, 'vk');
  await linked(await town.person('Серова Ольга', 'mentor', town.otherSchool.id), 'telegram');
});

const linked = ({ id }: Person, platform: string) =>
  database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)`,
    [platform, `account-${id}`, id],
  );
const as = (person: Person) => panel.signedIn(person.id);

async function begun(by = coordinator, change: object = {}) {
  const caller = await as(by);
  const { status, body } = await caller.post('/api/mailings', { ...draft, ...change });
  expect(status, JSON.stringify(body)).toBe(201);
  return { caller, id: String(body.id), path: `/api/mailings/${body.id}` };
}

describe('a mailing', () => {
  test('is written, looked at, sent, paused, resumed and stopped, and each step stands in the audit', async () => {
    const { caller, path, id } = await begun();
    expect((await caller.get(`${path}/preview`)).body).toEqual({
      forecast: { total: 2, byPlatform: { vk: 1, telegram: 1 }, skipped: {}, otherText: 0 },
      finishesAt: '2022-03-18T06:01:00.000Z',
      sample: [
        { id: mentor.id, name: 'Бабинцева Наталья Юрьевна' },
        { id: expect.any(String), name: 'Серова Ольга' },
      ],
      shown: { reader: 'Наталья Юрьевна', text: 'Наталья Юрьевна, в пятницу семинар.', otherText: null },
    });
    const started = await caller.post(`${path}/start`, { readers: 2 });
    expect(started.body).toMatchObject({
      state: 'sending',
      counts: { planned: 2, sent: 0 },
      finishesAt: '2022-03-18T06:01:00.000Z',
    });
    expect(ring).toHaveBeenCalledOnce();
    expect((await caller.post(`${path}/pause`)).body).toMatchObject({ state: 'paused', finishesAt: null });
    expect((await caller.post(`${path}/resume`)).body).toMatchObject({ state: 'sending' });
    expect((await caller.post(`${path}/stop`)).body).toMatchObject({
      state: 'stopped',
      counts: { planned: 0, skipped: 2 },
    });
    expect((await caller.get(`${path}/recipients?state=skipped&q=баб`)).body).toMatchObject({
      total: 1,
      items: [{ surname: 'Бабинцева', reason: 'stopped', organizations: ['Школа № 3'] }],
    });
    const audit = await database.query<{ action: string; after: unknown }>(
      `select action, after from audit where subject_id = $1 order by id`,
      [id],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'mailing.created',
      'mailing.start',
      'mailing.pause',
      'mailing.resume',
      'mailing.stop',
    ]);
    expect(audit[1]?.after).toEqual({ state: 'sending', readers: 2 });
    expect(JSON.stringify(audit)).not.toMatch(/семинар|Семинар/);
  });

  test('is not sent to others than were counted, nor to nobody, nor without words', async () => {
    const { caller, path } = await begun();
    await town.person('Новая Вера', 'mentor', town.school.id);
    const changed = await caller.post(`${path}/start`, { readers: 2 });
    expect([changed.status, changed.body.code]).toEqual([409, 'mailing-readers-changed']);
    expect(changed.body.detail).toContain('3');
    expect(await database.query('select from mailing_recipient')).toEqual([]);
    const nobody = await begun(coordinator, { audience: {} });
    expect((await caller.post(`${nobody.path}/start`)).body.code).toBe('mailing-to-nobody');
    const none = await begun(coordinator, { audience: { roles: ['jury'] } });
    expect((await caller.post(`${none.path}/start`)).body.code).toBe('mailing-to-nobody');
    const empty = await begun(coordinator, { text: '  ' });
    expect((await caller.post(`${empty.path}/start`)).body.code).toBe('mailing-empty');
  });

  test('takes each step once', async () => {
    const { caller, path } = await begun();
    const starts = await Promise.all([1, 2, 3].map(() => caller.post(`${path}/start`)));
    expect(starts.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(await database.query('select from mailing_recipient')).toHaveLength(2);
    for (const step of ['resume', 'retry']) {
      expect((await caller.post(`${path}/${step}`)).body.code).toBe('mailing-passed');
    }
  });

  test('created twice with one key is one', async () => {
    const caller = await as(coordinator);
    const key = { 'idempotency-key': 'one-and-the-same' };
    const [first, second] = [
      await caller.post('/api/mailings', draft, key),
      await caller.post('/api/mailings', draft, key),
    ];
    expect(first.body).toEqual(second.body);
    expect((await caller.get('/api/mailings')).body).toMatchObject({ total: 1, page: 1 });
  });

  test('is changed while it is a draft, upon the version that was seen', async () => {
    const { caller, path } = await begun();
    const { headers } = await caller.get(path);
    const version = { 'if-match': headers.get('etag') ?? '' };
    const changed = { ...draft, text: 'Иначе', namesOthers: true, otherText: 'Смотрите на сайте' };
    expect((await caller.put(path, changed)).status).toBe(428);
    expect((await caller.put(path, changed, version)).body).toMatchObject({
      text: 'Иначе',
      otherText: 'Смотрите на сайте',
    });
    const late = await caller.put(path, draft, version);
    expect([late.status, late.body.current.text]).toEqual([412, 'Иначе']);
    await caller.post(`${path}/start`);
    const now = { 'if-match': (await caller.get(path)).headers.get('etag') ?? '' };
    expect((await caller.put(path, draft, now)).body.code).toBe('mailing-passed');
    expect((await caller.delete(path)).body.code).toBe('mailing-passed');
  });

  test('goes along with its files into a copy', async () => {
    const { caller, path } = await begun();
    const upload = (name: string, text: string) => {
      const form = new FormData();
      form.append('file', new Blob([text]), name);
      return caller.call('POST', `${path}/files`, { body: form });
    };
    const file = await upload('План.txt', 'план');
    expect(file).toMatchObject({ status: 201, body: { name: 'План.txt', mime: 'text/plain', size: 8 } });
    expect((await upload('фото.jpg', 'не фото')).body.code).toBe('wrong-file');
    expect((await upload('../../а.txt', 'а')).body.name).toBe('а.txt');
    await upload('3.txt', 'а');
    expect((await upload('4.txt', 'а')).body.code).toBe('mailing-too-many-files');
    expect((await caller.get(`${path}/files/${file.body.id}`)).headers.get('content-disposition')).toContain(
      'attachment',
    );
    const copied = await caller.post(`${path}/copy`);
    expect(copied.status).toBe(201);
    expect((await caller.get(`/api/mailings/${copied.body.id}`)).body).toMatchObject({
      state: 'draft',
      text: draft.text,
      files: [{ name: 'План.txt' }, { name: 'а.txt' }, { name: '3.txt' }],
    });
    expect((await caller.delete(`${path}/files/${file.body.id}`)).status).toBe(204);
    expect((await caller.delete(`${path}/files/${file.body.id}`)).status).toBe(404);
    expect((await caller.delete(path)).status).toBe(204);
    expect((await caller.get(path)).body.code).toBe('mailing-unknown');
    expect(await database.query('select from stored_file')).toHaveLength(3);
  });

  test('is tried again only where somebody was missed', async () => {
    const { caller, path } = await begun();
    await caller.post(`${path}/start`);
    const settle = `update mailing_recipient set state = $1, reason = 'x', settled_at = now()`;
    await database.query(settle, ['uncertain']);
    await database.query(`update mailing set state = 'done', settled_at = now()`);
    expect((await caller.post(`${path}/retry`)).body.code).toBe('mailing-nobody-missed');
    await database.query(settle, ['failed']);
    expect((await caller.post(`${path}/retry`)).body).toMatchObject({
      state: 'sending',
      counts: { planned: 2 },
    });
  });
});

describe('a curator', () => {
  test('writes to their own organization, whatever the group says', async () => {
    const { caller, path } = await begun(curator);
    expect((await caller.get(`${path}/preview`)).body).toMatchObject({
      forecast: { total: 1, byPlatform: { vk: 1 } },
    });
    expect((await caller.get(path)).body.organizationIds).toEqual([town.school.id]);
    const other = { ...draft, audience: { organizationIds: [town.otherSchool.id] } };
    expect((await caller.post('/api/mailings', other)).body.code).toBe('organization-unknown');
    // A coordinator who looks at it reaches no further with it than its author.
    expect((await (await as(coordinator)).post(`${path}/start`)).body).toMatchObject({
      counts: { planned: 1 },
    });
  });

  test('finds nothing of the city’s mailings nor of another school’s, as if there were none', async () => {
    const stranger = await town.person('Чужая Нина', 'curator', town.otherSchool.id);
    const [ofCity, ofSchool] = [await begun(), await begun(curator)];
    const caller = await as(stranger);
    const missing = await caller.get('/api/mailings/999999');
    for (const { path } of [ofCity, ofSchool]) {
      for (const [method, rest] of [
        ['GET', ''],
        ['PUT', ''],
        ['DELETE', ''],
        ['GET', '/preview'],
        ['GET', '/progress'],
        ['GET', '/recipients'],
        ['GET', '/files/1'],
        ['DELETE', '/files/1'],
        ['POST', '/start'],
        ['POST', '/pause'],
        ['POST', '/copy'],
      ] as const) {
        const body = method === 'PUT' ? draft : undefined;
        const { status, text } = await caller.call(method, `${path}${rest}`, {
          body,
          headers: { 'if-match': '"x"' },
        });
        expect(`${method} ${rest} ${status}`).toBe(`${method} ${rest} 404`);
        if (!rest.includes('files')) expect(text).toBe(missing.text);
      }
    }
    expect((await caller.get('/api/mailings')).body).toMatchObject({ total: 0, items: [] });
  });
});

test.each(['head', 'deputy-head', 'viewer', 'jury', 'mentor'] as const)(
  'a %s may not write to many',
  async (role) => {
    const person = await town.person('Некто Иной', role, role === 'viewer' ? town.office.id : town.school.id);
    const caller = await as(person);
    const refused = role === 'mentor' ? 401 : 403;
    expect((await caller.get('/api/mailings')).status).toBe(refused);
    expect((await caller.post('/api/mailings', draft)).status).toBe(refused);
  },
);

test.each<[string, object]>([
  ['too long a text', { text: 'а'.repeat(3501) }],
  ['an unknown role', { audience: { roles: ['tsar'] } }],
  ['an id that is none', { audience: { personIds: ['1; drop table person'] } }],
  ['no word on names', { namesOthers: undefined }],
])('%s is refused with what is wrong', async (_what, change) => {
  const { status, body } = await (await as(coordinator)).post('/api/mailings', { ...draft, ...change });
  expect([status, body.code]).toEqual([400, 'invalid']);
  expect(body.faults.length).toBeGreaterThan(0);
});
