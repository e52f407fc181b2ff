import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { pairing, pairingAt } from '../../test/helpers/pairing.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createCompetencyBook } from '../database/repositories/competency-book.ts';
import { createSynonymBook } from '../database/repositories/synonym-book.ts';
import type { Database } from '../database/sql.ts';
import type { Answers } from '../domain/forms/form.ts';
import type { SuggestionDesk } from '../domain/pairs/suggestion-desk.ts';
import type { Person } from '../domain/people/person.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { createMentorShelves } from './mentor-shelf.ts';
import { createSuggestionDesk } from './suggestion-desk.ts';

const clock = { now: () => pairingAt };
let database: Database;
let queries = 0;
let town: Town;
let pairs: ReturnType<typeof pairing>;
let desk: SuggestionDesk;
let coordinator: Staff;
let curator: Staff;
let ilina: Person;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  pairs = pairing(database, town);
  const counted: Database = {
    ...database,
    query: (text, params) => {
      queries += 1;
      return database.query(text, params);
    },
  };
  desk = createSuggestionDesk(deskDeps(counted, clock), createMentorShelves());
  const { id } = town.programme;
  coordinator = staffAs('1', id, [{ role: 'coordinator', organizationId: town.office.id }]);
  curator = staffAs('1', id, [{ role: 'curator', organizationId: town.school.id }]);
  ilina = await mentee('Ильина Вера Олеговна', { own: ['дети шумят и не слушаются'] });
});

async function say(person: Person, answers: Answers): Promise<void> {
  await database.query('update application set answers = answers || $2::jsonb where person_id = $1', [
    person.id,
    JSON.stringify(answers),
  ]);
}

async function mentee(names: string, { own = [] as string[], chosen = [] as string[] }): Promise<Person> {
  const person = await pairs.mentee(names);
  await say(person, { requests: { chosen, own }, wishes: null });
  return person;
}

async function mentor(
  names: string,
  own: string[],
  given: { capacity?: number; organizationId?: string; answers?: Answers } = {},
): Promise<Person> {
  const person = await pairs.mentor(names, given.capacity, given.organizationId);
  await say(person, { skills: { chosen: [], own }, ...given.answers });
  return person;
}

const suggested = async (to = ilina, staff = coordinator) =>
  (await desk.suggestionsFor(staff, to.id, 20)).map(({ mentor: { surname } }) => surname);

describe('suggestions for a mentee', () => {
  it('name mentors by what they can do of what is needed, with the reasons', async () => {
    await mentor('Булычева Анна Петровна', ['Подготовка к ОГЭ']);
    const useful = await mentor('Жуйкова Ольга Ивановна', ['держу класс, тишина на уроке'], {
      organizationId: town.otherSchool.id,
    });
    const [first, second] = await desk.suggestionsFor(coordinator, ilina.id, 20);
    expect(first).toEqual({
      mentor: {
        id: useful.id,
        surname: 'Жуйкова',
        name: 'Ольга',
        patronymic: 'Ивановна',
        organizationId: town.otherSchool.id,
        organizationName: 'Школа № 7',
      },
      score: expect.any(Number),
      reasons: [
        {
          kind: 'competencies',
          needed: 1,
          fits: [{ request: 'дети шумят и не слушаются', competency: 'держу класс, тишина на уроке' }],
        },
        { kind: 'capacity', left: 2, of: 2 },
        { kind: 'form', form: 'teacher-teacher' },
        { kind: 'unreachable' },
      ],
    });
    expect(second?.reasons[0]).toEqual({ kind: 'no-competencies', needed: 1 });
    expect(second?.reasons[1]).toEqual({ kind: 'same-organization' });
  });

  it('know what both picked from the programme’s list, archived since or not', async () => {
    const [topic] = await createCompetencyBook(database).list(town.programme.id);
    const asking = await mentee('Пушина Нина Олеговна', { chosen: [topic?.value ?? ''] });
    await mentor('Жуйкова Ольга Ивановна', [], {
      answers: { skills: { chosen: [topic?.value ?? ''], own: [] } },
    });
    await createCompetencyBook(database).archive(town.programme.id, topic?.value ?? '', pairingAt);
    const [first] = await desk.suggestionsFor(coordinator, asking.id, 20);
    const fit = { request: topic?.label, competency: topic?.label };
    expect(first?.reasons[0]).toEqual({ kind: 'competencies', needed: 1, fits: [fit] });
  });

  it('leave out who is theirs, who declined them, who has no place, who is away or has left', async () => {
    const theirs = await mentor('Авдеева Анна Петровна', []);
    await pairs.propose(theirs, [ilina]);
    const declined = await mentor('Борисова Анна Петровна', []);
    const pairId = await pairs.propose(declined, [ilina]);
    await pairs.inBook((book) =>
      book.answer(
        pairId,
        { personId: declined.id, giver: 'self', answer: 'declined', givenBy: declined.id },
        pairingAt,
      ),
    );
    const full = await mentor('Волкова Анна Петровна', [], { capacity: 1 });
    await pairs.propose(full, [await pairs.mentee('Другая Нина Олеговна')]);
    const away = await mentor('Глухова Анна Петровна', []);
    await database.query(`update application set state = 'on-leave' where person_id = $1`, [away.id]);
    const left = await mentor('Дюкина Анна Петровна', []);
    await database.query('update appointment set ended_at = $2 where person_id = $1', [left.id, pairingAt]);
    await mentor('Ежова Анна Петровна', []);
    expect(await suggested()).toEqual(['Ежова']);
  });

  it('name again whom staff took back before anybody answered', async () => {
    const person = await mentor('Авдеева Анна Петровна', []);
    const pairId = await pairs.propose(person, [ilina]);
    expect(await suggested()).toEqual([]);
    await pairs.inBook((book) => book.withdraw(pairId, null, '', pairingAt));
    expect(await suggested()).toEqual(['Авдеева']);
  });

  it('reach no further than whoever asks', async () => {
    await mentor('Авдеева Анна Петровна', []);
    await mentor('Борисова Анна Петровна', [], { organizationId: town.otherSchool.id });
    expect(await suggested(ilina, curator)).toEqual(['Авдеева']);
    expect(await suggested(ilina, coordinator)).toEqual(['Авдеева', 'Борисова']);
    const elsewhere = staffAs('1', town.programme.id, [
      { role: 'curator', organizationId: town.otherSchool.id },
    ]);
    const unknown = { code: 'mentee-unknown' };
    await expect(desk.suggestionsFor(elsewhere, ilina.id, 20)).rejects.toMatchObject(unknown);
    await expect(desk.suggestionsFor(coordinator, '999999', 20)).rejects.toMatchObject(unknown);
    await expect(desk.suggestionsFor(coordinator, 'x', 20)).rejects.toMatchObject(unknown);
    const foreign = staffAs('1', '999', [{ role: 'coordinator', organizationId: town.office.id }]);
    await expect(desk.suggestionsFor(foreign, ilina.id, 20)).rejects.toMatchObject(unknown);
    const jury = staffAs('1', town.programme.id, []);
    await expect(desk.suggestionsFor(jury, ilina.id, 20)).rejects.toMatchObject({ code: 'may-not' });
  });

  it('never make a pupil the mentor of a teacher', async () => {
    const pupil = await mentor('Пупков Илья Олегович', []);
    await database.query(`update application set form = 'pupil' where person_id = $1`, [pupil.id]);
    expect(await suggested()).toEqual([]);
  });

  it('know a mentor whom staff appointed without an application, with one place', async () => {
    await town.person('Авдеева Анна Петровна', 'mentor', town.school.id);
    const [first] = await desk.suggestionsFor(coordinator, ilina.id, 20);
    expect(first?.reasons).toContainEqual({ kind: 'capacity', left: 1, of: 1 });
  });

  it('prefer whoever can be asked in the bot', async () => {
    await mentor('Авдеева Анна Петровна', []);
    const reachable = await mentor('Борисова Анна Петровна', []);
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', '1', '1', $1)`,
      [reachable.id],
    );
    expect(await suggested()).toEqual(['Борисова', 'Авдеева']);
  });
});

describe('what is kept of mentors', () => {
  it('follows an application, the synonyms and the list at once', async () => {
    const person = await mentor('Авдеева Анна Петровна', ['хор']);
    const fits = async () =>
      (await desk.suggestionsFor(coordinator, ilina.id, 20))[0]?.reasons[0]?.kind === 'competencies';
    expect(await fits()).toBe(false);
    await say(person, { skills: { chosen: [], own: ['дисциплина'] } });
    expect(await fits()).toBe(true);
    await say(person, { skills: { chosen: [], own: ['макраме'] } });
    expect(await fits()).toBe(false);
    const synonyms = createSynonymBook(database);
    const added = await synonyms.add(town.programme.id, ['шумят', 'макраме']);
    expect(await fits()).toBe(true);
    await synonyms.archive(town.programme.id, added.id, pairingAt);
    expect(await fits()).toBe(false);
  });

  it('lets an erased mentor go', async () => {
    const person = await mentor('Авдеева Анна Петровна', []);
    expect(await suggested()).toEqual(['Авдеева']);
    await database.query(`update person set surname = '', erased_at = now() where id = $1`, [person.id]);
    expect(await suggested()).toEqual([]);
  });

  it('costs as many queries for many mentors as for one', async () => {
    await mentor('Авдеева Анна Петровна', ['дисциплина']);
    await suggested();
    await suggested();
    queries = 0;
    await suggested();
    const forOne = queries;
    for (const letter of 'бвгдежз') await mentor(`${letter}авдеева Анна Петровна`, ['дисциплина']);
    await suggested();
    queries = 0;
    expect(await suggested()).toHaveLength(8);
    expect(queries).toBe(forOne);
    expect(forOne).toBe(5);
  });
});
