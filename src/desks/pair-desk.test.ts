import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { pairing, pairingAt } from '../../test/helpers/pairing.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import type { PairDesk, PairFilter } from '../domain/pairs/pair-desk.ts';
import { emptyProgramme } from '../domain/pairs/personal-programme.ts';
import type { Person, Role } from '../domain/people/person.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { Outdated, versionOf } from '../domain/staff/version.ts';
import { createPairDesk } from './pair-desk.ts';

const clock = { now: () => pairingAt };
let database: Database;
let town: Town;
let pairs: ReturnType<typeof pairing>;
let desk: PairDesk;
let curator: Staff;
let coordinator: Staff;
let stranger: Staff;
let mentor: Person;
let mentee: Person;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
  desk = createPairDesk(deskDeps(database, clock));
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  pairs = pairing(database, town);
  curator = await staff('Лаптева Нина Павловна', 'curator', town.school.id);
  coordinator = await staff('Серова Ольга Игоревна', 'coordinator', town.office.id);
  stranger = await staff('Дальний Пётр Ильич', 'curator', town.otherSchool.id);
  mentor = await pairs.mentor('Орлова Анна Ильинична');
  mentee = await pairs.mentee('Котов Пётр Ильич');
});

async function staff(names: string, role: Role, organizationId: string): Promise<Staff> {
  const { id } = await town.person(names, role, organizationId);
  return staffAs(id, town.programme.id, [{ role, organizationId }]);
}

const everything: PairFilter = {
  states: null,
  organizationId: null,
  mentorId: null,
  menteeId: null,
  form: null,
};
const newest = { page: 1, size: 50, sort: 'proposed', descending: true, q: null } as const;
const people = { page: 1, size: 50, sort: 'surname', descending: false, q: null } as const;
const wish = (mentorId: string, ...menteeIds: string[]) => ({
  mentorId,
  menteeIds,
  form: 'teacher-teacher' as const,
  fromOn: '2022-09-15',
  toOn: '2023-05-31',
  goal: '',
  organizationId: null,
});

const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};

const audited = () =>
  database.query<{ action: string; organizationId: string }>(
    `select action, organization_id::text as "organizationId" from audit order by id`,
  );

describe('a curator', () => {
  test('proposes within their own organization, which owns the pair', async () => {
    const { id } = await desk.propose(curator, wish(mentor.id, mentee.id), null);
    const { card, may, events } = await desk.view(curator, id);
    expect(card).toMatchObject({ state: 'proposed', organizationId: town.school.id });
    expect(may).toEqual({ write: true });
    expect(events).toMatchObject([{ kind: 'proposed', person: { surname: 'Лаптева' } }]);
    expect(await audited()).toEqual([{ action: 'pair.proposed', organizationId: town.school.id }]);
  });

  test('proposes the same once, however often the call is repeated', async () => {
    const call = { key: 'key-of-mine', requestHash: 'h' };
    const first = await desk.propose(curator, wish(mentor.id, mentee.id), call);
    expect(await desk.propose(curator, wish(mentor.id, mentee.id), call)).toEqual(first);
  });

  test('reaches no mentee and no mentor of another school, but a partner’s mentor', async () => {
    const far = await pairs.mentee('Дальняя Яна', town.otherSchool.id);
    const away = await pairs.mentor('Дальний Олег', 2, town.otherSchool.id);
    expect(await refused(desk.propose(curator, wish(mentor.id, far.id), null))).toBe('mentee-unknown');
    expect(await refused(desk.propose(curator, wish(away.id, mentee.id), null))).toBe('mentor-unknown');
    expect(await refused(desk.propose(curator, wish('999', mentee.id), null))).toBe('mentor-unknown');
    await database.query(`update organization set kind = 'partner' where id = $1`, [town.otherSchool.id]);
    expect(await refused(desk.propose(curator, wish(away.id, mentee.id), null))).toBe('none');
    expect((await desk.mentors(curator, { organizationId: null, free: null }, people)).total).toBe(2);
  });

  test('of another school sees, counts and changes nothing', async () => {
    const id = await pairs.active(mentor, [mentee]);
    expect((await desk.list(stranger, everything, newest)).total).toBe(0);
    expect((await desk.board(stranger, everything, null)).map(({ total }) => total)).toEqual(
      Array(7).fill(0),
    );
    expect((await desk.mentees(stranger, { organizationId: null, paired: null }, people)).total).toBe(0);
    for (const call of [
      () => desk.view(stranger, id),
      () => desk.meetings(stranger, id),
      () => desk.programme(stranger, id),
      () => desk.start(stranger, id),
      () => desk.complete(stranger, id, ''),
      () => desk.withdraw(stranger, id, ''),
      () => desk.end(stranger, id, { reason: 'other', note: '' }),
      () => desk.replace(stranger, id, { mentorId: mentor.id, fromOn: '2022-10-01' }, null),
      () => desk.edit(stranger, id, { fromOn: '2022-10-01', toOn: '2022-10-02', goal: '' }, 'x'),
      () => desk.saveProgramme(stranger, id, emptyProgramme, 'x'),
      () =>
        desk.addMeeting(stranger, id, { on: '2022-09-01', topic: 'т', outcome: 'held', mark: null }, null),
      () =>
        desk.agreeOnPaper(stranger, id, { personId: mentor.id, giver: 'self', answer: 'agreed', reason: '' }),
    ]) {
      expect(await refused(call())).toBe('pair-unknown');
    }
    expect(await audited()).toEqual([]);
  });
});

test('a coordinator pairs across schools; the pair is the mentee’s school’s', async () => {
  const far = await pairs.mentee('Дальняя Яна', town.otherSchool.id);
  const { id } = await desk.propose(coordinator, wish(mentor.id, far.id), null);
  expect((await desk.view(stranger, id)).card.organizationId).toBe(town.otherSchool.id);
  expect(await refused(desk.view(curator, id))).toBe('pair-unknown');
});

test('whoever only looks is told so, and may not', async () => {
  const id = await pairs.propose(mentor, [mentee]);
  const head = await staff('Касимова Ольга Петровна', 'head', town.school.id);
  expect((await desk.view(head, id)).may).toEqual({ write: false });
  expect(await refused(desk.withdraw(head, id, ''))).toBe('may-not');
});

test('staff take a pair from paper to its end', async () => {
  const { id } = await desk.propose(curator, wish(mentor.id, mentee.id), null);
  for (const { id: personId } of [mentor, mentee]) {
    await desk.agreeOnPaper(curator, id, { personId, giver: 'self', answer: 'agreed', reason: '' });
  }
  expect(await refused(desk.start(curator, id))).toBe('state-passed');
  await pairs.inBook((book) => book.markOrdered([id], '1', pairingAt));
  await desk.start(curator, id);
  await desk.addMeeting(curator, id, { on: '2022-09-04', topic: 'Журнал', outcome: 'held', mark: 5 }, null);
  const { card } = await desk.complete(curator, id, 'Получилось');
  expect(card).toMatchObject({ state: 'completed', result: 'Получилось', meetings: { held: 1 } });
  expect(card.agreements.map(({ way, givenBy }) => [way, givenBy])).toEqual([
    ['paper', null],
    ['paper', null],
  ]);
  expect((await audited()).map(({ action }) => action)).toEqual([
    'pair.proposed',
    'pair.answered-on-paper',
    'pair.answered-on-paper',
    'pair.started',
    'pair.met',
    'pair.completed',
  ]);
});

test('another mentor takes over what is left, and nothing happens where they may not', async () => {
  const id = await pairs.active(mentor, [mentee]);
  const full = await pairs.mentor('Полная Вера Павловна', 1);
  await pairs.propose(full, [await pairs.mentee('Белова Яна')]);
  const by = (mentorId: string) => desk.replace(curator, id, { mentorId, fromOn: '2022-11-01' }, null);
  expect(await refused(by(full.id))).toBe('capacity-reached');
  expect(await refused(by(mentor.id))).toBe('same-mentor');
  expect(await pairs.state(id)).toBe('active');
  const other = await pairs.mentor('Другая Вера Павловна');
  const { id: next } = await by(other.id);
  expect(await pairs.state(id)).toBe('ended-early replaced');
  expect((await desk.view(curator, next)).card).toMatchObject({
    state: 'proposed',
    fromOn: '2022-11-01',
    toOn: '2023-05-31',
    goal: 'Освоиться в школе',
    mentees: [{ surname: 'Котов' }],
  });
});

test('two who change the terms, or the programme: the second is shown the first one’s', async () => {
  const id = await pairs.active(mentor, [mentee]);
  const { terms } = await desk.view(curator, id);
  const changed = { ...terms, goal: 'Другая цель' };
  await desk.edit(curator, id, changed, versionOf(terms));
  await expect(
    desk.edit(coordinator, id, { ...terms, goal: 'Третья' }, versionOf(terms)),
  ).rejects.toMatchObject({ current: changed });
  const before = versionOf(await desk.programme(curator, id));
  const programme = {
    tasks: ['Вести журнал', ' '],
    activities: [{ what: 'Урок', fromOn: '2022-10-01', toOn: null }],
    results: 'Ведёт сам',
  };
  const saved = await desk.saveProgramme(curator, id, programme, before);
  expect(saved).toEqual({ ...programme, tasks: ['Вести журнал'] });
  await expect(desk.saveProgramme(coordinator, id, programme, before)).rejects.toBeInstanceOf(Outdated);
  await desk.saveProgramme(coordinator, id, emptyProgramme, versionOf(saved));
});

test('the board has every state with its count, filtered as the list is', async () => {
  const id = await pairs.active(mentor, [mentee]);
  const waiting = await pairs.propose(mentor, [await pairs.mentee('Белова Яна')]);
  const board = await desk.board(curator, everything, null);
  expect(board.map(({ state, total }) => `${state} ${total}`)).toEqual([
    'proposed 1',
    'agreed 0',
    'ordered 0',
    'active 1',
    'completed 0',
    'ended-early 0',
    'declined 0',
  ]);
  expect(board[0]?.items).toMatchObject([{ id: waiting, awaited: 2, mentees: [{ surname: 'Белова' }] }]);
  const found = async (filter: Partial<PairFilter>, q: string | null = null) =>
    (await desk.list(curator, { ...everything, ...filter }, { ...newest, q })).items.map((pair) => pair.id);
  expect(await found({ states: ['active'] })).toEqual([id]);
  expect(await found({ menteeId: mentee.id })).toEqual([id]);
  expect(await found({ mentorId: mentor.id })).toEqual([waiting, id]);
  expect(await found({ form: 'head-teacher' })).toEqual([]);
  expect(await found({}, 'бел')).toEqual([waiting]);
  expect(await found({}, '%')).toEqual([]);
  expect(await found({ organizationId: town.otherSchool.id })).toEqual([]);
});

test('mentees without a mentor, and mentors with a place left', async () => {
  const narrow = await pairs.mentor('Серова Ольга Игоревна', 1);
  const other = await pairs.mentee('Белова Яна');
  await pairs.propose(narrow, [mentee]);
  const mentees = async (paired: boolean | null) =>
    (await desk.mentees(curator, { organizationId: null, paired }, people)).items.map(
      ({ surname }) => surname,
    );
  expect(await mentees(false)).toEqual(['Белова']);
  expect(await mentees(true)).toEqual(['Котов']);
  expect(await mentees(null)).toEqual(['Белова', 'Котов']);
  const { items } = await desk.mentors(curator, { organizationId: null, free: null }, people);
  expect(items.map(({ surname, load, capacity }) => `${surname} ${load}/${capacity}`)).toEqual([
    'Орлова 0/2',
    'Серова 1/1',
  ]);
  expect(items[0]?.forms).toEqual(['teacher-teacher']);
  const free = await desk.mentors(curator, { organizationId: null, free: true }, people);
  expect(free.items.map(({ id }) => id)).toEqual([mentor.id]);
  expect(other.surname).toBe('Белова');
});

test('lists ask the database once, however many rows they have', async () => {
  for (let index = 0; index < 6; index += 1) {
    const one = await pairs.mentor(`Наставница ${'абвгде'[index]}`);
    await pairs.active(one, [await pairs.mentee(`Новенькая ${'абвгде'[index]}`)]);
  }
  let queries = 0;
  const query: Database['query'] = (text, params) => {
    queries += 1;
    return database.query(text, params);
  };
  const counting = createPairDesk(deskDeps({ ...database, query } as Database, clock));
  const asked = async (work: () => Promise<unknown>) => {
    queries = 0;
    await work();
    return queries;
  };
  // The programme's zone is one.
  expect(await asked(() => counting.list(curator, everything, newest))).toBe(2);
  expect(await asked(() => counting.board(curator, everything, null))).toBe(2);
  expect(await asked(() => counting.mentees(curator, { organizationId: null, paired: null }, people))).toBe(
    2,
  );
  expect(await asked(() => counting.mentors(curator, { organizationId: null, free: null }, people))).toBe(2);
});
