import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { buildTaskCity, type TaskCity } from '../../../test/helpers/task-city.ts';
import type { ListQuery } from '../../domain/lists/page.ts';
import { type TaskState, taskState } from '../../domain/tasks/task.ts';
import { anyTask, type TaskFilter, type TaskSort } from '../../domain/tasks/task-list.ts';
import type { Database } from '../sql.ts';
import { listTasks } from './task-list.ts';

const today = '2022-03-21';
let database: Database;
let city: TaskCity;
let school: string;
let other: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  city = await buildTaskCity(database);
  school = await city.organization('Школа № 3');
  other = await city.organization('Школа № 7');
});

const usual: ListQuery<TaskSort> = { page: 1, size: 50, sort: 'due', descending: false, q: null };
const list = (
  filter: Partial<TaskFilter> = {},
  query: Partial<typeof usual> = {},
  organizationIds: string[] | null = null,
) =>
  listTasks(
    database,
    { programmeId: city.programmeId, organizationIds },
    { ...anyTask, ...filter },
    { ...usual, ...query },
    today,
  );

test('tells the state of every kind of task as the domain does', async () => {
  const days = [null, '2022-03-20', today, '2022-03-22'];
  const instants = [null, new Date('2022-03-20T10:00:00Z')];
  for (const opensOn of days) {
    for (const dueOn of days.filter((due) => due === null || opensOn === null || opensOn <= due)) {
      for (const doneAt of dueOn === null ? [null] : instants) {
        for (const waivedAt of instants) {
          const id = await city.task({
            organizationId: school,
            opensOn: dueOn === null ? null : opensOn,
            dueOn,
          });
          await database.query(
            `update task set opens_on = $2, done_at = $3, waived_at = $4, waived_reason = case when $4::timestamptz is null then null else 'x' end where id = $1`,
            [id, opensOn, doneAt, waivedAt],
          );
        }
      }
    }
  }
  const rows = await database.query<{
    id: string;
    opensOn: string;
    dueOn: string;
    doneAt: Date;
    waivedAt: Date;
  }>(
    `select id, opens_on as "opensOn", due_on as "dueOn", done_at as "doneAt", waived_at as "waivedAt" from task
     where organization_id = $1`,
    [school],
  );
  const expected = new Map(rows.map((row): [string, TaskState] => [row.id, taskState(row, today)]));
  const { items, total } = await list({}, { size: 100 });
  expect(total).toBe(rows.length);
  expect(new Map(items.map(({ id, state }) => [id, state]))).toEqual(expected);
  expect(new Set(expected.values()).size).toBe(6);
});

describe('a list', () => {
  beforeEach(async () => {
    await city.person('Бабинцева Наталья Юрьевна', { [school]: ['deputy-head'] });
    await city.task({ organizationId: school, dueOn: '2022-03-25', title: 'Приказ 100%' });
    await city.task({ organizationId: other, dueOn: '2022-03-01', title: 'Совещание' });
    await city.task({ organizationId: school, dueOn: null, title: 'Пополнение', roles: ['curator'] });
    await city.task({
      organizationId: school,
      dueOn: '2022-05-25',
      opensOn: '2022-05-01',
      title: 'Мониторинг',
    });
  });
  const titles = async (...asked: Parameters<typeof list>) =>
    (await list(...asked)).items.map(({ itemTitle }) => itemTitle);

  test('goes by the last day, standing ones last, and the other way round', async () => {
    expect(await titles()).toEqual(['Совещание', 'Приказ 100%', 'Мониторинг', 'Пополнение']);
    expect(await titles({}, { descending: true })).toEqual([
      'Мониторинг',
      'Приказ 100%',
      'Совещание',
      'Пополнение',
    ]);
    expect(await titles({}, { sort: 'item' })).toEqual([
      'Приказ 100%',
      'Совещание',
      'Пополнение',
      'Мониторинг',
    ]);
    expect(await titles({}, { sort: 'organization', descending: true })).toContain('Совещание');
    expect(await titles({}, { sort: 'done' })).toHaveLength(4);
  });

  test('filters by what is asked, and by all of it together', async () => {
    expect(await titles({ states: ['late', 'standing'] })).toEqual(['Совещание', 'Пополнение']);
    expect(await titles({ organizationId: school, dueFrom: '2022-03-25', dueTo: '2022-03-25' })).toEqual([
      'Приказ 100%',
    ]);
    expect(await titles({ role: 'curator' })).toEqual(['Пополнение']);
    expect(await titles({ organizationId: other, role: 'curator' })).toEqual([]);
    expect(await titles({}, { q: '100%' })).toEqual(['Приказ 100%']);
    expect(await titles({}, { q: '%' })).toEqual(['Приказ 100%']);
    expect(await titles({}, { q: '№ 7' })).toEqual(['Совещание']);
  });

  test('has pages that together are everything, each with the whole number', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list({}, { page, size: 3 })));
    expect(pages.map(({ items }) => items.length)).toEqual([3, 1, 0]);
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(4);
  });

  test('ends where the reader’s reach ends', async () => {
    expect(await titles({}, {}, [other])).toEqual(['Совещание']);
    expect(await titles({ organizationId: school }, {}, [other])).toEqual([]);
    const elsewhere = await buildTaskCity(database);
    const foreign = { programmeId: elsewhere.programmeId, organizationIds: null };
    expect(await listTasks(database, foreign, anyTask, usual, today)).toEqual({ total: 0, items: [] });
  });

  test('names who answers for a task', async () => {
    const { items } = await list({ states: ['open'] });
    expect(items).toMatchObject([
      {
        organizationName: 'Школа № 3',
        people: ['Бабинцева Наталья Юрьевна'],
        fromOn: null,
        dueOn: '2022-03-25',
        doneOn: null,
      },
    ]);
  });
});
