import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createEntryBook } from '../database/repositories/entry-book.ts';
import type { Database } from '../database/sql.ts';
import { readXlsx } from '../documents/read-xlsx.ts';
import { unpack } from '../documents/unpack.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { createEventDesk } from './event-desk.ts';

const startsAt = new Date('2022-04-02T10:00:00Z');
const open = new Date('2022-03-15T08:00:00Z');
let now = open;
let database: Database;
let town: Town;
let contest: Contest;
let coordinator: Staff;
let curator: Staff;
let desk: ReturnType<typeof createEventDesk>;
let accounts = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  now = open;
  await emptied(database);
  town = await foundTown(database);
  contest = await event(2);
  const appointed = async (names: string, role: 'coordinator' | 'curator', organizationId: string) =>
    staffAs((await town.person(names, role, organizationId)).id, town.programme.id, [
      { role, organizationId },
    ]);
  coordinator = await appointed('Главная Ольга Ильинична', 'coordinator', town.office.id);
  curator = await appointed('Писарева Вера Львовна', 'curator', town.school.id);
  desk = createEventDesk(deskDeps(database, { now: () => now }));
});

const event = (seats: number | null, waitingList = true) =>
  contestIn(database, town.programme.id, {
    kind: 'event',
    title: 'Игра',
    startsAt,
    terms: { event: { place: 'ДК', link: '', seats, waitingList } },
  });
const person = async (names: string, organizationId = town.school.id) => {
  const { id } = await town.person(names, 'mentor', organizationId);
  accounts += 1;
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
    [`e${accounts}`, id],
  );
  return id;
};
const enter = async (names: string, state: 'accepted' | 'waitlisted', organizationId = town.school.id) => {
  const personId = await person(names, organizationId);
  const entry = await entryIn(database, { contestId: contest.id, personId, organizationId, state });
  const book = createEntryBook(database);
  const [member] = await book.members(entry.id);
  return {
    entryId: entry.id,
    personId,
    memberId: member?.id ?? '',
    ticket: (await book.ticket(entry.id, personId)) ?? '',
  };
};
const refused = (code: string) => expect.objectContaining({ code });
const messages = async () =>
  (
    await database.query<{ text: string }>(
      `select outgoing->'message'->>'text' as text from delivery order by id`,
    )
  ).map(({ text }) => text);

test('a ticket is ticked off once, by whoever scans it first, and the tick can be taken back', async () => {
  const { ticket, memberId } = await enter('Орлова Анна', 'accepted');
  now = new Date(startsAt.getTime() - 3 * 3_600_000 - 1);
  await expect(desk.scan(coordinator, ticket)).rejects.toEqual(refused('event-not-yet'));
  now = new Date(now.getTime() + 1);
  expect(await desk.scan(coordinator, ticket)).toMatchObject({
    title: 'Игра',
    already: false,
    guest: { person: { surname: 'Орлова' }, way: 'qr', attendedAt: now },
  });
  const first = now;
  now = startsAt;
  expect(await desk.scan(coordinator, ticket)).toMatchObject({ already: true, guest: { attendedAt: first } });
  await desk.mark(coordinator, contest.id, memberId, true);
  expect((await desk.get(coordinator, contest.id)).guests).toMatchObject([{ way: 'qr', attendedAt: first }]);
  expect(await desk.mark(coordinator, contest.id, memberId, false)).toMatchObject({
    attendedAt: null,
    way: null,
  });
  expect(await desk.mark(coordinator, contest.id, memberId, true)).toMatchObject({
    attendedAt: now,
    way: 'list',
  });
  const audit = await database.query<{ action: string }>(`select action from audit order by id`);
  expect(audit.map(({ action }) => action)).toEqual([
    'event.attended',
    'event.not-attended',
    'event.attended',
  ]);
});

test('a ticket of nobody, of whoever has refused and of whoever waits opens nothing', async () => {
  const waits = await enter('Орлова Анна', 'waitlisted');
  const gone = await enter('Котов Павел', 'accepted');
  await desk.refuse(coordinator, contest.id, gone.entryId);
  now = startsAt;
  await expect(desk.scan(coordinator, 'x'.repeat(16))).rejects.toEqual(refused('ticket-unknown'));
  await expect(desk.scan(coordinator, gone.ticket)).rejects.toEqual(refused('ticket-unknown'));
  expect(await desk.get(coordinator, contest.id)).toMatchObject({ seated: 1, waiting: 0 });
  await database.query(`update contest_entry set state = 'waitlisted' where id = $1`, [waits.entryId]);
  await expect(desk.scan(coordinator, waits.ticket)).rejects.toEqual(refused('ticket-waiting'));
});

test('a curator sees the people of their own organization, and neither marks nor adds', async () => {
  const { memberId, ticket } = await enter('Орлова Анна', 'accepted');
  await enter('Котов Павел', 'accepted', town.otherSchool.id);
  now = startsAt;
  const seen = await desk.get(curator, contest.id);
  expect(seen.guests.map(({ person }) => person.surname)).toEqual(['Орлова']);
  expect(seen.may).toEqual({ mark: false, add: false, refuse: false });
  await expect(desk.mark(curator, contest.id, memberId, true)).rejects.toEqual(refused('may-not'));
  await expect(desk.scan(curator, ticket)).rejects.toEqual(refused('may-not'));
  expect((await desk.get(coordinator, contest.id)).may).toEqual({ mark: true, add: true, refuse: false });
});

test('staff add somebody until the end, to the waiting list where there is no seat, and tell them', async () => {
  await enter('Орлова Анна', 'accepted');
  await enter('Котов Павел', 'accepted');
  const late = await person('Белова Яна');
  now = new Date(startsAt.getTime() + 60_000);
  const { id } = await desk.add(coordinator, contest.id, late, null);
  expect(
    (await desk.get(coordinator, contest.id)).guests.find(({ entryId }) => entryId === id),
  ).toMatchObject({
    isWaiting: true,
  });
  expect(await messages()).toEqual([expect.stringContaining('внёс вас в лист ожидания на «Игра»')]);
  await expect(desk.add(coordinator, contest.id, late, null)).rejects.toEqual(refused('event-registered'));
  now = contest.endsAt ?? now;
  const later = await person('Гусева Ольга');
  await expect(desk.add(coordinator, contest.id, later, null)).rejects.toEqual(refused('event-closed'));
});

test('whoever is taken off is told, and whoever waits gets the seat', async () => {
  const first = await enter('Орлова Анна', 'accepted');
  await enter('Котов Павел', 'accepted');
  await enter('Белова Яна', 'waitlisted');
  const seen = await desk.refuse(coordinator, contest.id, first.entryId);
  expect(seen).toMatchObject({ seated: 2, waiting: 0 });
  expect(await messages()).toEqual([
    expect.stringContaining('снял вашу запись'),
    expect.stringContaining('освободилось место'),
  ]);
  now = startsAt;
  await expect(desk.refuse(coordinator, contest.id, seen.guests[0]?.entryId ?? '')).rejects.toEqual(
    refused('event-begun'),
  );
});

test('the list is a spreadsheet and the event a file for calendars', async () => {
  await enter('Орлова Анна', 'accepted');
  const { name, bytes } = await desk.export(coordinator, contest.id);
  expect(name).toBe('Участники — Игра.xlsx');
  expect(JSON.stringify(await readXlsx(bytes, await unpack(bytes)))).toContain('Орлова Анна');
  const calendar = await desk.calendar(curator, contest.id);
  const text = Buffer.from(calendar.bytes).toString();
  expect(text).toContain('DTSTART:20220402T100000Z');
  expect(text).toContain('SUMMARY:Игра');
  expect(text).toContain('LOCATION:ДК');
});

test('a contest of works has no guests', async () => {
  const works = await contestIn(database, town.programme.id, { kind: 'work' });
  await expect(desk.get(coordinator, works.id)).rejects.toEqual(refused('contest-unknown'));
});
