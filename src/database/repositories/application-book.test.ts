import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicants, applyingAt as at } from '../../../test/helpers/applicants.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { officeRoles, type Person, type Role, roles } from '../../domain/people/person.ts';
import { appliedRoles } from '../../domain/registration/application.ts';
import { mayDecide } from '../../domain/registration/may-decide.ts';
import type { Database } from '../sql.ts';
import { createApplicationBook } from './application-book.ts';
import { createPeopleBook } from './people-book.ts';
import { createPersonBook } from './person-book.ts';

let database: Database;
let town: Town;
let coordinator: Person;
let curator: Person;
let stranger: Person;
let people: ReturnType<typeof applicants>;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
  town = await foundTown(database);
  coordinator = await town.person('Серова Ольга Игоревна', 'coordinator', town.office.id);
  curator = await town.person('Лунёва Инна Павловна', 'curator', town.school.id);
  stranger = await town.person('Дальний Пётр Ильич', 'curator', town.otherSchool.id);
  people = applicants(database, town);
});
afterAll(() => database.stop());

const code = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: { code?: string; facts?: object }) => reason,
  );
  return { code: error?.code, facts: error?.facts };
};

describe('begin', () => {
  test('makes a person without a name for an account that was nobody’s, and the same draft each time', async () => {
    const { account, personId, applicationId } = await people.begin();
    const visitor = await createPeopleBook(database).visitor(
      account.platform,
      account.accountId,
      account.chatId,
      at,
    );
    expect(visitor.person).toMatchObject({ id: personId, surname: '', programmeId: town.programme.id });
    expect(await people.begin('mentor', account)).toMatchObject({ personId, applicationId });
    expect((await people.begin('mentee', account)).applicationId).not.toBe(applicationId);
    expect(await people.eventsOf(applicationId)).toEqual([`begun ${personId}`]);
  });

  test('two messages at the same moment begin one draft', async () => {
    const account = await people.account();
    const begun = await Promise.all(
      [1, 2].map(() =>
        database.transaction((sql) =>
          createApplicationBook(sql).begin(account, 'mentor', town.programme.id, at),
        ),
      ),
    );
    expect(begun[0]).toEqual(begun[1]);
  });

  test('is refused while a live application by this form exists, and possible again after leaving', async () => {
    const card = await people.applied('Ветрова Анна Олеговна');
    const [account] = (await createPeopleBook(database).accountsOf(card.personId)).accounts;
    const again = () => people.begin('mentor', account);
    expect(await code(again())).toEqual({ code: 'already-applied', facts: { state: 'applied' } });
    await people.books.change(card.id, card.personId, 'left', {}, at);
    expect((await again()).applicationId).not.toBe(card.id);
    expect((await people.books.ofPerson(card.personId)).map(({ state }) => state)).toContain('left');
  });

  test('is refused to whoever comes and goes all day, until the next one', async () => {
    const { account, personId } = await people.begin();
    await database.query(
      `insert into application (person_id, form, role, organization_id, state, created_at)
       select $1, 'mentee', 'mentee', $2, 'left', $3 from generate_series(1, 10)`,
      [personId, town.school.id, at],
    );
    const begin = (when: Date) => people.books.begin(account, 'mentee', town.programme.id, when);
    expect(await code(begin(at))).toMatchObject({ code: 'too-many-applications' });
    expect(await begin(new Date(at.getTime() + 25 * 3_600_000))).toMatchObject({ personId });
  });

  test('lets somebody who has said nothing yet turn to another city', async () => {
    const { account, personId } = await people.begin();
    const [other] = await database.query<{ id: string }>(
      `insert into programme (key, name) values ('other', 'Другой город') returning id`,
    );
    await people.books.begin(account, 'mentor', other!.id, at);
    const [moved] = await database.query('select programme_id as id from person where id = $1', [personId]);
    expect(moved).toEqual(other);
  });
});

describe('submit', () => {
  test('another form makes nobody of age: a known minor needs a representative whatever they apply by', async () => {
    const { personId, applicationId } = await people.begin('mentor');
    await database.query('update person set birth_year = 2010 where id = $1', [personId]);
    for (const kind of ['personal-data', 'participation'] as const) await people.consent(personId, kind);
    const submit = () => people.books.submit(applicationId, people.submission('Юркина Яна Олеговна'), at);
    expect(await code(submit())).toEqual({ code: 'consent-missing', facts: { kind: 'personal-data' } });
    for (const kind of ['personal-data', 'participation'] as const) {
      await people.consent(personId, kind, { giver: 'representative' });
    }
    expect(await submit()).toMatchObject({ state: 'applied', minor: true });
  });

  test('staff who take their consent back are not confirmed', async () => {
    const submission = { role: 'curator' } as const;
    const { personId, id } = await people.applied('Ямская Ия Львовна', submission, 'staff');
    await database.query('update consent set withdrawn_at = now() where person_id = $1', [personId]);
    expect(await code(people.books.change(id, coordinator.id, 'confirmed', {}, at))).toMatchObject({
      code: 'consent-missing',
    });
    expect(await people.rolesOf(personId)).toEqual([]);
  });

  test('writes the person’s own to the person and the rest to the application', async () => {
    const card = await people.applied('Синицына Вера Юрьевна');
    expect(card).toMatchObject({
      state: 'applied',
      role: 'mentor',
      organizationName: 'Школа № 3',
      minor: false,
      answers: { post: 'учитель' },
      person: { surname: 'Синицына', patronymic: 'Юрьевна', phone: '+79120000001' },
      appliedAt: at,
    });
    expect(await people.rolesOf(card.personId)).toEqual([]);
  });

  test('nothing is applied for without each consent; one to an older text is good, a withdrawn one is not', async () => {
    const { personId, applicationId } = await people.begin('mentee');
    const submit = () =>
      people.books.submit(applicationId, people.submission('Юнина Ия', { role: 'mentee' }), at);
    expect(await code(submit())).toEqual({ code: 'consent-missing', facts: { kind: 'personal-data' } });
    await people.consent(personId, 'personal-data');
    expect(await code(submit())).toEqual({ code: 'consent-missing', facts: { kind: 'participation' } });
    const given = await people.consent(personId, 'participation');
    await database.query('update consent set withdrawn_at = now() where id = $1', [given]);
    expect((await code(submit())).code).toBe('consent-missing');
    await people.consent(personId, 'participation');
    expect((await submit()).state).toBe('applied');
    expect(await code(submit())).toEqual({ code: 'state-passed', facts: { state: 'applied' } });
  });

  test('for a pupil under 18 only a representative’s consents count', async () => {
    const { personId, applicationId } = await people.begin('pupil');
    const pupil = people.submission('Малая Ида', {
      role: 'mentee',
      person: { surname: 'Малая', name: 'Ида', patronymic: '', phone: null, birthYear: 2008 },
    });
    for (const kind of ['personal-data', 'participation'] as const) await people.consent(personId, kind);
    expect((await code(people.books.submit(applicationId, pupil, at))).code).toBe('consent-missing');
    for (const kind of ['personal-data', 'participation'] as const)
      await people.consent(personId, kind, { giver: 'representative' });
    expect(await people.books.submit(applicationId, pupil, at)).toMatchObject({
      state: 'applied',
      minor: true,
    });
  });

  test('whoever staff had appointed before is confirmed at once, by nobody', async () => {
    const account = await people.account();
    const mentor = await town.person('Ершова Нина Львовна', 'mentor', town.school.id);
    await database.query('update chat_account set person_id = $2 where id = $1', [account.id, mentor.id]);
    const card = await people.applied('Ершова Нина Львовна', {}, 'mentor', account);
    expect(card.state).toBe('confirmed');
    expect(await people.eventsOf(card.id)).toEqual([
      `begun ${mentor.id}`,
      `applied ${mentor.id}`,
      'confirmed -',
    ]);
    expect(await people.rolesOf(mentor.id)).toEqual(['mentor']);
  });

  test('an organization of another city is none', async () => {
    const { applicationId } = await people.begin('staff');
    for (const organizationId of ['999999', 'x', '']) {
      const given = people.submission('Чужая Яна', { role: 'curator', organizationId });
      expect((await code(people.books.submit(applicationId, given, at))).code).toBe('organization-unknown');
    }
  });
});

describe('deciding', () => {
  test('confirming appoints, leaving ends the appointment, and every step is kept with who made it', async () => {
    const { id, personId } = await people.applied('Громова Лидия Ивановна');
    expect((await people.books.change(id, curator.id, 'confirmed', {}, at)).decidedAt).toEqual(at);
    expect(await people.rolesOf(personId)).toEqual(['mentor']);
    await people.books.change(id, personId, 'active', {}, at);
    await people.books.change(id, personId, 'on-leave', {}, at);
    expect(await people.rolesOf(personId)).toEqual(['mentor']);
    await people.books.change(id, coordinator.id, 'left', { reason: 'переезд\0' }, at);
    expect(await people.rolesOf(personId)).toEqual([]);
    expect((await people.eventsOf(id)).slice(2)).toEqual([
      `confirmed ${curator.id}`,
      `active ${personId}`,
      `on-leave ${personId}`,
      `left ${coordinator.id}`,
    ]);
  });

  test('a stranger learns nothing, the applicant may not decide', async () => {
    const { id, personId } = await people.applied('Тихая Зоя Петровна');
    for (const other of [stranger.id, '999999']) {
      expect((await code(people.books.change(id, other, 'confirmed', {}, at))).code).toBe(
        'application-unknown',
      );
      expect(await people.books.seenBy(id, other)).toBeNull();
    }
    for (const id of ['999999', 'x', '']) {
      expect((await code(people.books.change(id, curator.id, 'confirmed', {}, at))).code).toBe(
        'application-unknown',
      );
    }
    expect((await code(people.books.change(id, personId, 'confirmed', {}, at))).code).toBe('may-not-decide');
    expect(await people.books.seenBy(id, personId)).toMatchObject({ deciding: false });
    expect(await people.books.seenBy(id, curator.id)).toMatchObject({ deciding: true, card: { id } });
  });

  test('the coordinator of another city is a stranger', async () => {
    const [abroad] = await database.query<{ id: string }>(
      `with city as (insert into programme (key, name) values ('abroad', 'Город') returning id),
         office as (insert into organization (programme_id, kind, name, short_name)
           select id, 'office', 'УО', 'УО' from city returning id),
         boss as (insert into person (programme_id, surname, name) select id, 'Иной', 'Лев' from city returning id),
         held as (insert into appointment (person_id, role, organization_id)
           select boss.id, 'coordinator', office.id from boss, office)
       select id from boss`,
    );
    const { id } = await people.applied('Местная Рая Львовна');
    expect((await code(people.books.change(id, abroad!.id, 'confirmed', {}, at))).code).toBe(
      'application-unknown',
    );
    expect(await people.books.waiting(abroad!.id, 0, 10)).toEqual({ total: 0, cards: [] });
  });

  test('of two who decide at the same moment the second is told what the first has done', async () => {
    const { id, personId } = await people.applied('Общая Майя Львовна');
    const decide = (actorId: string, to: 'confirmed' | 'declined') =>
      database.transaction((sql) => createApplicationBook(sql).change(id, actorId, to, {}, at));
    const results = await Promise.allSettled([
      decide(curator.id, 'confirmed'),
      decide(coordinator.id, 'declined'),
    ]);
    const { state } = (await people.books.byId(id))!;
    const lost = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(lost.reason).toMatchObject({ code: 'state-passed', facts: { state } });
    expect(await people.rolesOf(personId)).toEqual(state === 'confirmed' ? ['mentor'] : []);
  });

  test('curators of the organization are told of mentors and mentees, coordinators of all else', async () => {
    const teacher = await people.applied('Новая Инга Львовна');
    const elsewhere = await people.applied('Иная Инга Львовна', {
      organizationId: (await town.organization('Школа № 9')).id,
    });
    const head = await people.applied('Главная Инга Львовна', { role: 'head' }, 'staff');
    expect(await people.books.decidersOf(teacher.id)).toEqual([curator.id]);
    expect(await people.books.decidersOf(elsewhere.id)).toEqual([coordinator.id]);
    expect(await people.books.decidersOf(head.id)).toEqual([coordinator.id]);
  });

  test('the list of those who wait shows exactly what one may decide, oldest first and page by page', async () => {
    const [other] = await Promise.all([town.organization('Школа № 11')]);
    for (const [index, role] of appliedRoles.entries()) {
      for (const [place, organizationId] of [town.school.id, other.id].entries()) {
        const form = role === 'mentor' || role === 'mentee' ? role : 'staff';
        await people.applied(`Ждущая${'абвгд'[index]}${'мн'[place]} Ева`, { role, organizationId }, form);
      }
    }
    const all = await database.query<{ id: string }>(`select id from application where state = 'applied'`);
    for (const role of roles) {
      const reader = await town.person(`Смотрящий${role} Лев`, role, roleOffice(role));
      const held = [{ personId: reader.id, role, organizationId: roleOffice(role) }];
      const mine = [];
      for (const { id } of all) {
        const card = (await people.books.byId(id))!;
        if (mayDecide(card, held)) mine.push(id);
      }
      const { total, cards } = await people.books.waiting(reader.id, 0, 1000);
      expect(cards.map(({ id }) => id).sort(), role).toEqual(mine.sort());
      expect(total).toBe(mine.length);
    }
    const first = await people.books.waiting(coordinator.id, 0, 2);
    const second = await people.books.waiting(coordinator.id, 1, 2);
    const ids = [...first.cards, ...second.cards].map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(new Set(ids).size).toBe(4);
  });
});

const roleOffice = (role: Role) => (officeRoles.includes(role) ? town.office.id : town.school.id);

describe('amend', () => {
  test('corrects answers and the person’s own; what was not given stays, what was skipped goes', async () => {
    const { id, personId } = await people.applied('Ошибкина Ада Львовна');
    const amended = await people.books.amend(
      id,
      { surname: 'Верная', phone: null, post: 'завуч' },
      personId,
      at,
    );
    expect(amended.person).toMatchObject({
      surname: 'Верная',
      name: 'Ада',
      patronymic: 'Львовна',
      phone: null,
    });
    expect(amended.answers).toMatchObject({ post: 'завуч' });
    const [event] = await database.query(
      `select facts from application_event where application_id = $1 and kind = 'amended'`,
      [id],
    );
    expect(event).toEqual({ facts: { keys: 'surname phone post' } });
  });

  test('moves to another school only while nobody has decided', async () => {
    const { id, personId } = await people.applied('Кочевая Ада Львовна');
    const to = (organization: string) => people.books.amend(id, { organization }, personId, at);
    expect((await to(town.otherSchool.id)).organizationName).toBe('Школа № 7');
    await people.books.change(id, stranger.id, 'confirmed', {}, at);
    expect(await code(to(town.school.id))).toEqual({ code: 'may-not-amend', facts: { key: 'organization' } });
    expect((await to(town.otherSchool.id)).state).toBe('confirmed');
  });

  test('is for oneself, and not once it is over', async () => {
    const { id, personId } = await people.applied('Своя Ада Львовна');
    const by = (actorId: string) => people.books.amend(id, { post: 'х' }, actorId, at);
    expect((await code(by(coordinator.id))).code).toBe('application-unknown');
    await people.books.change(id, coordinator.id, 'declined', {}, at);
    expect(await code(by(personId))).toEqual({ code: 'state-passed', facts: { state: 'declined' } });
  });
});

describe('lists of people', () => {
  test('show nobody who has only begun to apply, be their name known or not', async () => {
    const { personId, applicationId } = await people.begin('pupil');
    const names = { programmeId: town.programme.id, surname: 'Начатая', name: 'Ева', patronymic: '' };
    await people.books.amend(
      applicationId,
      { surname: 'Начатая', name: 'Ева', 'birth-year': 2009 },
      personId,
      at,
    );
    expect((await people.books.byId(applicationId))!).toMatchObject({
      state: 'draft',
      person: { birthYear: 2009 },
    });
    expect(await createPersonBook(database).byName(names)).toEqual([]);
    const entered = await createPersonBook(database).add(names);
    expect(await createPersonBook(database).byName(names)).toEqual([entered]);
  });

  test('show nobody without a name and nobody who was erased', async () => {
    const { personId } = await people.begin();
    const erased = await town.person('Стёртая Эра', 'coordinator', town.office.id);
    await database.query('update person set erased_at = now() where id = $1', [erased.id]);
    const shown = (await createPersonBook(database).list(town.programme.id)).map(({ id }) => id);
    expect(shown).toContain(coordinator.id);
    expect(shown).not.toContain(personId);
    expect(shown).not.toContain(erased.id);
    const told = await createPeopleBook(database).coordinatorsOf(town.programme.id);
    expect(told.map(({ id }) => id)).not.toContain(erased.id);
    const byName = { programmeId: town.programme.id, surname: '', name: '', patronymic: '' };
    expect(await createPersonBook(database).byName(byName)).toEqual([]);
  });
});
