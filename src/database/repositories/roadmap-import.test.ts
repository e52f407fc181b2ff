import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { readDocument } from '../../documents/read-document.ts';
import type { OrganizationKind } from '../../domain/organizations/organization.ts';
import { isNoChange } from '../../domain/roadmap/plan-import.ts';
import { readRoadmap } from '../../domain/roadmap/read-roadmap.ts';
import type { ReadItem, ReadRoadmap } from '../../domain/roadmap/roadmap.ts';
import type { Sql } from '../sql.ts';
import { createResponsibleBook } from './responsible-book.ts';
import { importRoadmap } from './roadmap-import.ts';
import { syncTasks } from './task-plan.ts';

const database = await testDatabase();
afterAll(() => database.stop());

const read = readRoadmap(
  await readDocument(readFileSync(new URL('../../demo/glazov-2022-2024.txt', import.meta.url))),
);
const office = { name: 'Управление образования', shortName: 'УО' };
const at = new Date('2022-03-18T08:30:00+04:00');

let programmeId = '';
let programmes = 0;
beforeEach(async () => {
  programmes += 1;
  const [made] = await database.query<{ id: string }>(
    `insert into programme (key, name) values ($1, 'Программа') returning id`,
    [`programme-${programmes}`],
  );
  programmeId = made?.id ?? '';
  for (const name of ['Школа № 2', 'Школа № 3']) await organization('school', name);
});

async function organization(kind: OrganizationKind, name: string): Promise<void> {
  await database.query(
    'insert into organization (programme_id, kind, name, short_name) values ($1, $2, $3, $3)',
    [programmeId, kind, name],
  );
}

const load = (roadmap: ReadRoadmap = read, sql?: Sql) => {
  const input = { programmeId, read: roadmap, sourceHash: 'hash', office, at };
  return sql === undefined
    ? database.transaction((inner) => importRoadmap(inner, input))
    : importRoadmap(sql, input);
};

const changed = (code: string, more: Partial<ReadItem>): ReadRoadmap => ({
  ...read,
  items: read.items.map((item) => (item.code === code ? { ...item, ...more } : item)),
});

type TaskRow = {
  id: string;
  code: string;
  place: string;
  roles: string[];
  opensOn: string | null;
  dueOn: string | null;
  withdrawn: boolean;
};
const tasks = (code: string) =>
  database.query<TaskRow>(
    `select t.id, i.code, o.short_name as place, t.roles, t.opens_on::text as "opensOn", t.due_on::text as "dueOn",
       t.withdrawn_at is not null as withdrawn
     from task t join organization o on o.id = t.organization_id join occurrence c on c.id = t.occurrence_id
     join roadmap_item i on i.id = c.item_id
     where o.programme_id = $1 and i.code = $2 order by t.due_on, o.short_name, t.id`,
    [programmeId, code],
  );
const finish = (id: string) => database.query('update task set done_at = $2 where id = $1', [id, at]);
const count = async (table: string) => {
  const [row] = await database.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(row?.count);
};

test('the Glazov roadmap is stored whole, with its tasks', async () => {
  const report = await load();
  expect(report).toMatchObject({ isNew: true, tasks: { unknown: [], withdrawn: 0 } });
  expect(report.organizations).toEqual([
    'УО',
    'АОУ ДПО УР ИРО',
    'ГГПИ им. В.Г. Короленко',
    'ЦСОО «Перемена»',
    'Профсоюзный комитет',
  ]);
  const [stored] = await database.query(
    `select (select count(*)::int from roadmap_item i join roadmap r on r.id = i.roadmap_id where r.programme_id = $1) as items,
       (select count(*)::int from occurrence c join roadmap_item i on i.id = c.item_id join roadmap r on r.id = i.roadmap_id
        where r.programme_id = $1 and c.to_on is not null) as dated`,
    [programmeId],
  );
  expect(stored).toEqual({ items: 35, dated: 47 });
  expect(await tasks('1.2')).toMatchObject([
    { place: 'Школа № 2', roles: ['head'], opensOn: '2022-01-30', dueOn: '2022-03-01' },
    { place: 'Школа № 3', roles: ['head'], opensOn: '2022-01-30', dueOn: '2022-03-01' },
  ]);
  expect(await tasks('1.5')).toMatchObject([{ place: 'УО', roles: ['office-head'], dueOn: '2022-03-25' }]);
  expect(await tasks('1.8')).toMatchObject([{ place: 'УО', opensOn: null, dueOn: null }]);
  expect(await tasks('2.7')).toMatchObject([{ roles: ['deputy-head', 'mentor', 'mentee'] }, {}]);
  expect((await tasks('2.8')).map(({ place, dueOn }) => [place, dueOn])).toContainEqual([
    'ЦСОО «Перемена»',
    '2023-12-31',
  ]);
});

test('the same file again changes nothing', async () => {
  await load();
  const before = await Promise.all(
    ['roadmap', 'roadmap_item', 'occurrence', 'task', 'responsible_phrase', 'organization'].map(count),
  );
  const again = await load();
  expect(isNoChange(again.changes)).toBe(true);
  expect(again).toMatchObject({
    isNew: false,
    organizations: [],
    tasks: { inserted: 0, updated: 0, withdrawn: 0, revived: 0 },
  });
  expect(
    await Promise.all(
      ['roadmap', 'roadmap_item', 'occurrence', 'task', 'responsible_phrase', 'organization'].map(count),
    ),
  ).toEqual(before);
});

test('a moved deadline moves its tasks, the done one stays done', async () => {
  await load();
  const [task] = await tasks('1.5');
  await finish(task?.id ?? '');
  await load(
    changed('1.5', { deadline: 'До 1 апреля 2022', occurrences: [{ from: null, to: '2022-04-01' }] }),
  );
  expect(await tasks('1.5')).toMatchObject([
    { id: task?.id, dueOn: '2022-04-01', opensOn: '2022-03-02', withdrawn: false },
  ]);
});

test('before a moved deadline every rule has its turn again, and the earlier turns stay on record', async () => {
  await load();
  const [task] = await tasks('1.6');
  const [person] = await database.query<{ id: string }>(
    `insert into person (programme_id, surname, name) values ($1, 'Лаптева', 'Инна') returning id`,
    [programmeId],
  );
  for (const [rule, state] of [
    ['14-days', 'sent'],
    ['7-days', 'planned'],
  ]) {
    await database.query(
      `insert into reminder (task_id, person_id, rule_key, due_on, state) values ($1, $2, $3, '2022-03-11', $4)`,
      [task?.id, person?.id, rule, state],
    );
  }
  await load(changed('1.6', { deadline: 'До 1 июня 2022', occurrences: [{ from: null, to: '2022-06-01' }] }));
  expect(
    await database.query(
      `select split_part(rule_key, '@', 1) as key, rule_key like '%@%' as forgotten, state, reason
       from reminder where task_id = $1 order by id`,
      [task?.id],
    ),
  ).toEqual([
    { key: '14-days', forgotten: true, state: 'sent', reason: null },
    { key: '7-days', forgotten: true, state: 'skipped', reason: 'moved' },
  ]);
});

test('a removed item takes back its open tasks, keeps the answered ones and returns with all of them', async () => {
  await load();
  const [done] = await tasks('1.2');
  await finish(done?.id ?? '');
  const report = await load({ ...read, items: read.items.filter((item) => item.code !== '1.2') });
  expect(report).toMatchObject({
    changes: { removed: [{ item: { code: '1.2' } }] },
    tasks: { withdrawn: 1 },
  });
  expect((await tasks('1.2')).map((task) => task.withdrawn)).toEqual([false, true]);
  expect(await load()).toMatchObject({ tasks: { inserted: 0, revived: 1 } });
  expect((await tasks('1.2')).map((task) => task.withdrawn)).toEqual([false, false]);
});

test('a corrected title keeps the item and its tasks', async () => {
  await load();
  const before = await tasks('1.1');
  const report = await load(changed('1.1', { title: 'Информирование организаций' }));
  expect(report.changes).toMatchObject({ added: [], removed: [], updated: [{ fields: ['title'] }] });
  expect(await tasks('1.1')).toEqual(before);
});

test('another order is another roadmap, a failed import leaves nothing', async () => {
  await load();
  const before = await Promise.all(['roadmap', 'roadmap_item', 'task'].map(count));
  const other = { ...read, order: { number: '71-ОД', on: '2022-05-01' } };
  await expect(
    database.transaction(async (sql) => {
      await load(other, sql);
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await Promise.all(['roadmap', 'roadmap_item', 'task'].map(count))).toEqual(before);
  expect(await load(other)).toMatchObject({ isNew: true });
});

test('a new school gets its tasks at the next synchronization', async () => {
  await load();
  await organization('kindergarten', 'Детский сад № 12');
  const sync = await database.transaction((sql) => syncTasks(sql, programmeId));
  expect(sync).toMatchObject({ updated: 0, withdrawn: 0 });
  expect((await tasks('1.2')).map((task) => task.place)).toContain('Детский сад № 12');
  expect((await database.transaction((sql) => syncTasks(sql, programmeId))).inserted).toBe(0);
});

test('unknown words go to the coordinator until the staff explain them', async () => {
  expect((await load(changed('1.5', { responsible: ['Мэр города'] }))).tasks.unknown).toEqual([
    { itemCode: '1.5', phrase: 'Мэр города' },
  ]);
  expect(await tasks('1.5')).toMatchObject([{ place: 'УО', roles: ['coordinator'] }]);
  const words = createResponsibleBook(database);
  await words.explain(programmeId, 'мэр  города', [
    { place: 'office', role: 'office-head', organizationId: null },
  ]);
  await database.transaction((sql) => syncTasks(sql, programmeId));
  expect(await tasks('1.5')).toMatchObject([{ place: 'УО', roles: ['office-head'] }]);
});

test('what the staff have explained is not overruled by the next import', async () => {
  await load();
  const words = createResponsibleBook(database);
  await words.explain(programmeId, 'начальник УО', [
    { place: 'each-organization', role: 'curator', organizationId: null },
  ]);
  await load();
  expect(
    (await words.phrases(programmeId)).filter((row) => row.phrase.toLowerCase() === 'начальник уо'),
  ).toEqual([
    {
      phrase: 'начальник УО',
      place: 'each-organization',
      role: 'curator',
      organizationId: null,
      organizationName: null,
    },
  ]);
  expect((await tasks('1.5')).filter((task) => !task.withdrawn).map((task) => task.place)).toEqual([
    'Школа № 2',
    'Школа № 3',
  ]);
});

test('several imports at once end as one', async () => {
  await Promise.all([load(), load(), load()]);
  expect(await load()).toMatchObject({ isNew: false, tasks: { inserted: 0 } });
});
