import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createPrivacyBook } from '../database/repositories/privacy-book.ts';
import { createPrivacyRoundBooks } from '../database/repositories/privacy-round-books.ts';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import { createTaskBook } from '../database/repositories/task-book.ts';
import { syncTasks } from '../database/repositories/task-plan.ts';
import type { Database } from '../database/sql.ts';
import { Refusal } from '../domain/refusal.ts';
import { createPrivacyRound, createRetentionRound } from './privacy-round.ts';

let database: Database;
let town: Town;
let now: Date;
const log = notedLog();
const asked = new Date('2022-03-18T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  now = asked;
});

const deps = () => ({
  clock: { now: () => now },
  log,
  inTransaction: <T>(work: (books: ReturnType<typeof createPrivacyRoundBooks>) => Promise<T>) =>
    database.transaction((sql) => work(createPrivacyRoundBooks(sql))),
});
const privacyRound = () => createPrivacyRound(deps())();
const retentionRound = () => createRetentionRound(deps())();
const book = () => createPrivacyBook(database);
const one = async (text: string, ...values: unknown[]) =>
  (await database.query<Record<string, unknown>>(text, values))[0];
const link = (personId: string) =>
  database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
    [`90${personId}`, personId],
  );

test('the last message goes on the day, and the data once it has left', async () => {
  const her = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  await link(her.id);
  const request = await book().request(her.id, 'erase', { done: false, at: asked });
  expect(request).toMatchObject({ state: 'open', dueOn: '2022-03-28' });
  now = new Date('2022-03-27T19:00:00Z');
  expect(await privacyRound()).toEqual({ farewells: 0, erased: 0 });
  now = new Date('2022-03-28T01:00:00Z');
  expect(await privacyRound(), 'nobody is woken').toEqual({ farewells: 0, erased: 0 });
  now = new Date('2022-03-28T06:00:00Z');
  expect(await privacyRound()).toEqual({ farewells: 1, erased: 0 });
  expect(await one('select outgoing->$1->>$2 as text from delivery', 'message', 'text')).toEqual({
    text: expect.stringContaining('последнее сообщение'),
  });
  expect(await privacyRound(), 'it has not left yet').toEqual({ farewells: 0, erased: 0 });
  await database.query(`update delivery set state = 'sent'`);
  expect(await privacyRound()).toEqual({ farewells: 0, erased: 1 });
  expect(await one('select state, settled_at from data_request')).toEqual({ state: 'done', settled_at: now });
  expect(await one('select done_at, done_by from task')).toEqual({ done_at: now, done_by: null });
  expect(await one('select surname from person where id = $1', her.id)).toEqual({ surname: '' });
  expect(await privacyRound()).toEqual({ farewells: 0, erased: 0 });
});

test('a message that never leaves is waited for an hour', async () => {
  const her = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  await link(her.id);
  await book().request(her.id, 'erase', { done: false, at: asked });
  now = new Date('2022-03-28T06:00:00Z');
  await privacyRound();
  now = new Date('2022-03-28T07:01:00Z');
  expect(await privacyRound()).toEqual({ farewells: 0, erased: 1 });
});

test('whoever can’t be written to is erased at once', async () => {
  const her = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  await book().request(her.id, 'erase', { done: false, at: asked });
  now = new Date('2022-03-28T06:00:00Z');
  expect(await privacyRound()).toEqual({ farewells: 1, erased: 1 });
});

test('a request taken back is not done, and its task is not wanted any more', async () => {
  const her = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  await database.query(`update person set paused_until = '2022-04-02' where id = $1`, [her.id]);
  const first = await book().request(her.id, 'erase', { done: false, at: asked });
  expect((await book().request(her.id, 'erase', { done: false, at: asked })).id, 'asked twice').toBe(
    first.id,
  );
  expect(
    await one('select paused_until > $1 as paused from person where id = $2', '2022-04-20', her.id),
  ).toEqual({ paused: true });
  expect(await book().cancelErase(her.id, asked)).toBe(true);
  expect(await book().cancelErase(her.id, asked)).toBe(false);
  expect(await one('select paused_until::text as until from person where id = $1', her.id)).toEqual({
    until: '2022-04-02',
  });
  now = new Date('2022-03-28T06:00:00Z');
  expect(await privacyRound()).toEqual({ farewells: 0, erased: 0 });
  expect(await one('select withdrawn_at from task')).toEqual({ withdrawn_at: asked });
});

test('a request is a task of the coordinator that names nobody and that no import takes away', async () => {
  const her = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  const coordinator = await town.person('Тихонова Марина', 'coordinator', town.office.id);
  const correct = await book().request(her.id, 'correct', { done: false, at: asked });
  // The 19th and 20th are a weekend, and so on: ten working days.
  expect(correct.dueOn).toBe('2022-04-01');
  await syncTasks(database, town.programme.id, asked);
  const tasks = createTaskBook(database);
  const [task, ...others] = await tasks.tasksOf(coordinator.id, '2022-03-18');
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    itemCode: `ПД-${correct.id}`,
    itemTitle: `Запрос № ${correct.id} о персональных данных: исправить`,
    dueOn: '2022-04-01',
    opensOn: '2022-03-18',
    withdrawnAt: null,
  });
  await tasks.complete(coordinator.id, task?.id ?? '', now);
  await privacyRound();
  expect(await one('select state, settled_by from data_request')).toEqual({
    state: 'done',
    settled_by: coordinator.id,
  });
});

test('what the machine has done is recorded with its task done', async () => {
  const her = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  await book().request(her.id, 'export', { done: true, at: asked });
  await book().request(her.id, 'withdraw-consent', {
    done: true,
    facts: { kind: 'distribution' },
    at: asked,
  });
  expect(await database.query('select done_at, done_by from task')).toEqual([
    { done_at: asked, done_by: null },
    { done_at: asked, done_by: null },
  ]);
  expect((await book().requestsOf(her.id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'withdraw-consent done',
    'export done',
  ]);
});

test('only a coordinator of the programme may have it done at once', async () => {
  const her = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  const coordinator = await town.person('Тихонова Марина', 'coordinator', town.office.id);
  const { id } = await book().request(her.id, 'erase', { done: false, at: asked });
  await expect(book().hasten(id, her.id, asked)).rejects.toEqual(new Refusal('not-coordinator'));
  await expect(book().openRequests(her.id)).rejects.toEqual(new Refusal('not-coordinator'));
  await expect(book().hasten('999', coordinator.id, asked)).rejects.toEqual(
    new Refusal('request-unknown', { id: '999' }),
  );
  expect(await book().hasten(id, coordinator.id, asked)).toMatchObject({
    dueOn: '2022-03-18',
    surname: 'Бабинцева',
  });
  expect(await privacyRound()).toEqual({ farewells: 1, erased: 1 });
  expect(await book().openRequests(coordinator.id)).toEqual([]);
});

test('a programme without an office records requests all the same', async () => {
  const other = await createProgrammeBook(database).add({ key: 'other', name: 'Другая' });
  const person = await one(
    `insert into person (programme_id, surname, name) values ($1, 'Ильин', 'Олег') returning id`,
    other.id,
  );
  const request = await book().request(String(person?.id), 'export', { done: true, at: asked });
  expect(await one('select state, task_id from data_request where id = $1', request.id)).toEqual({
    state: 'done',
    task_id: null,
  });
});

const ago = (days: number) => new Date(asked.getTime() - days * 86_400_000);

async function applicant(names: string, state: string, days: number): Promise<string> {
  const [surname, name] = names.split(' ');
  const row = await one(
    `with one as (insert into person (programme_id, surname, name) values ($1, $2, $3) returning id)
     insert into application (person_id, form, role, organization_id, state, created_at, ended_at)
     select id, 'mentor', 'mentor', $4, $5, $6, case when $5 = 'left' then $6::timestamptz end from one
     returning person_id as id`,
    town.programme.id,
    surname,
    name,
    town.school.id,
    state,
    ago(days),
  );
  return String(row?.id);
}

test('drafts nobody went on with and people who left go after the days of the settings', async () => {
  const old = await applicant('Серова Ольга', 'draft', 31);
  const young = await applicant('Ильин Олег', 'draft', 29);
  const touched = await applicant('Орлов Павел', 'draft', 40);
  const gone = await applicant('Зимин Глеб', 'left', 366);
  const lately = await applicant('Котова Инна', 'left', 300);
  const active = await applicant('Львов Тимур', 'active', 400);
  await database.query(
    `insert into dialogue (key, state, updated_at) values ('form:person:' || $1::text, '{}', $2)`,
    [touched, ago(3)],
  );
  const outdated = await createPrivacyRoundBooks(database).retention.outdated(town.programme.id, asked);
  expect(outdated.drafts.map(({ personId, alone }) => ({ personId, alone }))).toEqual([
    { personId: old, alone: true },
  ]);
  expect(outdated.left).toEqual([gone]);
  const names = 'select surname from person order by id';
  expect(await database.query(names), 'to look changes nothing').toHaveLength(6);
  expect(await retentionRound()).toEqual({ erased: 2, drafts: 1 });
  expect(await database.query('select id from person where erased_at is null order by id')).toEqual(
    [young, touched, lately, active].map((id) => ({ id })),
  );
  expect(await retentionRound()).toEqual({ erased: 0, drafts: 0 });
});

test('of somebody appointed only the draft goes', async () => {
  const her = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  await database.query(`insert into application (person_id, form, created_at) values ($1, 'mentee', $2)`, [
    her.id,
    ago(31),
  ]);
  await database.query(`insert into dialogue (key, state, updated_at) values ($1, '{}', $2)`, [
    `form:person:${her.id}`,
    ago(31),
  ]);
  expect(await retentionRound()).toEqual({ erased: 0, drafts: 1 });
  expect(await database.query('select id from application')).toEqual([]);
  expect(await database.query('select key from dialogue')).toEqual([]);
  expect(await one('select surname from person where id = $1', her.id)).toEqual({ surname: 'Бабинцева' });
});

test('whom staff had entered and dismissed go after the same days, with or without an application', async () => {
  const dismissed = async (names: string, days: number) => {
    const { id } = await town.person(names, 'mentor', town.school.id);
    await database.query('update appointment set ended_at = $2 where person_id = $1', [id, ago(days)]);
    return id;
  };
  const gone = await dismissed('Серова Ольга', 366);
  await dismissed('Ильин Олег', 300);
  await town.person('Орлов Павел', 'mentor', town.school.id);
  const { left } = await createPrivacyRoundBooks(database).retention.outdated(town.programme.id, asked);
  expect(left).toEqual([gone]);
});
