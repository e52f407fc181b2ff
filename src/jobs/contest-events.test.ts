import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createContestRoundBooks } from '../database/repositories/contest-round-books.ts';
import type { Database } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { InContestTransaction } from './contest-books.ts';
import { createContestEvents } from './contest-events.ts';

let database: Database;
let town: Town;
let contest: Contest;
let accounts = 700;

const local = (wall: string) => new Date(`${wall}:00+04:00`);
const inTransaction: InContestTransaction = (work) =>
  database.transaction((sql) => work(createContestRoundBooks(sql)));
const round = async (at: string) =>
  (await createContestEvents({ inTransaction, clock: { now: () => local(at) } })()).sent;
const letters = async () =>
  (
    await database.query<{ text: string }>(
      `select outgoing->'message'->>'text' as text from delivery order by id`,
    )
  ).map(({ text }) => text);
async function enter(names: string, state: 'accepted' | 'waitlisted', at = local('2022-03-10T10:00')) {
  const { id } = await town.person(names, 'mentor', town.school.id);
  accounts += 1;
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
    [String(accounts), id],
  );
  return entryIn(database, { contestId: contest.id, personId: id, state }, at);
}

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  // A Monday: the day before is a day off.
  contest = await contestIn(database, town.programme.id, {
    kind: 'event',
    title: 'Игра',
    closesAt: local('2022-04-03T23:00'),
    startsAt: local('2022-04-04T09:30'),
    terms: { event: { place: 'ДК', link: '', seats: 1, waitingList: true } },
  });
});

test('whoever comes is reminded on the day before, on a day off too but by day, and two hours before, each once', async () => {
  await enter('Орлова Анна', 'accepted');
  await enter('Котов Павел', 'waitlisted');
  expect(await round('2022-04-02T12:00')).toBe(0);
  expect(await round('2022-04-03T09:59')).toBe(0);
  expect(await round('2022-04-03T10:00')).toBe(1);
  expect(await round('2022-04-03T12:00')).toBe(0);
  expect(await round('2022-04-04T07:29')).toBe(0);
  expect(await round('2022-04-04T07:30')).toBe(1);
  expect(await round('2022-04-04T08:30')).toBe(0);
  expect(await round('2022-04-04T09:30')).toBe(0);
  expect(await letters()).toEqual([
    expect.stringContaining('🔔 Завтра: «Игра»'),
    expect.stringContaining('⏰ Скоро начнётся: «Игра»'),
  ]);
});

test('a round that comes at night, or whoever registered just now, is told nothing of tomorrow', async () => {
  await enter('Орлова Анна', 'accepted', local('2022-04-03T09:00'));
  expect(await round('2022-04-03T12:00')).toBe(0);
  await enter('Белова Яна', 'accepted');
  expect(await round('2022-04-03T21:30')).toBe(0);
});

test('an event that is moved is told of again', async () => {
  await enter('Орлова Анна', 'accepted');
  expect(await round('2022-04-03T10:00')).toBe(1);
  await database.query('update contest set starts_at = $1, ends_at = $2', [
    local('2022-04-05T09:30'),
    local('2022-04-05T12:30'),
  ]);
  expect(await round('2022-04-04T10:00')).toBe(1);
});

test('seats that staff added go to those who wait, in their order', async () => {
  await enter('Орлова Анна', 'accepted');
  const second = await enter('Котов Павел', 'waitlisted', local('2022-03-10T11:00'));
  await enter('Белова Яна', 'waitlisted', local('2022-03-10T12:00'));
  expect(await round('2022-03-20T12:00')).toBe(0);
  await database.query(`update contest set terms = jsonb_set(terms, '{event,seats}', '2')`);
  expect(await round('2022-03-20T12:01')).toBe(1);
  const seated = await database.query<{ id: string }>(
    `select id::text from contest_entry where state = 'accepted' and id = $1`,
    [second.id],
  );
  expect(seated).toHaveLength(1);
});
