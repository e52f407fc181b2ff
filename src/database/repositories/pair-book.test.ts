import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { pairingAt as at, pairing } from '../../../test/helpers/pairing.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ApplicationState } from '../../domain/registration/application.ts';
import type { Database } from '../sql.ts';
import { createApplicationBook } from './application-book.ts';
import { createPairRounds } from './pair-rounds.ts';
import { createPeopleBook } from './people-book.ts';

let database: Database;
let town: Town;
let pairs: ReturnType<typeof pairing>;
let curator: Person;
let mentor: Person;
let mentee: Person;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  pairs = pairing(database, town);
  curator = await town.person('Лаптева Нина Павловна', 'curator', town.school.id);
  mentor = await pairs.mentor('Орлова Анна Ильинична');
  mentee = await pairs.mentee('Котов Пётр Ильич');
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

/** What the person does to their own application. */
async function change(person: Person, to: ApplicationState): Promise<void> {
  await database.transaction(async (sql) => {
    const book = createApplicationBook(sql);
    const [card] = await book.ofPerson(person.id);
    await book.change(card?.id ?? '', person.id, to, {}, at);
  });
}

test('a pair goes from its proposal to its end, and each step is kept', async () => {
  const id = await pairs.propose(mentor, [mentee], { by: curator.id });
  expect(await pairs.state(id)).toBe('proposed');
  await pairs.agree(id);
  await pairs.inBook((book) => book.markOrdered([id], '7', at));
  await pairs.inBook((book) => book.start(id, curator.id, at));
  const card = await pairs.inBook((book) => book.complete(id, curator.id, 'Цель достигнута', at));
  expect(card).toMatchObject({ state: 'completed', orderId: '7', result: 'Цель достигнута' });
  expect(card.mentees.map(({ surname }) => surname)).toEqual(['Котов']);
  expect(await pairs.events(id)).toEqual([
    'proposed',
    'answered',
    'answered',
    'agreed',
    'ordered',
    'active',
    'completed',
  ]);
  expect(await refused(pairs.inBook((book) => book.start(id, null, at)))).toBe('state-passed');
});

test('an ended pair makes room: for the mentor, and for the same two once more', async () => {
  const narrow = await pairs.mentor('Серова Ольга Игоревна', 1);
  const id = await pairs.propose(narrow, [mentee]);
  const other = await pairs.mentee('Белова Яна Олеговна');
  expect(await refused(pairs.propose(narrow, [other]))).toBe('capacity-reached');
  expect(await refused(pairs.propose(narrow, [mentee]))).toBe('pair-exists');
  await pairs.inBook((book) => book.withdraw(id, curator.id, '', at));
  expect(await refused(pairs.propose(narrow, [mentee]))).toBe('none');
});

test('of two curators who propose a mentor’s last place at once one wins', async () => {
  const narrow = await pairs.mentor('Серова Ольга Игоревна', 1);
  const others = [await pairs.mentee('Белова Яна'), await pairs.mentee('Быков Олег'), mentee];
  const outcomes = await Promise.all(others.map((each) => refused(pairs.propose(narrow, [each]))));
  expect(outcomes.toSorted()).toEqual(['capacity-reached', 'capacity-reached', 'none']);
});

describe('the database alone refuses', () => {
  const raw = (values: string) =>
    database.query(
      `insert into pair (programme_id, organization_id, mentor_id, form, from_on, to_on, proposed_at, ${values}`,
      [town.programme.id, town.school.id, mentor.id, at],
    );
  const row = `$1, $2, $3, 'teacher-teacher', '2022-09-01', '2022-09-02', $4`;

  test('a state without what it rests on', async () => {
    for (const values of [
      `state) values (${row}, 'agreed')`,
      `state, agreed_at) values (${row}, 'ordered', now())`,
      `state, agreed_at, ordered_at) values (${row}, 'active', now(), now())`,
      `state, closed_at) values (${row}, 'declined', now())`,
      `state, close_reason) values (${row}, 'declined', 'mentor')`,
      `state, closed_at) values (${row}, 'proposed', now())`,
    ]) {
      await expect(raw(values), values).rejects.toMatchObject({ code: '23514' });
    }
  });

  test('somebody as their own mentor, and the same two twice', async () => {
    const id = await pairs.propose(mentor, [mentee]);
    const member = 'insert into pair_mentee (pair_id, mentor_id, mentee_id) values ($1, $2, $3)';
    await expect(database.query(member, [id, mentor.id, mentor.id])).rejects.toMatchObject({ code: '23514' });
    const [second] = await database.query<{ id: string }>(
      `insert into pair (programme_id, organization_id, mentor_id, form, from_on, to_on, proposed_at)
       values (${row}) returning id`,
      [town.programme.id, town.school.id, mentor.id, at],
    );
    await expect(database.query(member, [second?.id, mentor.id, mentee.id])).rejects.toMatchObject({
      code: '23505',
    });
  });
});

describe('consents', () => {
  const withdrawAll = (personId: string) =>
    database.query('update consent set withdrawn_at = $2 where person_id = $1', [personId, at]);

  test('no proposal without those of both', async () => {
    await withdrawAll(mentee.id);
    expect(await refused(pairs.propose(mentor, [mentee]))).toBe('consent-missing');
  });

  test('nor an agreement or an order, but a no is always heard', async () => {
    const id = await pairs.propose(mentor, [mentee]);
    await withdrawAll(mentee.id);
    expect(await refused(pairs.agree(id))).toBe('consent-missing');
    const no = { personId: mentee.id, giver: 'self', answer: 'declined', givenBy: mentee.id } as const;
    await pairs.inBook((book) => book.answer(id, no, at));
    expect(await pairs.state(id)).toBe('declined mentee');
  });

  test('an order of several pairs is all or nothing, and says which one is in the way', async () => {
    const first = await pairs.propose(mentor, [mentee]);
    await pairs.agree(first);
    const second = await pairs.propose(mentor, [await pairs.mentee('Белова Яна Олеговна')]);
    await expect(pairs.inBook((book) => book.markOrdered([first, second], '1', at))).rejects.toMatchObject({
      code: 'state-passed',
      facts: { pairId: second },
    });
    expect(await pairs.state(first)).toBe('agreed');
  });
});

test('for a pupil both they and a representative are asked, and only these may answer', async () => {
  const { pupil, mother } = await pairs.pupil('Ильин Олег', 'Ильина Вера Павловна');
  const id = await pairs.propose(mentor, [pupil], { form: 'employer-pupil' });
  const asked = await pairs.inBook((book) => book.waitingFor(mother.id));
  expect(asked.map(({ agreement }) => [agreement.personId, agreement.giver])).toEqual([
    [pupil.id, 'representative'],
  ]);
  const agreementId = asked[0]?.agreement.id ?? '';
  expect(await pairs.inBook((book) => book.askedOf(agreementId, pupil.id))).toBeNull();
  expect(await pairs.inBook((book) => book.askedOf(agreementId, mentor.id))).toBeNull();
  expect(await pairs.inBook((book) => book.askedOf(agreementId, mother.id))).not.toBeNull();
  await pairs.agree(id);
  expect(await pairs.state(id)).toBe('agreed');
});

describe('who leaves', () => {
  test('a mentor leaves their mentees without one, whatever order says', async () => {
    const id = await pairs.active(mentor, [mentee]);
    await change(mentor, 'left');
    expect(await pairs.state(id)).toBe('ended-early mentor-left');
  });

  test('one of a group leaves the rest at work, the last one ends it', async () => {
    const other = await pairs.mentee('Белова Яна Олеговна');
    const id = await pairs.active(mentor, [mentee, other]);
    await change(mentee, 'left');
    expect(await pairs.state(id)).toBe('active');
    expect(await pairs.events(id)).toContain('mentee-left');
    await change(other, 'left');
    expect(await pairs.state(id)).toBe('ended-early mentee-left');
  });

  test('somebody without an application leaves, too: by a consent taken back', async () => {
    const id = await pairs.propose(mentor, [mentee]);
    await database.transaction((sql) => createPeopleBook(sql).endMentoring(mentee.id, at));
    expect(await pairs.state(id)).toBe('declined mentee-left');
  });

  test('a mentor who also learns stays in the pair of the other part', async () => {
    const both = await pairs.mentee('Белова Яна Олеговна');
    await database.query(
      `insert into appointment (person_id, role, organization_id) values ($1, 'mentor', $2)`,
      [both.id, town.school.id],
    );
    const learns = await pairs.propose(mentor, [both]);
    const teaches = await pairs.propose(both, [mentee]);
    await change(both, 'left');
    expect(await pairs.state(learns)).toBe('declined mentee-left');
    expect(await pairs.state(teaches)).toBe('proposed');
  });

  test('a leave lets the pair rest, a return wakes it; a group rests when all of it do', async () => {
    const other = await pairs.mentee('Белова Яна Олеговна');
    const id = await pairs.active(mentor, [mentee, other]);
    const paused = async () => (await pairs.inBook((book) => book.byId(id)))?.pausedAt !== null;
    await change(mentee, 'on-leave');
    expect(await paused()).toBe(false);
    await change(other, 'on-leave');
    expect(await paused()).toBe(true);
    await change(other, 'active');
    expect(await paused()).toBe(false);
    await change(mentor, 'on-leave');
    expect(await paused()).toBe(true);
    await change(mentor, 'active');
    expect((await pairs.events(id)).filter((kind) => /paused|resumed/.test(kind))).toEqual([
      'paused',
      'resumed',
      'paused',
      'resumed',
    ]);
  });
});

describe('meetings', () => {
  const today = '2022-10-03';
  const met = { on: '2022-10-01', topic: 'Журнал', outcome: 'held', mark: 5 } as const;

  test('are noted of pairs at work, in the past, and confirmed by whoever learns', async () => {
    const id = await pairs.active(mentor, [mentee]);
    const add = (draft: object) =>
      pairs.inBook((book) => book.addMeeting(id, { ...met, ...draft }, mentor.id, today, at));
    const meeting = await add({});
    expect(await refused(add({ on: '2022-10-04' }))).toBe('meeting-invalid');
    expect(await refused(add({ topic: ' ' }))).toBe('meeting-invalid');
    expect((await add({ outcome: 'moved' })).mark).toBeNull();
    expect(await pairs.inBook((book) => book.confirmMeeting(meeting.id, mentor.id, at))).toBeNull();
    expect(await pairs.inBook((book) => book.confirmMeeting(meeting.id, mentee.id, at))).toMatchObject({
      confirmedBy: mentee.id,
    });
    expect((await pairs.inBook((book) => book.byId(id)))?.meetings).toEqual({ held: 1, lastOn: met.on });
  });

  test('a pair that is not at work meets nobody', async () => {
    const id = await pairs.propose(mentor, [mentee]);
    const add = pairs.inBook((book) => book.addMeeting(id, met, mentor.id, today, at));
    expect(await refused(add)).toBe('state-passed');
  });
});

describe('the round', () => {
  const round = <T>(work: (rounds: ReturnType<typeof createPairRounds>) => Promise<T>) =>
    database.transaction((sql) => work(createPairRounds(sql)));
  const later = (days: number) => new Date(at.getTime() + days * 86_400_000);

  test('begins the work of ordered pairs on their first day', async () => {
    const id = await pairs.propose(mentor, [mentee]);
    await pairs.agree(id);
    await pairs.inBook((book) => book.markOrdered([id], '1', at));
    await round((rounds) => rounds.turn(town.programme.id, '2022-09-14', at));
    expect(await pairs.state(id)).toBe('ordered');
    await round((rounds) => rounds.turn(town.programme.id, '2022-09-15', at));
    expect(await pairs.state(id)).toBe('active');
  });

  test('reminds after three days and after seven, and lets go after fourteen', async () => {
    const id = await pairs.propose(mentor, [mentee]);
    const remind = (today: string) => round((rounds) => rounds.remind(town.programme.id, today, 50));
    expect(await remind('2022-09-07')).toEqual([]);
    expect((await remind('2022-09-08')).map(({ turn }) => turn)).toEqual([1, 1]);
    expect(await remind('2022-09-08')).toEqual([]);
    const yes = { personId: mentor.id, giver: 'self', answer: 'agreed', givenBy: mentor.id } as const;
    await pairs.inBook((book) => book.answer(id, yes, at));
    const second = await remind('2022-09-13');
    expect(second.map(({ agreement, turn }) => [agreement.personId, turn])).toEqual([[mentee.id, 2]]);
    await round((rounds) => rounds.turn(town.programme.id, '2022-09-18', later(13)));
    expect(await pairs.state(id)).toBe('proposed');
    await round((rounds) => rounds.turn(town.programme.id, '2022-09-19', later(14)));
    expect(await pairs.state(id)).toBe('declined expired');
  });

  test('says once that a term is over, and again when staff had put it off', async () => {
    const id = await pairs.active(mentor, [mentee]);
    const turn = (today: string) => round((rounds) => rounds.turn(town.programme.id, today, at));
    const over = async () => (await pairs.events(id)).filter((kind) => kind === 'term-over').length;
    await turn('2023-06-01');
    await turn('2023-06-02');
    expect(await over()).toBe(1);
    const term = { fromOn: '2022-09-15', toOn: '2023-08-31', goal: '' };
    await pairs.inBook((book) => book.edit(id, term, curator.id, at));
    await turn('2023-09-01');
    expect(await over()).toBe(2);
  });
});
