import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { type PanelServer, panelServer } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import type { Person } from '../domain/people/person.ts';

const at = new Date('2022-03-18T06:00:00Z');
let database: Database;
let town: Town;
let panel: PanelServer;
let coordinator: Person;

beforeAll(async () => {
  database = await testDatabase();
  panel = await panelServer(database, { now: () => at });
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  coordinator = await town.person('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
});

const as = (person: Person) => panel.signedIn(person.id);
async function versionAt(caller: Awaited<ReturnType<typeof as>>, path: string) {
  return { 'if-match': (await caller.get(path)).headers.get('etag') ?? '' };
}
const audit = () =>
  database.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit order by id',
  );

describe('the programme', () => {
  const path = '/api/settings/programme';
  const change = {
    name: 'Наставники Глазова',
    timeZone: 'Europe/Moscow',
    workFrom: '08:00',
    workTo: '17:00',
    operator: { name: 'Управление образования', address: 'Улица Мира, 1', contact: 'Петрова Инна' },
    retention: { draftDays: 10, leftDays: 100 },
    privacy: { eraseDays: 5, answerWorkingDays: 5, stopPublishingWorkingDays: 3 },
  };

  test('is changed upon the version that was seen, and the audit names nobody', async () => {
    const caller = await as(coordinator);
    const version = await versionAt(caller, path);
    expect((await caller.put(path, change)).status).toBe(428);
    const { status, body } = await caller.put(path, change, version);
    expect([status, body]).toMatchObject([200, { ...change, demo: false }]);
    expect(body.naming).toEqual([
      { platform: 'telegram', name: 'Telegram', mayNameOthers: false },
      { platform: 'vk', name: 'ВКонтакте', mayNameOthers: true },
    ]);
    const late = await caller.put(path, change, version);
    expect([late.status, late.body.current.name]).toEqual([412, change.name]);
    const [entry] = await audit();
    expect(entry).toMatchObject({
      action: 'programme.changed',
      after: { timeZone: 'Europe/Moscow', eraseDays: 5 },
    });
    expect(JSON.stringify(entry)).not.toContain('Петрова');
  });

  test.each<[string, object, number, string]>([
    ['a zone nobody knows', { timeZone: 'Mars/Base' }, 422, 'zone-not-known'],
    ['hours the wrong way round', { workFrom: '18:00', workTo: '09:00' }, 422, 'hours-reversed'],
    ['an hour that is none', { workFrom: '25:00' }, 400, 'invalid'],
    [
      'more days than the law gives',
      { privacy: { ...change.privacy, answerWorkingDays: 11 } },
      400,
      'invalid',
    ],
    ['no name', { name: ' ' }, 400, 'invalid'],
  ])('refuses %s', async (_what, wrong, status, code) => {
    const caller = await as(coordinator);
    const refused = await caller.put(path, { ...change, ...wrong }, await versionAt(caller, path));
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });
});

describe('rules of reminders', () => {
  const path = '/api/settings/reminder-rules';
  const rule = { anchor: 'due', offsetDays: -21, repeatDays: null, audience: 'responsible', active: true };

  test('begin as the usual ones, and are added, changed, switched off and taken away', async () => {
    const caller = await as(coordinator);
    expect((await caller.get(path)).body.items.map(({ key }: { key: string }) => key)).toContain('14-days');
    const added = await caller.post(path, rule, { 'idempotency-key': 'three-weeks' });
    expect(added.status).toBe(201);
    expect((await caller.post(path, rule, { 'idempotency-key': 'three-weeks' })).body).toEqual(added.body);
    const one = `${path}/${added.body.key}`;
    const version = await versionAt(caller, one);
    expect((await caller.put(one, { ...rule, active: false }, version)).body).toMatchObject({
      active: false,
    });
    expect((await caller.put(one, rule, version)).status).toBe(412);
    expect((await caller.delete(one)).status).toBe(204);
    expect((await caller.get(one)).body.code).toBe('rule-unknown');
    expect((await audit()).map(({ action }) => action)).toEqual([
      'reminder-rule.added',
      'reminder-rule.changed',
      'reminder-rule.removed',
    ]);
  });

  test('never all go: the usual ones would come back', async () => {
    await database.query(
      `insert into reminder_rule (programme_id, key, anchor, offset_days, audience) values ($1, 'one', 'due', -7, 'responsible')`,
      [town.programme.id],
    );
    const caller = await as(coordinator);
    expect((await caller.delete(`${path}/one`)).body.code).toBe('rule-last');
  });

  test('say before they are saved what somebody would get, and when', async () => {
    const deputy = await town.person('Иванова Анна Петровна', 'deputy-head', town.school.id);
    await town.task('Сдать отчёт', '2022-04-17');
    await town.task('Чужое', '2022-04-17', town.otherSchool.id);
    const caller = await as(coordinator);
    const ask = async (rules: object[] | null) =>
      (await caller.post(`${path}/forecast`, { personId: deputy.id, rules })).body.days;
    // The 17th is a Sunday, so is the 27th of March.
    expect(await ask([rule, { ...rule, offsetDays: 0 }, { ...rule, offsetDays: -1, active: false }])).toEqual(
      [
        {
          day: '2022-03-28',
          tasks: [
            expect.objectContaining({
              title: 'Сдать отчёт',
              organizationName: 'Школа № 3',
              ruleKey: 'asked-1',
            }),
          ],
        },
        { day: '2022-04-18', tasks: [expect.objectContaining({ dueOn: '2022-04-17', ruleKey: 'asked-2' })] },
      ],
    );
    const usual = await ask(null);
    expect(usual.map(({ day }: { day: string }) => day)).toEqual([
      '2022-04-04',
      '2022-04-11',
      '2022-04-18',
      '2022-04-20',
      '2022-05-04',
      '2022-05-11',
      '2022-05-16',
    ]);
    expect((await caller.post(`${path}/forecast`, { personId: '999999' })).body.code).toBe('person-unknown');
    expect(await database.query('select from reminder')).toEqual([]);
  });
});

describe('days off', () => {
  const path = '/api/settings/holidays';

  test('are set, removed and taken in a year at a time', async () => {
    const caller = await as(coordinator);
    const before = (await caller.get(`${path}?year=2022`)).body.items.length;
    await caller.put(`${path}/2022-09-10`, { working: false, name: 'День города' });
    expect((await caller.get(`${path}?year=2022`)).body.items).toHaveLength(before + 1);
    expect((await caller.delete(`${path}/2022-09-10`)).status).toBe(204);
    expect((await caller.delete(`${path}/2022-09-10`)).body.code).toBe('holiday-unknown');
    const text = '01.01 – 08.01 Новогодние каникулы\n2031-02-22 рабочий Перенос\n';
    const dry = await caller.post(`${path}/import`, { year: 2031, text, dry: true });
    expect(dry.body).toMatchObject({ faults: [], days: { length: 9 } });
    expect((await caller.get(`${path}?year=2031`)).body.items).toEqual([]);
    const slip = await caller.post(`${path}/import`, { year: 2031, text: `${text}31.02 Нет такого` });
    expect(slip.body.faults).toEqual(
      [{ line: 4, text: '31.02 Нет такого', fault: 'no-day' }].map((each) => ({ ...each, line: 3 })),
    );
    expect((await caller.get(`${path}?year=2031`)).body.items).toEqual([]);
    await caller.post(`${path}/import`, { year: 2031, text });
    expect((await caller.get(`${path}?year=2031`)).body.items).toHaveLength(9);
    await database.query(`delete from calendar_day where day >= '2031-01-01'`);
  });
});

describe('texts of consents', () => {
  const path = '/api/settings/consent-texts/personal-data/self';
  const draft = { title: 'Согласие', summary: 'Кратко', body: 'Даю согласие: {operator}, {address}' };

  async function operator() {
    await database.query(
      `update programme set settings = '{"operator":{"name":"Управление","address":"Улица, 1","contact":""}}' where id = $1`,
      [town.programme.id],
    );
  }

  test('are looked at filled in, and published as a new version', async () => {
    const caller = await as(coordinator);
    const early = await caller.post('/api/settings/consent-texts/preview', draft);
    expect([early.status, early.body.code]).toEqual([409, 'operator-unknown']);
    await operator();
    expect((await caller.post('/api/settings/consent-texts/preview', draft)).body.body).toBe(
      'Даю согласие: Управление, Улица, 1',
    );
    const version = await versionAt(caller, path);
    expect((await caller.put(path, draft, version)).body).toMatchObject({
      version: 1,
      givers: 0,
      body: draft.body,
    });
    expect((await caller.put(path, draft, version)).status).toBe(412);
    const slip = await caller.put(path, { ...draft, body: '{оператор}' }, await versionAt(caller, path));
    expect([slip.status, slip.body.code]).toEqual([422, 'placeholder-unknown']);
    expect((await caller.get(`${path}/versions`)).body.items).toMatchObject([
      { version: 1, title: 'Согласие' },
    ]);
    expect((await caller.get('/api/settings/consent-texts')).body.items).toHaveLength(8);
  });

  test('are an administrator’s to publish, too', async () => {
    await operator();
    const administrator = await town.person('Администраторов Пётр', 'administrator', town.office.id);
    const caller = await as(administrator);
    expect((await caller.put(path, draft, await versionAt(caller, path))).status).toBe(200);
  });
});

test.each(['curator', 'head', 'viewer', 'deputy-head'] as const)(
  'a %s sees nothing of the settings',
  async (role) => {
    const person = await town.person('Некто Иной', role, role === 'viewer' ? town.office.id : town.school.id);
    const caller = await as(person);
    for (const path of ['programme', 'reminder-rules', 'holidays?year=2022', 'consent-texts']) {
      expect((await caller.get(`/api/settings/${path}`)).status).toBe(403);
    }
  },
);
