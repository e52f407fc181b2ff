import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createReminderBook } from '../database/repositories/reminder-book.ts';
import { importRoadmap } from '../database/repositories/roadmap-import.ts';
import { cardsOfProgramme } from '../database/repositories/task-cards.ts';
import { syncTasks } from '../database/repositories/task-plan.ts';
import type { Database } from '../database/sql.ts';
import { readDocument } from '../documents/read-document.ts';
import type { ContestSettings } from '../domain/contests/contest-settings.ts';
import { horizonOf, planReminders } from '../domain/reminders/plan-reminders.ts';
import { readRoadmap } from '../domain/roadmap/read-roadmap.ts';
import type { ReadRoadmap } from '../domain/roadmap/roadmap.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { versionOf } from '../domain/staff/version.ts';
import { createContestDesk } from './contest-desk.ts';
import { syncMilestones } from './contest-milestones.ts';
import { createResultsDesk } from './results-desk.ts';
import { createRoadmapDesk } from './roadmap-desk.ts';
import { createDraftDesk } from './roadmap-draft-desk.ts';

const roadmap = readRoadmap(
  await readDocument(readFileSync(new URL('../demo/glazov-2022-2024.txt', import.meta.url))),
);
const office = { name: 'Управление образования', shortName: 'Управление образования' };

let database: Database;
let town: Town;
let staff: Staff;
let coordinatorId: string;
let now: Date;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  now = new Date('2022-03-05T06:00:00Z');
  coordinatorId = (await town.person('Ложкина Вера Львовна', 'coordinator', town.office.id)).id;
  staff = staffAs(coordinatorId, town.programme.id, [
    { role: 'coordinator', organizationId: town.office.id },
  ]);
  await load(roadmap);
});

const deps = () => deskDeps(database, { now: () => now });
const desk = () => createContestDesk(deps());

function load(read: ReadRoadmap) {
  return database.transaction((sql) =>
    importRoadmap(sql, { programmeId: town.programme.id, read, sourceHash: 'x', office, at: now }),
  );
}

async function itemOf(code: string): Promise<string> {
  const [item] = await database.query<{ id: string }>(
    'select id::text from roadmap_item where code = $1 and removed_at is null',
    [code],
  );
  return item?.id ?? '';
}

/** A draft for item 3.11, ready to be announced. */
async function draft(wish: Parameters<typeof contestIn>[2] = {}) {
  const contest = await contestIn(database, town.programme.id, {
    state: 'draft',
    opensAt: new Date('2022-03-10T05:00:00Z'),
    closesAt: new Date('2022-03-31T20:00:00Z'),
    judgingUntil: new Date('2022-04-10T14:00:00Z'),
    resultsOn: '2022-04-15',
    itemId: await itemOf('3.11'),
    nominations: [{ title: 'Мой наставник', hashtags: ['#МойНаставник'] }],
    ...wish,
  });
  await database.query(`update contest set summary = 'Пишем о наставниках' where id = $1`, [contest.id]);
  return contest.id;
}

async function announced(wish: Parameters<typeof contestIn>[2] = {}) {
  const id = await draft(wish);
  await desk().announce(staff, id, { post: null, mailing: null });
  return id;
}

async function change(id: string, next: Partial<ContestSettings>) {
  const { settings } = await desk().get(staff, id);
  return desk().edit(staff, id, versionOf(settings), { ...settings, ...next });
}

/** The tasks that the contest has made, a line each. */
async function tasksOf(contestId: string): Promise<string[]> {
  const rows = await database.query<{ line: string }>(
    `select concat_ws(' ', c.milestone, o.short_name, array_to_string(t.roles, '+'), t.opens_on, t.due_on,
       case when t.withdrawn_at is not null then 'withdrawn' when t.done_at is not null then 'done' end) as line
     from task t join occurrence c on c.id = t.occurrence_id join organization o on o.id = t.organization_id
     where c.contest_id = $1 order by t.due_on, o.kind <> 'office', o.short_name`,
    [contestId],
  );
  return rows.map(({ line }) => line);
}

const ordersTasks = () =>
  database.query(
    `select t.id, t.due_on, t.roles, t.withdrawn_at from task t join occurrence c on c.id = t.occurrence_id
     where c.contest_id is null order by t.id`,
  );

const judging = (more = '') => `judging Управление образования coordinator 2022-04-01 2022-04-10${more}`;
const results = (more = '') => `results Управление образования coordinator 2022-04-11 2022-04-15${more}`;

describe('a contest that is held for an item of the roadmap', () => {
  test('has tasks once it is announced: works for whoever the item names, jury and results for the office', async () => {
    const before = await ordersTasks();
    const id = await draft();
    await change(id, { summary: 'Пишем о наставниках города' });
    expect(await tasksOf(id)).toEqual([]);
    await desk().announce(staff, id, { post: null, mailing: null });
    const tasks = await tasksOf(id);
    const entries = tasks.filter((line) => line.startsWith('entries'));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every((line) => line.endsWith('2022-03-10 2022-03-31'))).toBe(true);
    expect(tasks.slice(entries.length)).toEqual([judging(), results()]);
    expect(await ordersTasks()).toEqual(before);
    const named = await cardsOfProgramme(database, town.programme.id, town.office.id);
    const [own] = await database.query<{ title: string }>(
      `select title from roadmap_item where code = '3.11'`,
    );
    expect(named.map(({ itemTitle }) => itemTitle)).toContain(`${own?.title}: работа жюри до 10 апреля 2022`);
  });

  test('has none where no item is chosen', async () => {
    expect(await tasksOf(await announced({ itemId: null }))).toEqual([]);
  });

  test('moves its tasks with its dates, and takes them along to another item', async () => {
    const id = await announced();
    const ids = () =>
      database.query(
        'select t.id from task t join occurrence c on c.id = t.occurrence_id where c.contest_id = $1 and c.milestone = $2',
        [id, 'judging'],
      );
    const first = await ids();
    await change(id, { judgingUntil: new Date('2022-04-12T14:00:00Z'), resultsOn: '2022-04-20' });
    expect((await tasksOf(id)).slice(-2)).toEqual([
      judging().replace('2022-04-10', '2022-04-12'),
      results().replace('2022-04-11 2022-04-15', '2022-04-13 2022-04-20'),
    ]);
    await change(id, { itemId: await itemOf('3.1') });
    expect(await ids()).toEqual(first);
    const [where] = await database.query<{ code: string }>(
      `select distinct i.code from occurrence c join roadmap_item i on i.id = c.item_id where c.contest_id = $1`,
      [id],
    );
    expect(where?.code).toBe('3.1');
    await change(id, { itemId: null });
    expect((await tasksOf(id)).every((line) => line.endsWith('withdrawn'))).toBe(true);
    await expect(change(id, { itemId: '999999' })).rejects.toThrow('item-unknown');
  });

  test('withdraws what is open when it is cancelled, not what is done', async () => {
    const id = await announced();
    await database.query(
      `update task set done_at = $2 where occurrence_id in
         (select id from occurrence where contest_id = $1 and milestone = 'judging')`,
      [id, now],
    );
    await desk().cancel(staff, id, 'Мало работ');
    const tasks = await tasksOf(id);
    expect(tasks.filter((line) => !line.endsWith('withdrawn'))).toEqual([judging(' done')]);
    await desk().archive(staff, id);
    expect(await tasksOf(id)).toEqual(tasks);
  });

  test('keeps its tasks whatever is imported, and none of its days becomes the order’s', async () => {
    const id = await announced();
    const tasks = await tasksOf(id);
    await load({
      ...roadmap,
      items: roadmap.items.map((item) =>
        item.code === '3.11'
          ? { ...item, deadline: 'до 31 марта 2022', occurrences: [{ from: '2022-03-10', to: '2022-03-31' }] }
          : item,
      ),
    });
    expect(await tasksOf(id)).toEqual(tasks);
    const again = await load(roadmap);
    expect(again.changes.updated.flatMap(({ occurrences }) => occurrences.remove)).toMatchObject([
      { slot: { to: '2022-03-31' } },
    ]);
    expect(await tasksOf(id)).toEqual(tasks);
    const drafts = createDraftDesk(deps());
    const rolled = await drafts.rollOver(staff, again.roadmapId, 1, null);
    const shown = await drafts.preview(staff, rolled.id);
    const days = shown.items.find(({ code }) => code === '3.11')?.occurrences ?? [];
    expect(days.map(({ to }) => to)).not.toContain('2023-04-10');
    expect(days.length).toBe(roadmap.items.find(({ code }) => code === '3.11')?.occurrences.length);
  });

  test('is named on the page of its item, drafts only to whoever sees the city', async () => {
    const id = await announced();
    const other = await draft({ title: 'Черновик' });
    const itemId = await itemOf('3.11');
    expect((await desk().get(staff, id)).item).toMatchObject({ id: itemId, code: '3.11' });
    const items = createRoadmapDesk(deps());
    const shown = await items.item(staff, itemId);
    expect(shown.contests.map((each) => each.id).sort()).toEqual([id, other].sort());
    expect(shown.windows.length).toBe(roadmap.items.find(({ code }) => code === '3.11')?.occurrences.length);
    const head = staffAs('1', town.programme.id, [{ role: 'head', organizationId: town.school.id }]);
    expect((await items.item(head, itemId)).contests).toEqual([
      { id, title: 'Мой наставник', stage: 'announced' },
    ]);
  });

  test('reminds of its tasks as of every other', async () => {
    const id = await announced();
    const book = createReminderBook(database);
    const [rules, today] = [await book.rulesOf(town.programme.id), '2022-04-05'];
    const tasks = await book.tasksToPlan({
      programmeId: town.programme.id,
      today,
      horizon: horizonOf(rules, today),
      afterId: '0',
      size: 1000,
    });
    await book.plan(planReminders({ tasks, rules, coordinatorIds: [coordinatorId], today }));
    const rows = await database.query<{ milestone: string }>(
      `select distinct c.milestone from reminder r join task t on t.id = r.task_id
       join occurrence c on c.id = t.occurrence_id where c.contest_id = $1 and r.person_id = $2 order by 1`,
      [id, coordinatorId],
    );
    expect(rows.map(({ milestone }) => milestone)).toContain('judging');
  });

  test('of an event asks for registrations and for the event itself', async () => {
    const id = await announced({
      kind: 'event',
      judgingUntil: null,
      resultsOn: null,
      startsAt: new Date('2022-04-05T10:00:00Z'),
    });
    const tasks = await tasksOf(id);
    expect(new Set(tasks.map((line) => line.split(' ')[0]))).toEqual(new Set(['entries', 'event']));
    expect(tasks.at(-1)).toMatch(/2022-03-06 2022-04-05$/);
  });
});

describe('results', () => {
  test('that are checked and published settle their tasks, with a link to them', async () => {
    const id = await announced();
    await entryIn(database, { contestId: id, personId: coordinatorId, organizationId: town.school.id });
    now = new Date('2022-04-14T06:00:00Z');
    const withPage = { ...deps(), pageUrl: () => 'https://page.example' };
    await createResultsDesk(withPage).check(staff, id, { force: 'Одна работа' });
    expect((await tasksOf(id)).slice(-2)).toEqual([judging(' done'), results()]);
    await createResultsDesk(withPage).publish(staff, id, { post: 'none', text: '' });
    expect((await tasksOf(id)).slice(-2)).toEqual([judging(' done'), results(' done')]);
    const links = await database.query<{ kind: string; text: string; by: string }>(
      `select r.kind, r.text, m.person_id::text as by from task_result r join task_completion m on m.id = r.completion_id`,
    );
    expect(links).toEqual([{ kind: 'link', text: `https://page.example/contests/${id}`, by: coordinatorId }]);
  });
});

test('syncing again changes nothing, whatever was changed before', async () => {
  const id = await announced();
  const day = fc.integer({ min: 1, max: 20 });
  const work = { sql: database, reach: { programmeId: town.programme.id, organizationIds: null } };
  await fc.assert(
    fc.asyncProperty(day, day, fc.boolean(), async (jury, later, isLinked) => {
      await change(id, {
        judgingUntil: new Date(Date.UTC(2022, 3, jury, 14)),
        resultsOn: new Date(Date.UTC(2022, 3, jury + later)).toISOString().slice(0, 10),
        itemId: isLinked ? await itemOf('3.11') : null,
      });
      const once = await tasksOf(id);
      const rows = () => database.query('select id, revision from task order by id');
      const before = await rows();
      await database.transaction((sql) => syncMilestones({ ...work, sql, at: now }, id));
      const synced = await database.transaction((sql) => syncTasks(sql, town.programme.id, now));
      expect(synced).toMatchObject({ inserted: 0, updated: 0, withdrawn: 0, revived: 0 });
      expect(await rows()).toEqual(before);
      expect(await tasksOf(id)).toEqual(once);
      expect(once.filter((line) => !line.endsWith('withdrawn')).length > 0).toBe(isLinked);
    }),
    { numRuns: 12 },
  );
});
