import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Audience, MailingDraft } from '../../domain/mailings/mailing.ts';
import type { AudienceQuery, MailingBook } from '../../domain/mailings/mailing-book.ts';
import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Database } from '../sql.ts';
import { createMailingBook } from './mailing-book.ts';
import { createPersonBook } from './person-book.ts';

const at = new Date('2022-03-18T06:00:00Z');
const nobody: Audience = {
  roles: [],
  organizationIds: [],
  applicationStates: [],
  pairStates: [],
  lacks: null,
  personIds: [],
};
let database: Database;
let town: Town;
let book: MailingBook;
let author: Person;

beforeAll(async () => {
  database = await testDatabase();
  book = createMailingBook(database);
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  author = await town.person('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
});

const group = (audience: Partial<Audience>, within: string[] | null = null): AudienceQuery => ({
  programmeId: town.programme.id,
  within,
  audience: { ...nobody, ...audience },
  today: '2022-03-18',
  at,
});
const who = async (audience: Partial<Audience>, within: string[] | null = null) =>
  (await book.sample(group(audience, within), 100)).map(({ surname }) => surname);
const applied = (person: Person, state: string, organizationId: string, role = 'mentor') =>
  database.query(
    `insert into application (person_id, form, role, organization_id, state) values ($1, 'mentor', $4, $3, $2)`,
    [person.id, state, organizationId, role],
  );
const chat = (person: Person, platform: string) =>
  database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)`,
    [platform, person.id, person.id],
  );

async function add(
  change: Partial<MailingDraft> = {},
  organizationIds: string[] | null = null,
): Promise<string> {
  const draft = {
    title: 'Семинар',
    text: 'Текст',
    namesOthers: false,
    otherText: null,
    audience: nobody,
    ...change,
  };
  const whose = { programmeId: town.programme.id, organizationIds, authorId: author.id, copiedFrom: null };
  return book.add({ ...draft, ...whose }, at);
}

describe('a group', () => {
  test('is of those who hold any of the roles in any of the organizations, each once', async () => {
    const both = await town.person('Абашева Инна', 'mentor', town.school.id);
    await database.query(
      `insert into appointment (person_id, role, organization_id) values ($1, 'curator', $2)`,
      [both.id, town.school.id],
    );
    await town.person('Белова Юлия', 'curator', town.otherSchool.id);
    await town.person('Валова Зоя', 'mentee', town.school.id);
    expect(await who({ roles: ['mentor', 'curator'] })).toEqual(['Абашева', 'Белова']);
    expect(await who({ roles: ['mentor', 'curator'], organizationIds: [town.school.id] })).toEqual([
      'Абашева',
    ]);
    expect(await who({ organizationIds: [town.school.id] })).toEqual(['Абашева', 'Валова']);
    expect(await book.readers(group({ roles: ['mentor', 'curator'] }))).toMatchObject([
      { count: 2, accounts: [] },
    ]);
  });

  test('is of applicants in a state, and of whoever takes part where none is said', async () => {
    const people = [];
    for (const [surname, state] of [
      ['Абашева', 'applied'],
      ['Белова', 'on-leave'],
      ['Валова', 'left'],
      ['Гаева', 'draft'],
    ] as const) {
      const person = await town.person(`${surname} Анна`, 'mentor', town.school.id);
      await database.query('update appointment set ended_at = now() where person_id = $1', [person.id]);
      await applied(person, state, town.school.id);
      people.push(person);
    }
    expect(await who({ roles: ['mentor'] })).toEqual(['Белова']);
    expect(await who({ applicationStates: ['applied', 'left'] })).toEqual(['Абашева', 'Валова']);
    expect(await who({ applicationStates: ['applied'], roles: ['mentee'] })).toEqual([]);
    expect(await who({ personIds: [people[3]!.id] })).toEqual(['Гаева']);
  });

  test('is of the mentors and mentees of pairs in a state, whoever left the pair aside', async () => {
    const mentor = await town.person('Абашева Инна', 'mentor', town.school.id);
    const mentees = [];
    for (const surname of ['Белова', 'Валова']) {
      mentees.push(await town.person(`${surname} Юлия`, 'mentee', town.school.id));
    }
    await town.person('Гаева Анна', 'mentor', town.school.id);
    await database.query(
      `with p as (insert into pair (programme_id, organization_id, mentor_id, form, state, from_on, to_on, proposed_at,
           agreed_at, ordered_at, started_at)
         values ($1, $2, $3, 'teacher-teacher', 'active', '2022-01-01', '2022-12-31', now(), now(), now(), now()) returning id)
       insert into pair_mentee (pair_id, mentor_id, mentee_id, left_at, over_at)
       select p.id, $3, m.id, m.gone, m.gone from p, (values ($4::bigint, null), ($5::bigint, now())) m (id, gone)`,
      [town.programme.id, town.school.id, mentor.id, mentees[0]?.id, mentees[1]?.id],
    );
    expect(await who({ pairStates: ['active'] })).toEqual(['Абашева', 'Белова']);
    expect(await who({ pairStates: ['active'], roles: ['mentee'] })).toEqual(['Белова']);
    expect(await who({ pairStates: ['proposed', 'completed'] })).toEqual([]);
    expect(await who({ pairStates: ['active'] }, [town.otherSchool.id])).toEqual([]);
  });

  test('is of those who lack a consent', async () => {
    const has = await town.person('Абашева Инна', 'mentor', town.school.id);
    await town.person('Белова Юлия', 'mentor', town.school.id);
    const [text] = await database.query<{ id: string }>(
      `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
       values ($1, 'personal-data', 'self', 1, 'С', 'С', 'С', 'h', now()) returning id`,
      [town.programme.id],
    );
    await database.query(
      `insert into consent (person_id, given_by, text_id, way, given_at) values ($1, $1, $2, 'chat', now())`,
      [has.id, text?.id],
    );
    expect(await who({ roles: ['mentor'], lacks: 'personal-data' })).toEqual(['Белова']);
    expect(await who({ lacks: 'participation' })).toEqual(['Абашева', 'Белова']);
  });

  test('reaches no further than whoever writes, and names nobody of another organization', async () => {
    await town.person('Абашева Инна', 'mentor', town.school.id);
    const other = await town.person('Белова Юлия', 'mentor', town.otherSchool.id);
    const own = [town.school.id];
    expect(await who({ roles: ['mentor'] }, own)).toEqual(['Абашева']);
    await expect(who({ personIds: [other.id] }, own)).rejects.toThrow(new Refusal('person-unknown'));
    await expect(who({ organizationIds: [town.otherSchool.id] }, own)).rejects.toThrow(
      new Refusal('organization-unknown'),
    );
    await expect(who({ personIds: ['999999'] })).rejects.toThrow(new Refusal('person-unknown'));
    await expect(who({ organizationIds: ['999999'] })).rejects.toThrow(new Refusal('organization-unknown'));
    expect(await who({ personIds: [other.id] })).toEqual(['Белова']);
  });

  test('is nobody where nothing is chosen', async () => {
    expect(await who({})).toEqual([]);
    expect(await book.fill(await add(), group({}))).toBe(0);
  });

  test('counts those who are alike together, whose chat was seen last first', async () => {
    for (const name of ['Анна', 'Вера']) {
      const person = await town.person(`Абашева ${name}`, 'mentor', town.school.id);
      await chat(person, 'telegram');
      await chat(person, 'vk');
    }
    await town.person('Белова Юлия', 'mentor', town.school.id);
    await database.query(
      `update chat_account set last_seen_at = now() + interval '1 hour' where platform = 'vk'`,
    );
    const readers = await book.readers(group({ roles: ['mentor'] }));
    expect(readers.toSorted((a, b) => b.count - a.count)).toEqual([
      {
        count: 2,
        preferred: null,
        paused: false,
        erasing: false,
        accounts: [
          { platform: 'vk', closedAt: null },
          { platform: 'telegram', closedAt: null },
        ],
      },
      { count: 1, preferred: null, paused: false, erasing: false, accounts: [] },
    ]);
  });
});

test('filled twice has one row for each', async () => {
  await town.person('Абашева Инна', 'mentor', town.school.id);
  const id = await add();
  expect(await book.fill(id, group({ roles: ['mentor'] }))).toBe(1);
  expect(await book.fill(id, group({ roles: ['mentor'] }))).toBe(0);
});

describe('a mailing', () => {
  test('is found by whoever’s word reaches as far as its author’s', async () => {
    const wide = await add({}, null);
    const own = await add({}, [town.school.id]);
    const found = async (id: string, within: string[] | null) =>
      (await book.byId(town.programme.id, within, id)) !== null;
    expect(await found(wide, [town.school.id])).toBe(false);
    expect(await found(own, [town.school.id])).toBe(true);
    expect(await found(own, [town.otherSchool.id])).toBe(false);
    expect(await found(own, null)).toBe(true);
    const list = (within: string[] | null, page = {}) =>
      book.list(town.programme.id, within, {
        offset: 0,
        size: 10,
        descending: true,
        q: null,
        state: null,
        ...page,
      });
    expect((await list([town.school.id])).items.map(({ id }) => id)).toEqual([own]);
    expect(await list(null)).toMatchObject({
      total: 2,
      items: [{ id: own, authorName: 'Тихонова Марина Сергеевна' }, { id: wide }],
    });
    expect(await list(null, { q: 'СЕМИНАР', state: 'draft' })).toMatchObject({ total: 2 });
    expect(await list(null, { q: 'нет такого' })).toMatchObject({ total: 0, items: [] });
    expect(await list(null, { offset: 10 })).toMatchObject({ total: 2, items: [] });
  });

  test('gives its files to a copy, and takes along those that nobody else needs', async () => {
    const id = await add();
    const file = await book.addFile(id, {
      name: 'План.txt',
      mime: 'text/plain',
      bytes: new Uint8Array([1]),
      sha256: 'x',
    });
    const copy = await add();
    await book.copyFiles(id, copy);
    expect((await book.byId(town.programme.id, null, copy))?.files).toEqual([
      { id: file.id, name: 'План.txt', mime: 'text/plain', size: 1 },
    ]);
    const files = async () => (await database.query('select from stored_file')).length;
    await book.remove(id);
    expect(await files()).toBe(1);
    expect(await book.removeFile(copy, '999')).toBe(false);
    expect(await book.removeFile(copy, file.id)).toBe(true);
    expect(await files()).toBe(0);
  });

  test('tells of its recipients no organizations beyond those its author reached', async () => {
    const both = await town.person('Абашева Инна', 'mentor', town.school.id);
    await createPersonBook(database).appoint(both.id, 'mentor', town.otherSchool.id);
    const query = { offset: 0, size: 10, descending: false, q: null, state: null } as const;
    for (const [within, count] of [
      [[town.school.id], 1],
      [null, 2],
    ] as const) {
      const id = await add({}, within === null ? null : [...within]);
      await book.fill(id, group({ personIds: [both.id] }, within === null ? null : [...within]));
      const { items } = await book.recipients(id, query);
      expect(items[0]?.organizations).toHaveLength(count);
    }
  });

  test('shows its recipients by name, fate and surname', async () => {
    for (const names of ['Абашева Инна', 'Белова Юлия']) await town.person(names, 'mentor', town.school.id);
    const id = await add();
    await book.fill(id, group({ roles: ['mentor'] }));
    const query = { offset: 0, size: 10, descending: false, q: null, state: null };
    expect(await book.recipients(id, query)).toMatchObject({
      total: 2,
      items: [{ surname: 'Абашева', state: 'planned', organizations: ['Школа № 3'] }, { surname: 'Белова' }],
    });
    expect(await book.recipients(id, { ...query, q: 'бел' })).toMatchObject({
      total: 1,
      items: [{ surname: 'Белова' }],
    });
    expect(await book.recipients(id, { ...query, state: 'sent' })).toEqual({ total: 0, items: [] });
    expect(await book.recipients(id, { ...query, offset: 1 })).toMatchObject({
      total: 2,
      items: [{ surname: 'Белова' }],
    });
  });
});

test('somebody joined with whom they were known as hears it once', async () => {
  const { joinPeople } = await import('./join-people.ts');
  const double = await town.person('Абашева Инна', 'mentor', town.school.id);
  const known = await town.person('Абашева Инна Петровна', 'mentor', town.school.id);
  const id = await add();
  await book.fill(id, group({ roles: ['mentor'] }));
  await database.query(
    `update mailing_recipient set state = 'sent', settled_at = now() where person_id = $1`,
    [double.id],
  );
  await database.transaction((sql) => joinPeople(sql, double.id, known.id));
  expect(await database.query('select person_id, state, reason from mailing_recipient')).toEqual([
    { person_id: known.id, state: 'skipped', reason: 'told' },
  ]);
});
