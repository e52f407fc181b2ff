import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicants, applyingAt as at } from '../../../test/helpers/applicants.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Database } from '../sql.ts';
import { createApplicationBook } from './application-book.ts';
import { personReferences } from './join-people.ts';
import { createPersonBook } from './person-book.ts';

let database: Database;
let town: Town;
let coordinator: Person;
let curator: Person;
let people: ReturnType<typeof applicants>;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
  town = await foundTown(database);
  coordinator = await town.person('Серова Ольга Игоревна', 'coordinator', town.office.id);
  curator = await town.person('Лунёва Инна Павловна', 'curator', town.school.id);
  people = applicants(database, town);
});
afterAll(() => database.stop());

/** As one transaction, as the desk has it. */
const join = (applicationId: string, actorId = curator.id) =>
  database.transaction((sql) => createApplicationBook(sql).join(applicationId, actorId, at));

/** Somebody whom staff have entered, and their application under a person of its own. */
async function double(names: string) {
  const known = await town.person(names, 'association-head', town.otherSchool.id);
  await database.query(
    `insert into appointment (person_id, role, organization_id) values ($1, 'mentee', $2)`,
    [known.id, town.school.id],
  );
  const card = await people.applied(names.toUpperCase(), { duplicateOf: known.id });
  return { known, card };
}

describe('doubles', () => {
  test('are found by name and organization, whether appointed or applied, and never the applicant', async () => {
    const known = await town.person('Алёхина-Берг Юлия Львовна', 'mentor', town.school.id);
    const applied = await people.applied('Алехина-Берг Юлия Львовна');
    const elsewhere = await town.person('Алёхина-Берг Юлия Львовна', 'mentor', town.otherSchool.id);
    const { personId } = await people.begin();
    const names = people.submission('АЛЕХИНА–БЕРГ юлия Львовна').person;
    const found = async (of: string) =>
      (await people.books.duplicatesOf(names, town.school.id, of)).map(({ id }) => id);
    expect(await found(personId)).toEqual([known.id, applied.personId]);
    expect(await found(known.id)).toEqual([applied.personId]);
    expect(await found(elsewhere.id)).toHaveLength(2);
  });

  test('are kept as said, but only if they could be', async () => {
    const { known, card } = await double('Двойная Рада Львовна');
    expect(card.duplicateOf).toBe(known.id);
    expect(
      (await people.applied('Двойная Рада Львовна', { duplicateOf: coordinator.id })).duplicateOf,
    ).toBeNull();
  });

  test('stay two when a decider says so, once or twice', async () => {
    const { card } = await double('Разная Рада Львовна');
    await people.books.keepApart(card.id, curator.id, at);
    expect(await people.books.keepApart(card.id, curator.id, at)).toMatchObject({
      state: 'applied',
      duplicateOf: null,
    });
    expect(await people.eventsOf(card.id)).toContainEqual(`kept-apart ${curator.id}`);
    await expect(join(card.id, coordinator.id)).rejects.toMatchObject({ code: 'not-a-double' });
  });
});

describe('join', () => {
  test('everything goes over to the known person, whose names win, and the double is gone', async () => {
    const { known, card } = await double('Единая Рада Львовна');
    await database.query(
      `insert into dialogue (key, state, updated_at) values ($1, $2, now()), ($3, '{}', now())`,
      [
        `form:person:${card.personId}`,
        { name: 'mentee', step: 'post', data: { facts: { personId: card.personId } } },
        `person:${card.personId}`,
      ],
    );
    const joined = await join(card.id, coordinator.id);
    expect(joined).toMatchObject({
      personId: known.id,
      duplicateOf: null,
      state: 'applied',
      person: { surname: 'Единая', phone: '+79120000001' },
    });
    const [counts] = await database.query(
      `select (select count(*)::int from person where id = $1) as people,
         (select count(*)::int from chat_account where person_id = $2) as accounts,
         (select count(*)::int from consent where person_id = $2 and given_by = $2) as consents,
         (select count(*)::int from dialogue where key in ('person:' || $1::text, 'form:person:' || $1::text)) as talk,
         (select state #>> '{data,facts,personId}' from dialogue where key = 'form:person:' || $2::text) as form`,
      [card.personId, known.id],
    );
    expect(counts).toEqual({ people: 0, accounts: 1, consents: 2, talk: 0, form: known.id });
    expect(await people.rolesOf(known.id)).toEqual(['association-head', 'mentee']);
    await people.books.change(card.id, curator.id, 'confirmed', {}, at);
    expect(await people.rolesOf(known.id)).toEqual(['association-head', 'mentee', 'mentor']);
  });

  test('rows that both have count once', async () => {
    const known = (await people.applied('Парная Рада Львовна', { role: 'mentee' }, 'mentee')).personId;
    const card = await people.applied('Парная Рада Львовна', { duplicateOf: known });
    const own = card.personId;
    const pupil = await town.person('Малый Ян', 'mentee', town.school.id);
    const task = await town.task('Общая', '2022-10-01');
    for (const id of [known, own]) {
      await database.query(
        `insert into appointment (person_id, role, organization_id) values ($1, 'mentee', $2)`,
        [id, town.school.id],
      );
      await database.query('insert into representation (pupil_id, representative_id) values ($1, $2)', [
        pupil.id,
        id,
      ]);
      await database.query(
        `insert into reminder (task_id, person_id, rule_key, due_on) values ($1, $2, 'due', '2022-10-01')`,
        [task, id],
      );
      await database.query(
        `insert into reminder (consent_text_id, person_id, rule_key, due_on)
         select id, $1, 'consent', '2022-10-01' from consent_text limit 1`,
        [id],
      );
      await database.query(
        `insert into weekly_summary (person_id, monday, skipped_reason, settled_at) values ($1, '2022-09-05', 'x', now())`,
        [id],
      );
      await database.query(
        `insert into data_request (person_id, kind, due_on, created_at) values ($1, 'erase', '2022-10-01', now())`,
        [id],
      );
    }
    await database.query('insert into representation (pupil_id, representative_id) values ($1, $2)', [
      own,
      known,
    ]);
    await people.books.begin((await accountOf(own))!, 'mentee', town.programme.id, at);
    await join(card.id, coordinator.id);
    const [counts] = await database.query(
      `select (select count(*)::int from appointment where person_id = $1) as appointments,
         (select count(*)::int from representation where $1 in (representative_id, pupil_id)) as pupils,
         (select count(*)::int from reminder where person_id = $1) as reminders,
         (select count(*)::int from weekly_summary where person_id = $1) as summaries,
         (select count(*)::int from consent where person_id = $1) as consents,
         (select array_agg(state order by state) from data_request where person_id = $1) as requests`,
      [known],
    );
    expect(counts).toEqual({
      appointments: 1,
      pupils: 1,
      reminders: 2,
      summaries: 1,
      consents: 2,
      requests: ['cancelled', 'open'],
    });
    const applications = (await people.books.ofPerson(known)).map(({ form, state }) => `${form} ${state}`);
    expect(applications.sort()).toEqual(['mentee applied', 'mentor applied']);
  });

  test('of two live applications by one form the known person’s goes on', async () => {
    const known = await people.applied('Двукратная Рада Львовна');
    const card = await people.applied('Двукратная Рада Львовна', { duplicateOf: known.personId });
    await people.books.change(card.id, curator.id, 'confirmed', {}, at);
    expect(await join(card.id)).toMatchObject({ state: 'left', personId: known.personId });
    expect((await people.books.byId(known.id))!.state).toBe('applied');
    expect(await people.rolesOf(known.personId)).toEqual([]);
  });

  test('gives nobody rights that the decider could not have given', async () => {
    const boss = await town.person('Главная Рада Львовна', 'deputy-head', town.school.id);
    const card = await people.applied('Главная Рада Львовна', { duplicateOf: boss.id });
    await expect(join(card.id, curator.id)).rejects.toMatchObject({ code: 'may-not-decide' });
    await expect(join(card.id, card.personId)).rejects.toMatchObject({ code: 'may-not-decide' });
    await expect(join(card.id, boss.id)).rejects.toMatchObject({ code: 'application-unknown' });
    expect((await join(card.id, coordinator.id)).personId).toBe(boss.id);
  });

  test('makes nobody whoever sees the city, but by an administrator', async () => {
    const administrator = await town.person('Первая Рада Львовна', 'administrator', town.office.id);
    const surnames = { administrator: 'Верхняя', coordinator: 'Средняя', viewer: 'Дальняя' };
    for (const role of ['administrator', 'coordinator', 'viewer'] as const) {
      // At work in a school as well: only there somebody claims to be somebody known.
      const boss = await town.person(`${surnames[role]} Рада Львовна`, role, town.office.id);
      await createPersonBook(database).appoint(boss.id, 'mentor', town.school.id);
      const card = await people.applied(`${surnames[role]} Рада Львовна`, { duplicateOf: boss.id });
      await expect(join(card.id, coordinator.id), role).rejects.toMatchObject({ code: 'may-not-decide' });
      expect((await join(card.id, administrator.id)).personId).toBe(boss.id);
    }
  });

  test('two who press at once join once', async () => {
    const { known, card } = await double('Быстрая Рада Львовна');
    const results = await Promise.allSettled([join(card.id, coordinator.id), join(card.id, coordinator.id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await people.books.byId(card.id))!.personId).toBe(known.id);
  });
});

async function accountOf(personId: string) {
  const [account] = await database.query<{ id: string }>('select id from chat_account where person_id = $1', [
    personId,
  ]);
  return account === undefined
    ? null
    : { ...account, platform: 'telegram', accountId: '-', chatId: '-', personId, closedAt: null };
}

test('every column that refers to a person is told what happens to it when two become one', async () => {
  const columns = await database.query<{ column: string }>(
    `select c.conrelid::regclass::text || '.' || a.attname as column
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.contype = 'f' and c.confrelid = 'person'::regclass order by 1`,
  );
  const told = personReferences.map(({ table, column }) => `${table}.${column}`);
  expect(told.sort()).toEqual(columns.map(({ column }) => column).sort());
});

test('a unique rule about people is told what happens to its conflicts', async () => {
  const rules = await database.query<{ table: string }>(
    `select distinct i.indrelid::regclass::text as table from pg_index i
     join pg_constraint c on c.conrelid = i.indrelid and c.contype = 'f' and c.confrelid = 'person'::regclass
     where i.indisunique and c.conkey[1] = any(i.indkey::smallint[])`,
  );
  const told = personReferences.filter(({ clear }) => clear !== undefined).map(({ table }) => table);
  // Of applications `settleRivals` takes care: they have a state.
  expect(rules.map(({ table }) => table).sort()).toEqual([...new Set([...told, 'application'])].sort());
});
