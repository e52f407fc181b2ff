import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { buildTaskCity, type TaskCity } from '../../../test/helpers/task-city.ts';
import type { RoadmapHead } from '../../domain/overview/overview.ts';
import type { Database } from '../sql.ts';
import {
  countsOf,
  progressOf,
  roadmapHead,
  timelineOf,
  uncertainDeliveries,
  unreachablePeople,
  waitingApplications,
} from './overview.ts';

const today = '2022-03-21';
let database: Database;
let city: TaskCity;
let school: string;
let other: string;
let roadmap: RoadmapHead;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  city = await buildTaskCity(database);
  school = await city.organization('Школа № 3');
  other = await city.organization('Школа № 7');
  roadmap = (await roadmapHead(database, city.programmeId, null, today))!;
});

const scope = (organizationIds: string[] | null = null) => ({
  reach: { programmeId: city.programmeId, organizationIds },
  today,
});

/** One more occurrence of the task's item, with a task in the same organization. */
async function again(task: string, dueOn: string): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `with piece as (insert into occurrence (item_id, to_on) select item_id, $2::date from occurrence c
       join task t on t.occurrence_id = c.id where t.id = $1 returning id)
     insert into task (occurrence_id, organization_id, roles, due_on)
     select piece.id, t.organization_id, t.roles, $2 from piece, task t where t.id = $1 returning id`,
    [task, dueOn],
  );
  return row!.id;
}

const done = (task: string) => database.query('update task set done_at = now() where id = $1', [task]);

describe('the roadmap that is shown', () => {
  test('is the one of today, else the newest, and never another programme’s', async () => {
    const next = await database.query<{ id: string }>(
      `insert into roadmap (programme_id, title, order_number, order_on, period_from, period_to, source_hash)
       values ($1, 'Следующая', '5', '2025-01-09', '2025-01-01', '2027-12-31', '-') returning id`,
      [city.programmeId],
    );
    const head = (id: string | null, day: string) => roadmapHead(database, city.programmeId, id, day);
    expect(await head(null, today)).toEqual(roadmap);
    expect(await head(null, '2025-02-01')).toMatchObject({
      title: 'Следующая',
      order: { number: '5', on: '2025-01-09' },
    });
    expect(await head(null, '2030-01-01')).toMatchObject({ title: 'Следующая' });
    expect(await head(next[0]!.id, today)).toMatchObject({ title: 'Следующая' });
    const elsewhere = await buildTaskCity(database);
    expect(await roadmapHead(database, elsewhere.programmeId, roadmap.id, today)).toBeNull();
  });
});

describe('progress', () => {
  test('shows an item in an organization by what needs somebody first', async () => {
    const first = await city.task({ organizationId: school, dueOn: '2022-03-01', title: 'Приказ' });
    await done(first);
    await again(first, '2023-03-01');
    const late = await city.task({ organizationId: other, dueOn: '2022-03-01', title: 'Совещание' });
    await done(await again(late, '2022-03-02'));
    const waived = await city.task({ organizationId: school, dueOn: '2022-03-01', title: 'Форум' });
    await database.query(`update task set waived_at = now(), waived_reason = 'x' where id = $1`, [waived]);
    await city.task({ organizationId: school, dueOn: null, title: 'Пополнение' });
    const { items, organizations, cells } = await progressOf(database, scope(), roadmap);
    expect(items.map(({ title }) => title)).toEqual(['Приказ', 'Совещание', 'Форум', 'Пополнение']);
    expect(organizations).toEqual([
      { id: school, name: 'Школа № 3' },
      { id: other, name: 'Школа № 7' },
    ]);
    const shown = (title: string, organizationId: string) => {
      const item = items.find((each) => each.title === title);
      return cells.find((cell) => cell.itemId === item?.id && cell.organizationId === organizationId);
    };
    expect(shown('Приказ', school)).toMatchObject({ state: 'open', done: 1, total: 2 });
    expect(shown('Приказ', other)).toBeUndefined();
    expect(shown('Совещание', other)).toMatchObject({ state: 'late', done: 1, total: 2 });
    expect(shown('Форум', school)).toMatchObject({ state: 'waived', done: 0, total: 1 });
    expect(shown('Пополнение', school)).toMatchObject({ state: 'standing' });
  });

  test('has only the reader’s organizations', async () => {
    await city.task({ organizationId: school, dueOn: '2022-03-25' });
    await city.task({ organizationId: other, dueOn: '2022-03-01' });
    const { organizations, cells } = await progressOf(database, scope([other]), roadmap);
    expect(organizations.map(({ id }) => id)).toEqual([other]);
    expect(cells).toHaveLength(1);
    expect(await countsOf(database, scope([other]), roadmap.id)).toMatchObject({ late: 1, open: 0 });
    expect(await countsOf(database, scope(), roadmap.id)).toMatchObject({ late: 1, open: 1 });
  });
});

test('the timeline has every window with how far it is', async () => {
  const task = await city.task({
    organizationId: school,
    opensOn: '2022-03-01',
    dueOn: '2022-03-25',
    title: 'Приказ',
  });
  await done(task);
  await again(task, '2023-03-25');
  await city.task({ organizationId: other, dueOn: null, title: 'Пополнение' });
  expect((await timelineOf(database, scope(), roadmap)).items).toMatchObject([
    {
      title: 'Приказ',
      windows: [
        { from: '2022-03-01', to: '2022-03-25', state: 'done', done: 1, total: 1 },
        { from: null, to: '2023-03-25', state: 'open', done: 0, total: 1 },
      ],
    },
    { title: 'Пополнение', windows: [] },
  ]);
  expect((await timelineOf(database, scope([other]), roadmap)).items[0]?.windows[0]).toMatchObject({
    state: null,
    total: 0,
  });
});

test('people who answer for work at hand and can’t be written to are counted, each once an organization', async () => {
  const silent = await city.person(
    'Ушакова Анна Ильинична',
    { [school]: ['deputy-head'], [other]: ['deputy-head'] },
    [],
  );
  await city.person('Бабинцева Наталья Юрьевна', { [school]: ['deputy-head'] });
  await city.person('Тихонова Марина Сергеевна', { [school]: ['head'] }, []);
  await city.task({ organizationId: school, dueOn: '2022-03-25' });
  await city.task({ organizationId: school, dueOn: '2022-03-01' });
  await city.task({ organizationId: other, dueOn: '2023-03-25', opensOn: '2023-03-01' });
  expect(await unreachablePeople(database, scope())).toEqual({
    total: 1,
    items: [{ personId: silent, person: 'Ушакова Анна Ильинична', organizationName: 'Школа № 3', tasks: 2 }],
  });
  expect(await unreachablePeople(database, scope([other]))).toEqual({ total: 0, items: [] });
});

test('applications that wait come oldest first, the first few of them', async () => {
  const person = await city.person('Ушакова Анна Ильинична', {});
  for (let day = 1; day <= 7; day += 1) {
    const each = day === 1 ? person : await city.person(`Иванова Анна ${day}`, {});
    await database.query(
      `insert into application (person_id, form, role, organization_id, state, applied_at)
       values ($1, 'mentor', 'mentor', $2, 'applied', $3)`,
      [each, school, `2022-03-0${day}T23:30:00Z`],
    );
  }
  const found = await waitingApplications(database, scope().reach);
  expect(found.total).toBe(7);
  expect(found.items).toHaveLength(5);
  expect(found.items[0]).toMatchObject({
    appliedOn: '2022-03-02',
    person: 'Ушакова Анна Ильинична',
    form: 'mentor',
  });
  expect((await waitingApplications(database, scope([other]).reach)).total).toBe(0);
  await database.query(
    `update application set role = 'deputy-head' where id = (select min(id) from application)`,
  );
  expect((await waitingApplications(database, scope([school]).reach)).total).toBe(6);
  expect((await waitingApplications(database, scope().reach)).total).toBe(7);
});

test('deliveries that may not have arrived are the organization’s whose person they were for', async () => {
  const person = await city.person('Ушакова Анна Ильинична', { [school]: ['deputy-head'] });
  const put = (personId: string | null) =>
    database.query(
      `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, state)
       values ('telegram', '5', '5', $1, '{}', 0, 'uncertain')`,
      [personId],
    );
  await put(person);
  await put(null);
  expect(await uncertainDeliveries(database, scope([school]).reach)).toMatchObject({
    total: 1,
    items: [{ platform: 'telegram', person: 'Ушакова Анна Ильинична' }],
  });
  expect(
    (await uncertainDeliveries(database, scope().reach)).items.map(({ person: name }) => name),
  ).toContain(null);
  expect((await uncertainDeliveries(database, scope([other]).reach)).total).toBe(0);
});
