import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { type Caller, type PanelServer, panelServer } from '../../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';

const now = new Date('2026-10-05T08:00:00Z');
let database: Database;
let town: Town;
let panel: PanelServer;
let coordinator: Caller;
let curator: Caller;

beforeAll(async () => {
  database = await testDatabase();
  panel = await panelServer(database, { now: () => now });
});
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  const boss = await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id);
  const own = await town.person('Рябова Ксения Олеговна', 'curator', town.school.id);
  coordinator = await panel.signedIn(boss.id);
  curator = await panel.signedIn(own.id);
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});

const account = (personId: string, id: string, platform = 'vk') =>
  database.query(
    'insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)',
    [platform, id, personId],
  );

describe('doubles', () => {
  const listed = async (who: Caller) =>
    (await who.get('/api/likely-doubles')).body.items.map(
      ({ one, other, reasons }: Record<string, { surname: string; id: string }>) => [
        one?.id,
        other?.id,
        reasons,
      ],
    );

  test('are those of one name or a similar one in one organization, and those of one phone', async () => {
    const first = await town.person('Семёнова Алёна Петровна', 'mentor', town.school.id);
    const same = await town.person('СЕМЕНОВА Алена', 'mentee', town.school.id);
    const slip = await town.person('Семинова Алёна Петровна', 'mentee', town.school.id);
    const elsewhere = await town.person('Семёнова Алёна Петровна', 'mentor', town.otherSchool.id);
    const called = await town.person('Жукова Вера Ильинична', 'mentor', town.otherSchool.id);
    await database.query(`update person set phone = '+79120000001' where id in ($1, $2)`, [
      first.id,
      called.id,
    ]);
    expect(await listed(coordinator)).toEqual(
      expect.arrayContaining([
        [first.id, same.id, ['same-name']],
        [first.id, slip.id, ['similar-name']],
        [first.id, called.id, ['same-phone']],
      ]),
    );
    expect(await listed(coordinator)).toHaveLength(3);
    expect(await listed(curator)).toHaveLength(2);
    expect((await curator.get(`/api/people/${first.id}/doubles/${elsewhere.id}`)).status).toBe(404);
    expect((await curator.post(`/api/people/${slip.id}/doubles/${first.id}/keep-apart`)).status).toBe(200);
    expect(await listed(curator)).toEqual([[first.id, same.id, ['same-name']]]);
  });

  test('are shown side by side with what would move, then become one, and hear of it', async () => {
    const known = await town.person('Семёнова Алёна Петровна', 'mentor', town.school.id);
    const double = await town.person('Семенова Алена', 'mentee', town.school.id);
    await account(known.id, '11');
    await account(double.id, '22', 'telegram');
    const seen = await curator.get(`/api/people/${double.id}/doubles/${known.id}`);
    expect(seen.body).toMatchObject({ double: { id: double.id }, known: { id: known.id }, may: true });
    expect(seen.body.moving).toEqual([
      { table: 'appointment', count: 1 },
      { table: 'chat_account', count: 1 },
    ]);
    const merged = await curator.post(`/api/people/${double.id}/doubles/${known.id}/merge`);
    expect(merged).toMatchObject({ status: 200, body: { id: known.id } });
    const { card } = (await curator.get(`/api/people/${known.id}`)).body;
    expect(card.appointments.map(({ role }: { role: string }) => role).sort()).toEqual(['mentee', 'mentor']);
    expect(card.channels).toHaveLength(2);
    expect((await curator.get(`/api/people/${double.id}`)).status).toBe(404);
    const told = await database.query<{ text: string }>(
      `select outgoing->'message'->>'text' as text from delivery order by id`,
    );
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining('подключён ещё один аккаунт'),
      expect.stringContaining('записи о вас объединены'),
    ]);
    expect((await curator.post(`/api/people/${double.id}/doubles/${known.id}/merge`)).status).toBe(404);
  });

  test('nobody gains rights by them that are not theirs to give', async () => {
    const head = await town.person('Главная Инна Львовна', 'head', town.school.id);
    const mentor = await town.person('Главная Инна Львовна', 'mentor', town.school.id);
    for (const [one, other] of [
      [mentor.id, head.id],
      [head.id, mentor.id],
    ]) {
      expect(await curator.post(`/api/people/${one}/doubles/${other}/merge`)).toMatchObject({
        status: 403,
        body: { code: 'may-not-stand-for' },
      });
    }
    expect((await coordinator.post(`/api/people/${mentor.id}/doubles/${head.id}/merge`)).status).toBe(200);
    expect((await coordinator.post(`/api/people/${head.id}/doubles/${head.id}/merge`)).status).toBe(422);
  });
});

describe('messages that may not have arrived', () => {
  const put = async (personId: string, state: string, message: object = { text: 'Здравствуйте' }) => {
    const [row] = await database.query<{ id: string }>(
      `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, state, error)
       values ('vk', '11', '11', $1, $2, 0, $3, 'lost') returning id`,
      [personId, JSON.stringify({ kind: 'send', message }), state],
    );
    return row?.id ?? '';
  };

  test('are listed within reach, and sent once more when somebody says so', async () => {
    const mentor = await town.person('Семёнова Алёна Петровна', 'mentor', town.school.id);
    const other = await town.person('Жукова Вера Ильинична', 'mentor', town.otherSchool.id);
    await account(mentor.id, '11');
    const lost = await put(mentor.id, 'uncertain');
    await put(mentor.id, 'sent');
    const foreign = await put(other.id, 'failed');
    const listed = await curator.get('/api/deliveries?state=uncertain&state=failed');
    expect(listed.body).toMatchObject({
      total: 1,
      items: [{ id: lost, text: 'Здравствуйте', person: { id: mentor.id } }],
    });
    expect((await coordinator.get('/api/deliveries')).body.total).toBe(2);
    const again = await curator.post(`/api/deliveries/${lost}/again`);
    expect(again.status).toBe(201);
    const [row] = await database.query(
      'select state, replaces_id as replaces, chat_id as chat from delivery where id = $1',
      [again.body.id],
    );
    expect(row).toEqual({ state: 'planned', replaces: lost, chat: '11' });
    expect((await curator.get('/api/deliveries')).body.total).toBe(0);
    expect(await curator.post(`/api/deliveries/${lost}/again`)).toMatchObject({
      status: 409,
      body: { code: 'state-passed' },
    });
    expect((await curator.post(`/api/deliveries/${foreign}/again`)).status).toBe(404);
    expect(await coordinator.post(`/api/deliveries/${foreign}/again`)).toMatchObject({
      status: 409,
      body: { code: 'no-channel' },
    });
  });

  test('leave only by what may carry them', async () => {
    const mentor = await town.person('Семёнова Алёна Петровна', 'mentor', town.school.id);
    await account(mentor.id, '11', 'telegram');
    const naming = await put(mentor.id, 'failed', { text: 'О другом', namesOthers: true });
    expect((await curator.get('/api/deliveries')).body.items).toMatchObject([{ text: null }]);
    expect(await curator.post(`/api/deliveries/${naming}/again`)).toMatchObject({
      body: { code: 'no-channel' },
    });
    await database.query(`update delivery set outgoing = '{}'`);
    expect(await curator.post(`/api/deliveries/${naming}/again`)).toMatchObject({
      body: { code: 'nothing-to-send' },
    });
  });
});

describe('organizations', () => {
  test('are listed with people and tasks, as far as one may look', async () => {
    await town.person('Семёнова Алёна Петровна', 'mentor', town.school.id);
    await town.task('Приказ', '2026-09-25');
    await town.task('Отчёт', '2026-12-25');
    const all = await coordinator.get('/api/organizations');
    expect(all.body.items.map(({ shortName }: { shortName: string }) => shortName)).toEqual([
      'Управление образования',
      'Школа № 3',
      'Школа № 7',
    ]);
    const own = await curator.get('/api/organizations?q=ШКОЛА');
    expect(own.body).toMatchObject({
      total: 1,
      items: [
        {
          shortName: 'Школа № 3',
          people: 2,
          mentors: 1,
          mentees: 0,
          waiting: 0,
          tasks: { open: 2, late: 1, done: 0 },
        },
      ],
    });
    expect((await coordinator.get('/api/organizations?q=%25')).body.total).toBe(3);
    const card = await curator.get(`/api/organizations/${town.school.id}`);
    expect(card.body).toMatchObject({
      card: { staff: [{ surname: 'Рябова', role: 'curator' }] },
      mayEdit: false,
    });
    expect((await curator.get(`/api/organizations/${town.otherSchool.id}`)).status).toBe(404);
  });

  test('are added once and changed upon what one saw', async () => {
    const facts = { kind: 'school', name: 'МБОУ «СОШ № 15»', shortName: 'Школа № 15', aliases: ['шк 15'] };
    expect((await curator.post('/api/organizations', facts)).status).toBe(403);
    const { body } = await coordinator.post('/api/organizations', facts);
    expect(await coordinator.post('/api/organizations', facts)).toMatchObject({
      status: 409,
      body: { code: 'organization-exists' },
    });
    const path = `/api/organizations/${body.id}`;
    const version = (await coordinator.get(path)).headers.get('etag') ?? '';
    const changed = await coordinator.patch(path, { ...facts, aliases: [] }, { 'if-match': version });
    expect(changed).toMatchObject({ status: 200, body: { aliases: [] } });
    const late = await coordinator.patch(path, facts, { 'if-match': version });
    expect(late).toMatchObject({ status: 412, body: { current: { aliases: [] } } });
    const upon = { 'if-match': changed.headers.get('etag') ?? '' };
    expect(await coordinator.patch(path, { ...facts, kind: 'office' }, upon)).toMatchObject({
      status: 422,
      body: { code: 'office-kind' },
    });
    expect(await coordinator.patch(path, { ...facts, name: town.school.name }, upon)).toMatchObject({
      body: { code: 'organization-exists' },
    });
    const audit = await database.query(
      'select action, after from audit where subject_kind = $1 order by id',
      ['organization'],
    );
    expect(audit).toEqual([
      { action: 'organization.added', after: { kind: 'school' } },
      { action: 'organization.edited', after: { aliases: [] } },
    ]);
  });
});
