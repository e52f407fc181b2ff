import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { type Caller, type PanelServer, panelServer, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import type { Database } from '../database/sql.ts';
import type { Person } from '../domain/people/person.ts';
import { createOverviewDesk } from './overview-desk.ts';

let database: Database;
let town: Town;
let panel: PanelServer;
let now: Date;
let deputy: Person;
let coordinatorId: string;
let coordinator: Caller;
let curator: Caller;
let task: string;

beforeAll(async () => {
  database = await testDatabase();
  panel = await panelServer(database, { now: () => now });
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});
beforeEach(async () => {
  await emptied(database);
  now = new Date('2022-03-21T06:00:00Z');
  town = await foundTown(database);
  deputy = await town.person('Бабинцева Наталья Юрьевна', 'deputy-head', town.school.id);
  const person = await town.person('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
  coordinatorId = person.id;
  coordinator = await panel.signedIn(coordinatorId);
  curator = await panel.signedIn((await town.person('Ушакова Анна Ильинична', 'curator', town.school.id)).id);
  task = await town.task('Назначение куратора', '2022-03-25');
});

const joinChat = (person: Person) =>
  database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1::bigint::text, $1::bigint::text, $1)`,
    [person.id],
  );
const told = async (person: Person) =>
  (
    await database.query<{ text: string }>(
      `select outgoing->'message'->>'text' as text from delivery where person_id = $1 order by id`,
      [person.id],
    )
  ).map(({ text }) => text);

describe('marking as done from the panel', () => {
  test('keeps texts, links and files, which only whoever sees the task can have', async () => {
    const form = new FormData();
    form.append('text', ' Куратор назначен ');
    form.append('link', 'https://example.org/prikaz');
    form.append('link', '');
    form.append('file', new Blob(['%PDF-1.7']), 'Приказ "№ 5"\r\nx.pdf');
    const { status } = await curator.post(`/api/tasks/${task}/completions`, form);
    expect(status).toBe(201);
    const { body } = await curator.get(`/api/tasks/${task}`);
    expect(body).toMatchObject({
      state: 'done',
      history: { completions: [{ on: '2022-03-21', person: 'Ушакова Анна Ильинична' }] },
    });
    const [text, link, file] = body.history.completions[0].results;
    expect([text.text, link.url, file.state]).toEqual([
      'Куратор назначен',
      'https://example.org/prikaz',
      'stored',
    ]);
    const had = await curator.get(`/api/tasks/${task}/files/${file.fileId}`);
    expect(had.text).toBe('%PDF-1.7');
    expect(had.headers.get('content-type')).toBe('application/pdf');
    expect(had.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.'()*!~-]+$/);
    expect(had.headers.get('x-content-type-options')).toBe('nosniff');
    const stranger = await panel.signedIn(
      (await town.person('Рябова Ксения Олеговна', 'curator', town.otherSchool.id)).id,
    );
    expect((await stranger.get(`/api/tasks/${task}/files/${file.fileId}`)).status).toBe(404);
    const other = await town.task('Другая', '2022-03-25');
    expect((await curator.get(`/api/tasks/${other}/files/${file.fileId}`)).body.code).toBe('file-unknown');
  });

  test.each([
    ['a program', (form: FormData) => form.append('file', new Blob(['MZ\u0090']), 'a.pdf'), 'file-refused'],
    [
      'a name that lies',
      (form: FormData) => form.append('file', new Blob(['text']), 'a.png'),
      'file-refused',
    ],
    ['an address that is none', (form: FormData) => form.append('link', 'javascript:alert(1)'), 'link-wrong'],
    ['a long text', (form: FormData) => form.append('text', 'а'.repeat(4001)), 'text-too-long'],
  ])('stores nothing at all with %s', async (_, add, code) => {
    const form = new FormData();
    form.append('text', 'Куратор назначен');
    add(form);
    const { status, body } = await curator.post(`/api/tasks/${task}/completions`, form);
    expect([status, body.code]).toEqual([422, code]);
    expect(await database.query('select from task_completion')).toHaveLength(0);
    expect((await curator.get(`/api/tasks/${task}`)).body.state).toBe('open');
  });

  test('is once, however often it is sent, and refused when somebody else was first', async () => {
    const key = { 'idempotency-key': 'a-key-of-mine' };
    const first = await curator.post(`/api/tasks/${task}/completions`, { text: 'Готово' }, key);
    const again = await curator.post(`/api/tasks/${task}/completions`, { text: 'Готово' }, key);
    expect(again.body).toEqual(first.body);
    const late = await coordinator.post(`/api/tasks/${task}/completions`, {});
    expect([late.status, late.body.code]).toEqual([409, 'task-done']);
    expect(await database.query('select from task_completion')).toHaveLength(1);
  });

  test('notes the audit without a word of what was handed in', async () => {
    await curator.post(`/api/tasks/${task}/completions`, { text: 'Тайна' });
    const rows = await database.query<object>(`select * from audit where action = 'task.completed'`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain(`"subject_id":"${task}"`);
    expect(JSON.stringify(rows)).not.toContain('Тайна');
  });
});

describe('waiving and reopening', () => {
  test('are a coordinator’s, with a reason, and tell whoever answers for it', async () => {
    await joinChat(deputy);
    expect((await curator.post(`/api/tasks/${task}/waiver`, { reason: 'Нет участников' })).status).toBe(403);
    expect((await coordinator.post(`/api/tasks/${task}/waiver`, { reason: ' … ' })).body.code).toBe(
      'reason-empty',
    );
    const waived = await coordinator.post(`/api/tasks/${task}/waiver`, { reason: 'Нет участников' });
    expect(waived.body).toMatchObject({ state: 'waived', waivedReason: 'Нет участников' });
    const back = await coordinator.post(`/api/tasks/${task}/reopening`);
    expect(back.body).toMatchObject({ state: 'open', waivedReason: null });
    expect(back.body.history.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'waived',
      'reopened',
    ]);
    expect(await told(deputy)).toEqual([expect.stringContaining('вернул задачу в работу')]);
    expect((await coordinator.post(`/api/tasks/${task}/reopening`)).body.code).toBe('task-open');
    const audit = await database.query<object>(`select * from audit where action like 'task.%'`);
    expect(JSON.stringify(audit)).not.toContain('участников');
  });
});

describe('reminding now', () => {
  const remind = () => coordinator.post(`/api/tasks/${task}/reminders`);

  test('writes once a day to each who can be written to, and says who can’t', async () => {
    await joinChat(deputy);
    const silent = await town.person('Касимова Ольга Петровна', 'deputy-head', town.school.id);
    const { body } = await remind();
    expect(body).toEqual([
      { personId: deputy.id, person: 'Бабинцева Наталья Юрьевна', outcome: 'told' },
      { personId: silent.id, person: 'Касимова Ольга Петровна', outcome: 'unreachable' },
    ]);
    expect((await remind()).body[0].outcome).toBe('told-today');
    const { history } = (await coordinator.get(`/api/tasks/${task}`)).body;
    expect(history.events[0]).toMatchObject({ kind: 'reminded', facts: { told: '1', of: '2' } });
    expect(await told(deputy)).toEqual([expect.stringContaining('Напоминаю о задаче')]);
    now = new Date('2022-03-22T06:00:00Z');
    coordinator = await panel.signedIn(coordinatorId);
    expect((await remind()).body[0].outcome).toBe('told');
    expect(await told(deputy)).toHaveLength(2);
  });

  test('writes once also when two ask at the same moment', async () => {
    await joinChat(deputy);
    const outcomes = (await Promise.all([remind(), remind(), remind()])).map(({ body }) => body[0].outcome);
    expect(outcomes.sort()).toEqual(['told', 'told-today', 'told-today']);
    expect(await told(deputy)).toHaveLength(1);
  });

  test('leaves alone who gave the task back, and says where nobody is appointed or nothing is left to do', async () => {
    await joinChat(deputy);
    await database.query(
      `insert into task_event (task_id, person_id, kind, at) values ($1, $2, 'handed-back', now())`,
      [task, deputy.id],
    );
    expect((await remind()).body[0].outcome).toBe('handed-back');
    await createPersonBook(database).dismiss(deputy.id, 'deputy-head', town.school.id, now);
    expect((await remind()).body.code).toBe('task-unheld');
    await coordinator.post(`/api/tasks/${task}/completions`, {});
    expect((await remind()).body.code).toBe('task-done');
  });
});

test('a list is within reach, whatever is asked for', async () => {
  await town.task('Чужая', '2022-03-01', town.otherSchool.id);
  const query = (path: string) => curator.get(`/api/tasks${path}`);
  expect((await query('')).body).toMatchObject({
    total: 1,
    page: 1,
    size: 50,
    items: [{ id: task, people: ['Бабинцева Наталья Юрьевна'] }],
  });
  expect((await query(`?organization=${town.otherSchool.id}`)).body.total).toBe(0);
  expect((await coordinator.get('/api/tasks?state=late&state=open&sort=-due')).body.total).toBe(2);
  expect((await coordinator.get('/api/tasks?state=late')).body.total).toBe(1);
  for (const wrong of [
    '?state=x',
    '?size=1000',
    '?page=0',
    '?sort=people',
    '?dueFrom=2022-02-30',
    '?organization=x',
  ]) {
    expect((await query(wrong)).status, wrong).toBe(400);
  }
});

test('the overview is within reach, and makes as many queries for many rows as for one', async () => {
  const { body } = await curator.get('/api/overview');
  expect(body).toMatchObject({
    today: '2022-03-21',
    counts: { open: 1, late: 0 },
    late: { total: 0 },
    soon: { total: 1 },
    applications: { total: 0, items: [] },
  });
  expect(body.unreachable.items).toMatchObject([{ person: 'Бабинцева Наталья Юрьевна', tasks: 1 }]);
  let queries = 0;
  const query: Database['query'] = (text, params) => {
    queries += 1;
    return database.query(text, params);
  };
  const desk = createOverviewDesk({ database: { ...database, query }, clock: { now: () => now } });
  const held = [{ role: 'coordinator' as const, organizationId: town.office.id }];
  const staff = staffAs(coordinatorId, town.programme.id, held);
  const asked = async () => {
    queries = 0;
    const { roadmap, late } = await desk.overview(staff);
    await desk.progress(staff, roadmap?.id ?? null);
    await desk.timeline(staff, roadmap?.id ?? null);
    return { late, queries };
  };
  const few = await asked();
  for (let each = 0; each < 30; each += 1)
    await town.task(`Задача ${each}`, '2022-03-01', town.otherSchool.id);
  const many = await asked();
  expect(many.late).toMatchObject({ total: 30 });
  expect(many.late.items).toHaveLength(5);
  expect(many.queries).toBe(few.queries);
  expect((await curator.get('/api/overview')).body.late.total).toBe(0);
});
