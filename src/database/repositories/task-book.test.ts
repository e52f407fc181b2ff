import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { buildTaskCity, type TaskCity } from '../../../test/helpers/task-city.ts';
import type { TaskBook } from '../../domain/tasks/task-book.ts';
import type { Database } from '../sql.ts';
import { createTaskBook } from './task-book.ts';

const today = '2022-03-25';
const at = new Date('2022-03-25T10:00:00+04:00');

let database: Database;
let city: TaskCity;
let school: string;
let deputy: string;
let coordinator: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  city = await buildTaskCity(database);
  school = await city.organization('Школа № 3');
  const office = await city.organization('Управление', 'office');
  deputy = await city.person('Бабинцева Наталья Юрьевна', { [school]: ['deputy-head'] });
  coordinator = await city.person('Тихонова Марина Сергеевна', { [office]: ['coordinator'] });
});

function book<T>(work: (book: TaskBook) => Promise<T>): Promise<T> {
  return database.transaction((sql) => work(createTaskBook(sql)));
}

const events = (taskId: string) =>
  database.query<{ kind: string; facts: unknown }>(
    'select kind, facts from task_event where task_id = $1 order by id',
    [taskId],
  );

describe('the list of a person', () => {
  test('has late ones first, then by last day, and standing ones last', async () => {
    const standing = await city.task({ organizationId: school, dueOn: null });
    const later = await city.task({ organizationId: school, dueOn: '2022-10-31' });
    const late = await city.task({ organizationId: school, dueOn: '2022-03-01' });
    const soon = await city.task({ organizationId: school, dueOn: today });
    const cards = await book((tasks) => tasks.tasksOf(deputy, today));
    expect(cards.map(({ id }) => id)).toEqual([late, soon, later, standing]);
    expect(cards[0]).toMatchObject({
      dueOn: '2022-03-01',
      organizationName: 'Школа № 3',
      people: ['Бабинцева Наталья Юрьевна'],
      roles: ['deputy-head'],
    });
  });

  test('has nothing of other roles, other schools, of what is done, withdrawn or given back', async () => {
    const other = await city.organization('Школа № 7');
    await city.task({ organizationId: other, dueOn: today });
    await city.task({ organizationId: school, dueOn: today, roles: ['curator'] });
    const done = await city.task({ organizationId: school, dueOn: today });
    const back = await city.task({ organizationId: school, dueOn: today });
    const withdrawn = await city.task({ organizationId: school, dueOn: today });
    await database.query('update task set withdrawn_at = now() where id = $1', [withdrawn]);
    await book((tasks) => tasks.complete(deputy, done, at));
    await book((tasks) => tasks.handBack(deputy, back, at));
    expect(await book((tasks) => tasks.tasksOf(deputy, today))).toEqual([]);
  });
});

describe('who may see and settle a task', () => {
  test('those who answer for it and the coordinators; for anybody else it does not exist', async () => {
    const task = await city.task({ organizationId: school, dueOn: today });
    const stranger = await city.person('Касимова Елена Павловна', { [school]: ['mentor'] });
    expect(await book((tasks) => tasks.taskOf(deputy, task))).toMatchObject({ id: task });
    expect(await book((tasks) => tasks.taskOf(coordinator, task))).toMatchObject({ id: task });
    expect(await book((tasks) => tasks.taskOf(stranger, task))).toBeNull();
    await expect(book((tasks) => tasks.complete(stranger, task, at))).rejects.toMatchObject({
      code: 'task-unknown',
    });
  });

  test('a coordinator of another city sees nothing', async () => {
    const elsewhere = await buildTaskCity(database);
    const office = await elsewhere.organization('Управление', 'office');
    const foreign = await elsewhere.person('Иванова Полина Максимовна', { [office]: ['coordinator'] });
    const task = await city.task({ organizationId: school, dueOn: today });
    expect(await book((tasks) => tasks.taskOf(foreign, task))).toBeNull();
    await expect(book((tasks) => tasks.handBack(foreign, task, at))).rejects.toMatchObject({
      code: 'task-unknown',
    });
  });
});

describe('completing', () => {
  test('of two people at once one completes it and the other is told since when it is done', async () => {
    const colleague = await city.person('Волкова Дарья Андреевна', { [school]: ['deputy-head'] });
    const task = await city.task({ organizationId: school, dueOn: today });
    const tries = await Promise.allSettled(
      [deputy, colleague].map((person) => book((tasks) => tasks.complete(person, task, at))),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = tries.find((each) => each.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'task-done', facts: { on: '2022-03-25' } });
    expect(await events(task)).toHaveLength(1);
  });

  test('a standing task is recorded any number of times', async () => {
    const task = await city.task({ organizationId: school, dueOn: null });
    const first = await book((tasks) => tasks.complete(deputy, task, at));
    const second = await book((tasks) => tasks.complete(deputy, task, at));
    expect(first).not.toBe(second);
    expect(await book((tasks) => tasks.tasksOf(deputy, today))).toHaveLength(1);
  });

  test.each([
    [`waived_at = now(), waived_reason = 'Нет участников'`, 'task-waived'],
    ['withdrawn_at = now()', 'task-withdrawn'],
  ])('a task with %s is refused as %s', async (change, code) => {
    const task = await city.task({ organizationId: school, dueOn: today });
    await database.query(`update task set ${change} where id = $1`, [task]);
    await expect(book((tasks) => tasks.complete(deputy, task, at))).rejects.toMatchObject({ code });
  });
});

test('results hang on the completion; a file waits for its bytes', async () => {
  const task = await city.task({ organizationId: school, dueOn: today });
  const completion = await book((tasks) => tasks.complete(deputy, task, at));
  await book(async (tasks) => {
    await tasks.addResult(deputy, completion, { kind: 'text', text: 'Сделано' }, at);
    await tasks.addResult(deputy, completion, { kind: 'link', url: 'https://example.org/a' }, at);
    const file = { name: 'Приказ.pdf', mime: 'application/pdf', size: 1200 };
    await tasks.addResult(
      deputy,
      completion,
      { kind: 'file', ...file, platform: 'vk', source: { url: 'x' } },
      at,
    );
  });
  const results = await database.query(
    `select r.kind, r.text, f.name, f.state, f.platform, f.source, f.size, f.person_id as owner
     from task_result r left join stored_file f on f.id = r.file_id where r.completion_id = $1 order by r.id`,
    [completion],
  );
  expect(results).toMatchObject([
    { kind: 'text', text: 'Сделано' },
    { kind: 'link', text: 'https://example.org/a' },
    {
      kind: 'file',
      name: 'Приказ.pdf',
      state: 'wanted',
      platform: 'vk',
      source: { url: 'x' },
      size: '1200',
      owner: deputy,
    },
  ]);
  const stranger = await city.person('Касимова Елена Павловна', { [school]: ['mentor'] });
  await expect(
    book((tasks) => tasks.addResult(stranger, completion, { kind: 'text', text: 'Я' }, at)),
  ).rejects.toMatchObject({ code: 'task-unknown' });
});

test('a postponed reminder is one row, however often the button is pressed', async () => {
  const task = await city.task({ organizationId: school, dueOn: today });
  await book((tasks) => tasks.snooze(deputy, task, '2022-03-28', at));
  await book((tasks) => tasks.snooze(deputy, task, '2022-03-28', at));
  expect(
    await database.query('select rule_key, due_on, state from reminder where task_id = $1', [task]),
  ).toEqual([{ rule_key: 'snooze:2022-03-28', due_on: '2022-03-28', state: 'planned' }]);
});

test('giving a task back is recorded once and names the other coordinators', async () => {
  const task = await city.task({ organizationId: school, dueOn: today });
  expect(await book((tasks) => tasks.handBack(deputy, task, at))).toEqual({ coordinatorIds: [coordinator] });
  expect(await book((tasks) => tasks.handBack(deputy, task, at))).toEqual({ coordinatorIds: [coordinator] });
  expect(await book((tasks) => tasks.handBack(coordinator, task, at))).toEqual({ coordinatorIds: [] });
  expect(await events(task)).toEqual([
    { kind: 'handed-back', facts: {} },
    { kind: 'handed-back', facts: {} },
  ]);
});

test('the summary counts by organization, most late ones first, for coordinators only', async () => {
  const other = await city.organization('Школа № 7');
  const late = await city.task({ organizationId: other, dueOn: '2022-03-20', title: 'Приказ' });
  const done = await city.task({ organizationId: school, dueOn: today });
  await city.task({ organizationId: school, dueOn: '2022-04-01' });
  await city.task({ organizationId: school, opensOn: '2022-09-01', dueOn: '2022-09-30' });
  await city.task({ organizationId: school, dueOn: null });
  await book((tasks) => tasks.complete(deputy, done, at));
  expect(await book((tasks) => tasks.summary(coordinator, today))).toEqual([
    {
      organizationId: other,
      organizationName: 'Школа № 7',
      done: 0,
      open: 0,
      late: 1,
      waived: 0,
      lateTasks: [{ taskId: late, itemCode: '1.1', itemTitle: 'Приказ', dueOn: '2022-03-20', people: [] }],
      unreachable: [],
    },
    {
      organizationId: school,
      organizationName: 'Школа № 3',
      done: 1,
      open: 1,
      late: 0,
      waived: 0,
      lateTasks: [],
      unreachable: [],
    },
  ]);
  await expect(book((tasks) => tasks.summary(deputy, today))).rejects.toMatchObject({
    code: 'not-coordinator',
  });
});

test('the summary names those who answer for open or late tasks and have no open chat', async () => {
  const names = async () =>
    (await book((tasks) => tasks.summary(coordinator, today))).flatMap(({ unreachable }) => unreachable);
  const task = await city.task({ organizationId: school, dueOn: today });
  const colleague = await city.person('Волкова Дарья Андреевна', { [school]: ['deputy-head'] }, []);
  await city.person('Касимова Елена Павловна', { [school]: ['mentor'] }, []);
  expect(await names()).toEqual(['Волкова Дарья Андреевна']);
  await database.query('update chat_account set closed_at = now() where person_id = $1', [deputy]);
  expect(await names()).toEqual(['Бабинцева Наталья Юрьевна', 'Волкова Дарья Андреевна']);
  await book((tasks) => tasks.handBack(colleague, task, at));
  expect(await names()).toEqual(['Бабинцева Наталья Юрьевна']);
  await book((tasks) => tasks.complete(deputy, task, at));
  expect(await names()).toEqual([]);
});
