import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { buildTaskCity, type TaskCity } from '../../test/helpers/task-city.ts';
import { createRoundBooks } from '../database/repositories/round-books.ts';
import { createTaskBook } from '../database/repositories/task-book.ts';
import type { Database } from '../database/sql.ts';
import type { InTransaction, RoundBooks } from './rounds.ts';
import { createSummaries } from './summaries.ts';
import { createSweep } from './sweep.ts';

let database: Database;
let city: TaskCity;
let school: string;
let office: string;
let coordinator: string;
let now: Date;

const clock = { now: () => now };
const local = (wall: string) => new Date(`${wall}:00+04:00`);

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  city = await buildTaskCity(database);
  school = await city.organization('Школа № 3');
  office = await city.organization('Управление', 'office');
  coordinator = await city.person('Тихонова Марина Сергеевна', { [office]: ['coordinator'] });
  now = local('2022-03-18T10:00');
});

// Tasks are made by hand here, not out of a roadmap.
const inTransaction: InTransaction = (work) =>
  database.transaction((sql) => work({ ...createRoundBooks(sql), syncTasks: async () => undefined }));

function sweep(at: string, { transaction = inTransaction, chunk = 50, log = notedLog() } = {}) {
  now = local(at);
  return createSweep({ inTransaction: transaction, clock, log, chunk })();
}

type Letter = { personId: string; text: string; labels: string[]; platform: string; expiresInS: number };

const letters = () =>
  database.query<Letter>(
    `select person_id as "personId", platform, outgoing->'message'->>'text' as text,
       round(extract(epoch from expires_at - created_at))::int as "expiresInS",
       array(select jsonb_path_query(outgoing, '$.message.buttons[*][*].label') #>> '{}') as labels
     from delivery order by id`,
  );

const rows = (taskId: string) =>
  database.query<{ rule: string; state: string; reason: string | null; personId: string }>(
    `select rule_key as rule, state, reason, person_id as "personId" from reminder where task_id = $1 order by id`,
    [taskId],
  );

const deputyOf = (organizationId: string, on?: string[]) =>
  city.person('Бабинцева Наталья Юрьевна', { [organizationId]: ['deputy-head'] }, on);

describe('what falls on one person on one day', () => {
  test('is one message, with the earlier turns recorded as superseded', async () => {
    const deputy = await deputyOf(school);
    const first = await city.task({ organizationId: school, opensOn: '2022-03-01', dueOn: '2022-03-25' });
    await city.task({ organizationId: school, dueOn: '2022-03-18' });
    expect(await sweep('2022-03-18T10:00')).toEqual({ planned: 7, sent: 2, skipped: 5 });
    const sent = await letters();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ personId: deputy, platform: 'telegram', expiresInS: 8 * 3600 });
    expect(sent[0]?.labels).toEqual(['1', '2', '📋 Все мои задачи']);
    expect((await rows(first)).map(({ rule, state, reason }) => [rule, state, reason])).toEqual([
      ['opens', 'skipped', 'superseded'],
      ['14-days', 'skipped', 'superseded'],
      ['7-days', 'sent', null],
    ]);
  });

  test('is sent once: a second sweep, a later hour and a clock that goes back send nothing', async () => {
    await deputyOf(school);
    await city.task({ organizationId: school, dueOn: '2022-03-25' });
    await sweep('2022-03-18T10:00');
    const nothing = { planned: 0, sent: 0, skipped: 0 };
    expect(await sweep('2022-03-18T10:01')).toEqual(nothing);
    expect(await sweep('2022-03-11T10:00')).toEqual(nothing);
    expect(await sweep('2022-03-21T10:00')).toEqual(nothing);
    expect(await letters()).toHaveLength(1);
  });

  test('waits for the next working day when today’s message has left', async () => {
    await deputyOf(school);
    await city.task({ organizationId: school, dueOn: '2022-03-25' });
    await sweep('2022-03-18T10:00');
    await city.task({ organizationId: school, dueOn: '2022-03-19' });
    expect(await sweep('2022-03-18T11:00')).toMatchObject({ sent: 0 });
    // The 19th and 20th are a weekend.
    expect(await sweep('2022-03-20T11:00')).toMatchObject({ planned: 0, sent: 0 });
    expect(await sweep('2022-03-21T09:00')).toMatchObject({ sent: 1 });
    expect((await letters()).at(-1)?.text).toContain('срок прошёл 2 дня назад');
  });
});

test.each(['2022-03-18T08:59', '2022-03-18T18:00', '2022-03-19T12:00', '2022-03-08T12:00'])(
  'at %s nothing is planned or sent',
  async (at) => {
    await deputyOf(school);
    await city.task({ organizationId: school, dueOn: '2022-03-08' });
    expect(await sweep(at)).toEqual({ planned: 0, sent: 0, skipped: 0 });
    expect(await letters()).toEqual([]);
  },
);

describe('the channel', () => {
  test('is the preferred one while it is open, else another; without any the reason is recorded', async () => {
    const both = await deputyOf(school, ['telegram', 'vk']);
    const task = await city.task({ organizationId: school, dueOn: '2022-03-18' });
    await database.query(`update person set remind_platform = 'vk' where id = $1`, [both]);
    await database.query(`update chat_account set closed_at = now() where platform = 'vk'`);
    const mute = await city.person('Ушаков Сергей Геннадьевич', { [school]: ['deputy-head'] }, []);
    await sweep('2022-03-18T10:00');
    expect(await letters()).toMatchObject([{ personId: both, platform: 'telegram' }]);
    expect((await rows(task)).filter((row) => row.personId === mute).at(-1)).toMatchObject({
      state: 'skipped',
      reason: 'no-channel',
    });
  });
});

test('who postponed a task hears of it on the day they chose, and not before', async () => {
  const deputy = await deputyOf(school);
  const task = await city.task({ organizationId: school, dueOn: '2022-03-25' });
  await sweep('2022-03-18T10:00');
  await database.transaction((sql) => createTaskBook(sql).snooze(deputy, task, '2022-03-28', now));
  await sweep('2022-03-24T10:00');
  await sweep('2022-03-25T10:00');
  expect(await letters()).toHaveLength(1);
  await sweep('2022-03-28T10:00');
  expect((await letters()).filter(({ personId }) => personId === deputy)).toHaveLength(2);
  expect(
    (await rows(task)).filter((row) => row.personId === deputy && row.reason === 'postponed'),
  ).toHaveLength(2);
});

test('who settled, gave back or lost the role hears nothing more', async () => {
  const deputy = await deputyOf(school);
  const moved = await city.person('Чирков Олег Степанович', { [school]: ['deputy-head'] });
  const back = await city.task({ organizationId: school, dueOn: '2022-03-25' });
  const done = await city.task({ organizationId: school, dueOn: '2022-03-25' });
  await database.transaction(async (sql) => {
    const { reminders } = createRoundBooks(sql);
    for (const taskId of [back, done]) {
      for (const personId of [deputy, moved]) {
        await reminders.plan([{ taskId, personId, ruleKey: '14-days', dueOn: '2022-03-11' }]);
      }
    }
    await createTaskBook(sql).handBack(deputy, back, now);
    await createTaskBook(sql).complete(deputy, done, now);
    await sql.query('update appointment set ended_at = now() where person_id = $1', [moved]);
  });
  await sweep('2022-03-18T10:00');
  expect(await letters()).toEqual([]);
  const reasons = async (task: string) => (await rows(task)).map(({ reason }) => reason);
  expect(await reasons(back)).toEqual(['handed-back', 'moved']);
  expect(await reasons(done)).toEqual(['settled', 'settled']);
});

test('the coordinator is told at most weekly whom to appoint, in one message', async () => {
  for (const dueOn of ['2022-03-21', '2022-03-25']) await city.task({ organizationId: school, dueOn });
  await sweep('2022-03-16T10:00');
  await city.task({ organizationId: school, dueOn: '2022-03-24' });
  await sweep('2022-03-17T10:00');
  await sweep('2022-03-18T10:00');
  expect((await letters()).map(({ personId }) => personId)).toEqual([coordinator]);
  expect((await letters())[0]?.text).toContain('Школа № 3: назначьте заместителя директора — 2 задачи');
  await sweep('2022-03-21T10:00');
  expect((await letters()).at(-1)?.text).toContain('3 задачи');
});

test('a late task comes to the coordinator as well, with its school', async () => {
  await deputyOf(school);
  await city.task({ organizationId: school, dueOn: '2022-03-15' });
  await sweep('2022-03-18T10:00');
  const control = (await letters()).find(({ personId }) => personId === coordinator);
  expect(control?.text).toContain('На контроле');
});

test('a message the sender could not get out by the evening is planned again for the next day', async () => {
  const deputy = await deputyOf(school);
  const task = await city.task({ organizationId: school, dueOn: '2022-03-25' });
  await sweep('2022-03-18T10:00');
  await database.query(`update delivery set state = 'expired', settled_at = clock_timestamp()`);
  expect(await sweep('2022-03-21T09:00')).toMatchObject({ sent: 1 });
  expect(await letters()).toHaveLength(2);
  expect((await rows(task)).filter((row) => row.personId === deputy && row.state === 'sent')).toHaveLength(1);
});

test('tasks that can’t be brought up to date don’t silence the others', async () => {
  await deputyOf(school);
  await city.task({ organizationId: school, dueOn: '2022-03-25' });
  const log = notedLog();
  const transaction: InTransaction = (work) =>
    inTransaction((books) => work({ ...books, syncTasks: () => Promise.reject(new Error('broken')) }));
  expect(await sweep('2022-03-18T10:00', { transaction, log })).toMatchObject({ sent: 1 });
  expect(log.notes).toMatchObject([{ level: 'error', fields: { programmeId: city.programmeId } }]);
});

describe('a sweep that dies or has company', () => {
  const people = 12;

  beforeEach(async () => {
    for (let index = 0; index < people; index += 1) {
      const organization = await city.organization(`Школа № ${index + 10}`);
      await city.person(`Фамилия${index} Имя`, { [organization]: ['deputy-head'] });
      await city.task({ organizationId: organization, dueOn: '2022-03-25' });
      await city.task({ organizationId: organization, dueOn: '2022-03-18' });
    }
  });

  test('leaves whole people behind, wherever it was killed: the next one tells the rest, each once', async () => {
    for (let survived = 0; survived < 9; survived += 1) {
      let transactions = 0;
      const mortal: InTransaction = (work) => {
        transactions += 1;
        if (transactions > 4 + survived) throw new Error('killed');
        return inTransaction(async (books) => {
          const result = await work(books);
          if (transactions === 4 + survived) throw new Error('killed before the commit');
          return result;
        });
      };
      await sweep('2022-03-18T10:00', { transaction: mortal, chunk: 2 }).catch(() => undefined);
    }
    await sweep('2022-03-18T10:05', { chunk: 2 });
    const told = (await letters()).map(({ personId }) => personId);
    expect(told).toHaveLength(people);
    expect(new Set(told).size).toBe(people);
    expect(await database.query(`select from reminder where state = 'planned'`)).toEqual([]);
  });

  test('shares the people with other sweeps: nobody is told twice', async () => {
    now = local('2022-03-18T10:00');
    const sweeps = Array.from({ length: 4 }, () =>
      createSweep({ inTransaction, clock, log: notedLog(), chunk: 3 })(),
    );
    await Promise.all(sweeps);
    await sweep('2022-03-18T10:01');
    expect(await letters()).toHaveLength(people);
  });

  test('goes on with the others when one person’s reminders fail', async () => {
    const [victim] = await database.query<{ id: string }>(`select id from person where surname = 'Фамилия5'`);
    const failing = (books: RoundBooks): RoundBooks => ({
      ...books,
      outbox: {
        put: async (orders) => {
          if (orders.some((order) => order.personId === victim?.id)) throw new Error('Фамилия5');
          return books.outbox.put(orders);
        },
      },
    });
    const log = notedLog();
    const transaction: InTransaction = (work) => inTransaction((books) => work(failing(books)));
    await sweep('2022-03-18T10:00', { transaction, log });
    expect(await letters()).toHaveLength(people - 1);
    expect(log.notes).toMatchObject([
      { level: 'warn' },
      { level: 'error', fields: { personId: victim?.id } },
    ]);
    expect(JSON.stringify(log.notes)).not.toContain('Фамилия');
    await sweep('2022-03-18T10:01');
    expect(await letters()).toHaveLength(people);
  });
});

describe('the weekly summary', () => {
  const summaries = () => createSummaries({ inTransaction, clock })();

  test('comes once a week, in the first working minute that is swept', async () => {
    await city.task({ organizationId: school, dueOn: '2022-03-01' });
    now = local('2022-03-14T08:59');
    expect(await summaries()).toEqual({ sent: 0 });
    now = local('2022-03-14T09:00');
    const both = await Promise.all([summaries(), summaries()]);
    expect(both.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    now = local('2022-03-18T17:00');
    expect(await summaries()).toEqual({ sent: 0 });
    now = local('2022-03-22T12:00');
    expect(await summaries()).toEqual({ sent: 1 });
    const [first] = await letters();
    expect(first).toMatchObject({ personId: coordinator });
    expect(first?.text).toContain('⚠️ Школа № 3: просрочена 1 задача');
  });

  describe('of a Monday on which it could not leave', () => {
    beforeEach(async () => {
      await city.task({ organizationId: school, dueOn: '2022-03-01' });
      now = local('2022-03-14T09:00');
      await summaries();
    });

    const settle = (state: string, error: string | null = null) =>
      database.query(
        `update delivery set state = $1, error = $2, settled_at = clock_timestamp() where state = 'planned'`,
        [state, error],
      );

    async function sentOnTuesday(): Promise<number> {
      now = local('2022-03-15T09:00');
      const both = await Promise.all([summaries(), summaries()]);
      return both.reduce((sum, { sent }) => sum + sent, 0);
    }

    test('comes on Tuesday, exactly once', async () => {
      await settle('expired');
      expect(await sentOnTuesday()).toBe(1);
      expect(await summaries()).toEqual({ sent: 0 });
      await settle('sent');
      now = local('2022-03-16T09:00');
      expect(await summaries()).toEqual({ sent: 0 });
      expect(await letters()).toHaveLength(2);
    });

    test('comes when it was the delivery on another channel that ended unsent', async () => {
      await settle('failed', 'closed: blocked');
      await database.query(
        `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, replaces_id)
         select 'vk', '1', '1', person_id, outgoing, priority, id from delivery`,
      );
      expect(await sentOnTuesday()).toBe(0);
      await settle('expired');
      expect(await sentOnTuesday()).toBe(1);
    });

    test.each([
      ['failed', 'names-others: closed', 1],
      ['failed', 'no-channel: closed', 0],
      ['uncertain', null, 0],
      ['sent', null, 0],
    ])('%s, %s: comes again %i times', async (state, error, times) => {
      await settle(state, error);
      expect(await sentOnTuesday()).toBe(times);
    });
  });

  test('is left out where there is nothing to say, and waits for a coordinator without a chat', async () => {
    await summaries();
    expect(await database.query('select skipped_reason as reason from weekly_summary')).toEqual([
      { reason: 'nothing' },
    ]);
    await city.person('Иванова Полина Максимовна', { [office]: ['coordinator'] }, []);
    await city.task({ organizationId: school, dueOn: '2022-03-01' });
    expect(await summaries()).toEqual({ sent: 0 });
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id)
       select 'vk', '5', '5', id from person where surname = 'Иванова'`,
    );
    expect(await summaries()).toEqual({ sent: 1 });
  });
});
