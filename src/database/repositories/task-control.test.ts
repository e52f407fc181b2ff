import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { buildTaskCity, type TaskCity } from '../../../test/helpers/task-city.ts';
import { addDays } from '../../domain/calendar/day.ts';
import { planReminders } from '../../domain/reminders/plan-reminders.ts';
import type { TaskBook } from '../../domain/tasks/task-book.ts';
import type { Database } from '../sql.ts';
import { createReminderBook } from './reminder-book.ts';
import { createTaskBook } from './task-book.ts';

const today = '2022-03-21';
const at = new Date('2022-03-21T10:00:00+04:00');

let database: Database;
let city: TaskCity;
let school: string;
let deputy: string;
let coordinator: string;
let task: string;

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
  task = await city.task({ organizationId: school, opensOn: '2022-02-23', dueOn: '2022-03-25' });
});

function book<T>(work: (book: TaskBook) => Promise<T>): Promise<T> {
  return database.transaction((sql) => work(createTaskBook(sql)));
}

const story = async () =>
  (await book((tasks) => tasks.historyOf(coordinator, task))).events.map(({ kind, person, facts }) => ({
    kind,
    who: person?.split(' ')[0] ?? null,
    facts,
  }));

const reminders = () =>
  database.query<{ key: string; on: string; state: string }>(
    `select rule_key as key, due_on::text as "on", state from reminder
     where task_id = $1 and person_id = $2 and rule_key not like '%@%' order by due_on, rule_key`,
    [task, deputy],
  );

/** As the sweep does on that day. */
async function plan(day: string): Promise<void> {
  await database.transaction(async (sql) => {
    const reminderBook = createReminderBook(sql);
    const rules = await reminderBook.rulesOf(city.programmeId);
    const tasks = await reminderBook.tasksToPlan({
      programmeId: city.programmeId,
      today: day,
      horizon: addDays(day, 14),
      afterId: '0',
      size: 100,
    });
    await reminderBook.plan(planReminders({ tasks, rules, coordinatorIds: [coordinator], today: day }));
  });
}

describe('only a coordinator of the programme', () => {
  const attempts: [string, (tasks: TaskBook, person: string) => Promise<unknown>][] = [
    ['reads what was handed in', (tasks, person) => tasks.historyOf(person, task)],
    ['waives', (tasks, person) => tasks.waive(person, task, 'Нет участников', at)],
    ['reopens', (tasks, person) => tasks.reopen(person, task, at)],
  ];

  test.each(attempts)('%s', async (_, attempt) => {
    await book((tasks) => tasks.complete(deputy, task, at));
    await expect(book((tasks) => attempt(tasks, deputy))).rejects.toMatchObject({ code: 'not-coordinator' });
    const elsewhere = await buildTaskCity(database);
    const office = await elsewhere.organization('Управление', 'office');
    const foreign = await elsewhere.person('Иванова Полина Максимовна', { [office]: ['coordinator'] });
    await expect(book((tasks) => attempt(tasks, foreign))).rejects.toMatchObject({ code: 'task-unknown' });
  });

  test('lists what is done, and nothing of another programme', async () => {
    await book((tasks) => tasks.complete(deputy, task, at));
    await expect(book((tasks) => tasks.donePage(deputy, 0, 5))).rejects.toMatchObject({
      code: 'not-coordinator',
    });
    const elsewhere = await buildTaskCity(database);
    const office = await elsewhere.organization('Управление', 'office');
    const foreign = await elsewhere.person('Иванова Полина Максимовна', { [office]: ['coordinator'] });
    expect(await book((tasks) => tasks.donePage(foreign, 0, 5))).toEqual({ total: 0, page: 0, tasks: [] });
  });

  test('no longer does once dismissed', async () => {
    await database.query('update appointment set ended_at = now() where person_id = $1', [coordinator]);
    await expect(book((tasks) => tasks.waive(coordinator, task, 'Нет', at))).rejects.toMatchObject({
      code: 'not-coordinator',
    });
  });
});

describe('what was done', () => {
  test('is told with everything handed in, newest first, files with how they stand', async () => {
    const first = await book((tasks) => tasks.complete(deputy, task, at));
    const file = {
      kind: 'file',
      name: 'Приказ.pdf',
      mime: 'application/pdf',
      size: 9,
      platform: 'vk',
    } as const;
    await book(async (tasks) => {
      await tasks.addResult(deputy, first, { kind: 'text', text: 'Назначен' }, at);
      await tasks.addResult(deputy, first, { kind: 'link', url: 'https://example.org/a' }, at);
      await tasks.addResult(deputy, first, { ...file, source: {} }, at);
    });
    await book((tasks) => tasks.reopen(coordinator, task, at));
    await book((tasks) => tasks.complete(coordinator, task, new Date('2022-03-22T23:30:00+04:00')));
    const { completions } = await book((tasks) => tasks.historyOf(coordinator, task));
    expect(completions).toMatchObject([
      { on: '2022-03-22', person: 'Тихонова Марина Сергеевна', results: [] },
      {
        on: '2022-03-21',
        person: 'Бабинцева Наталья Юрьевна',
        results: [
          { kind: 'text', text: 'Назначен' },
          { kind: 'link', url: 'https://example.org/a' },
          { kind: 'file', name: 'Приказ.pdf', state: 'wanted', fileId: expect.stringMatching(/^\d+$/) },
        ],
      },
    ]);
    const page = await book((tasks) => tasks.donePage(coordinator, 9, 1));
    expect(page).toMatchObject({
      total: 2,
      page: 1,
      tasks: [{ taskId: task, organizationName: 'Школа № 3' }],
    });
  });
});

describe('waiving', () => {
  test('keeps the reason and takes the task off every list', async () => {
    await book((tasks) => tasks.waive(coordinator, task, '  Нет участников ', at));
    expect(await book((tasks) => tasks.tasksOf(deputy, today))).toEqual([]);
    expect(await book((tasks) => tasks.taskOf(coordinator, task))).toMatchObject({
      waivedReason: 'Нет участников',
      waivedAt: at,
    });
    expect(await story()).toEqual([{ kind: 'waived', who: 'Тихонова', facts: { reason: 'Нет участников' } }]);
    await plan('2022-03-25');
    expect(await reminders()).toEqual([]);
  });

  test('needs a reason in words', async () => {
    for (const reason of ['', '  ', '👍'])
      await expect(book((tasks) => tasks.waive(coordinator, task, reason, at))).rejects.toMatchObject({
        code: 'reason-empty',
      });
  });

  test('of a task being done at the same moment, either happens and never both', async () => {
    const tries = await Promise.allSettled([
      book((tasks) => tasks.complete(deputy, task, at)),
      book((tasks) => tasks.waive(coordinator, task, 'Нет участников', at)),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const card = await book((tasks) => tasks.taskOf(coordinator, task));
    expect(card?.doneAt === null).not.toBe(card?.waivedAt === null);
    expect(await story()).toHaveLength(1);
  });

  test.each(['done', 'waived'])('a task that is %s is refused', async (state) => {
    if (state === 'done') await book((tasks) => tasks.complete(deputy, task, at));
    else await book((tasks) => tasks.waive(coordinator, task, 'Нет участников', at));
    await expect(book((tasks) => tasks.waive(coordinator, task, 'Ещё раз', at))).rejects.toMatchObject({
      code: `task-${state}`,
    });
  });
});

describe('reopening', () => {
  test('makes a done or waived task work again and names those to be told', async () => {
    const back = await city.person('Волкова Дарья Андреевна', { [school]: ['deputy-head'] });
    await book((tasks) => tasks.handBack(back, task, at));
    for (const settle of [
      (tasks: TaskBook) => tasks.complete(deputy, task, at),
      (tasks: TaskBook) => tasks.waive(coordinator, task, 'Нет участников', at),
    ]) {
      await book<unknown>(settle);
      expect(await book((tasks) => tasks.reopen(coordinator, task, at))).toEqual({
        responsibleIds: [deputy],
      });
      expect((await book((tasks) => tasks.tasksOf(deputy, today))).map(({ id }) => id)).toEqual([task]);
    }
    expect((await story()).map(({ kind }) => kind)).toEqual([
      'handed-back',
      'completed',
      'reopened',
      'waived',
      'reopened',
    ]);
  });

  test('of two coordinators at once one does it', async () => {
    const other = await city.person('Поздеева Ольга Ивановна', { [school]: ['coordinator'] });
    await book((tasks) => tasks.complete(deputy, task, at));
    const tries = await Promise.allSettled(
      [coordinator, other].map((person) => book((tasks) => tasks.reopen(person, task, at))),
    );
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'task-open' },
    });
    expect((await story()).map(({ kind }) => kind)).toEqual(['completed', 'reopened']);
  });

  test('a task that was never settled, or that the roadmap no longer has, is refused', async () => {
    const reopen = () => book((tasks) => tasks.reopen(coordinator, task, at));
    await expect(reopen()).rejects.toMatchObject({ code: 'task-open' });
    await book((tasks) => tasks.waive(coordinator, task, 'Нет участников', at));
    await database.query('update task set withdrawn_at = now() where id = $1', [task]);
    await expect(reopen()).rejects.toMatchObject({ code: 'task-withdrawn' });
  });

  test('reminders go on with the next turn: those of the past count as taken', async () => {
    await plan('2022-03-12');
    await book((tasks) => tasks.complete(deputy, task, at));
    await book((tasks) => tasks.reopen(coordinator, task, at));
    await plan(today);
    expect((await reminders()).map(({ key, state }) => `${key} ${state}`)).toEqual([
      'opens skipped',
      '14-days skipped',
      '7-days skipped',
    ]);
    await plan('2022-03-24');
    expect((await reminders()).at(-1)).toEqual({ key: '1-day', on: '2022-03-24', state: 'planned' });
  });

  test('a late one waits for its next week, however often it is reopened', async () => {
    const late = new Date('2022-04-06T10:00:00+04:00');
    await plan('2022-04-04');
    for (let times = 0; times < 2; times += 1) {
      await book((tasks) => tasks.complete(deputy, task, late));
      await book((tasks) => tasks.reopen(coordinator, task, late));
      await plan('2022-04-06');
    }
    expect((await reminders()).filter(({ state }) => state === 'planned')).toEqual([]);
    await plan('2022-04-11');
    expect((await reminders()).filter(({ state }) => state === 'planned')).toEqual([
      { key: 'late-weekly:2', on: '2022-04-11', state: 'planned' },
    ]);
  });

  test('a day chosen before is forgotten and may be chosen anew', async () => {
    await book((tasks) => tasks.snooze(deputy, task, '2022-03-24', at));
    await book((tasks) => tasks.complete(deputy, task, at));
    await book((tasks) => tasks.reopen(coordinator, task, at));
    expect((await reminders()).filter(({ key }) => key.startsWith('snooze'))).toEqual([]);
    await book((tasks) => tasks.snooze(deputy, task, '2022-03-24', at));
    expect((await reminders()).filter(({ key }) => key.startsWith('snooze'))).toEqual([
      { key: 'snooze:2022-03-24', on: '2022-03-24', state: 'planned' },
    ]);
  });

  test('somebody appointed later is reminded of it as of any task', async () => {
    await book((tasks) => tasks.waive(coordinator, task, 'Нет участников', at));
    await book((tasks) => tasks.reopen(coordinator, task, at));
    deputy = await city.person('Волкова Дарья Андреевна', { [school]: ['deputy-head'] });
    await plan(today);
    expect((await reminders()).map(({ state }) => state)).toEqual(['planned', 'planned', 'planned']);
  });
});
