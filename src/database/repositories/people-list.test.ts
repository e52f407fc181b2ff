import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { ListQuery } from '../../domain/lists/page.ts';
import { nameKey } from '../../domain/people/name-key.ts';
import type { PeopleFilter, PeopleSort } from '../../domain/people/people-list.ts';
import type { Role } from '../../domain/people/person.ts';
import type { Database, Sql } from '../sql.ts';
import { createConsentBook } from './consent-book.ts';
import { lackingIn } from './consent-lacks.ts';
import { listPeople } from './people-list.ts';
import { createProgrammeBook } from './programme-book.ts';

const at = new Date('2022-03-18T06:00:00Z');
let database: Database;
let town: Town;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
});

const everybody: PeopleFilter = {
  role: null,
  organizationId: null,
  state: null,
  lacks: null,
  reachable: null,
  platform: null,
};

type Asked = Partial<ListQuery<PeopleSort>> & {
  filter?: Partial<PeopleFilter>;
  organizationIds?: string[] | null;
  contacts?: boolean;
  sql?: Sql;
};

async function list({ filter, organizationIds = null, contacts = true, sql, ...query }: Asked = {}) {
  const wish = {
    reach: { programmeId: town.programme.id, organizationIds },
    query: { page: 1, size: 50, sort: 'surname' as const, descending: false, q: null, ...query },
    filter: { ...everybody, ...filter },
    at,
    contacts,
  };
  return listPeople(sql === undefined ? database : { ...sql, transaction: (work) => work(sql) }, wish);
}

const surnames = async (asked: Asked = {}) => (await list(asked)).items.map(({ surname }) => surname);

async function people(names: Record<string, [Role, string]>) {
  for (const [full, [role, organizationId]] of Object.entries(names))
    await town.person(full, role, organizationId);
}

test('the key of a name is the same here and in the database', async () => {
  for (const words of [
    'Семёнова-Ива́нова Ӟарни',
    "O'Neil Žan 12",
    '',
    '  А  ',
    'Ъ Щ эюя',
    'ʼ№—Xenia Quentin',
  ]) {
    const [row] = await database.query<{ key: string }>('select name_key($1) as key', [words]);
    expect(row?.key).toBe(
      nameKey(words)
        .map((word) => ` ${word}`)
        .join(''),
    );
  }
});

describe('a search', () => {
  beforeEach(async () => {
    await people({
      'Бабинцева Наталья Юрьевна': ['mentor', town.school.id],
      'Семёнова Алёна Петровна': ['mentee', town.school.id],
      'Семенова Пётр Ильич': ['mentor', town.otherSchool.id],
      'Иванова-Кузнецова Мария': ['curator', town.otherSchool.id],
    });
  });

  test('finds beginnings of names in any order, ё or е', async () => {
    expect(await surnames({ q: 'семёнова' })).toEqual(['Семёнова', 'Семенова']);
    expect(await surnames({ q: 'петр сем' })).toEqual(['Семёнова', 'Семенова']);
    expect(await surnames({ q: 'наталья бабинцева' })).toEqual(['Бабинцева']);
    expect(await surnames({ q: 'Кузн' })).toEqual(['Иванова-Кузнецова']);
  });

  test('forgives slips where nobody is called as it was typed', async () => {
    for (const typed of [
      'Бабинцеа',
      'Бабнцева',
      'Бабинцеева',
      'Бабиннцева',
      'Бабицнева',
      'Бобинцева',
      'Наталя бабинцев',
    ]) {
      expect(await surnames({ q: typed }), typed).toEqual(['Бабинцева']);
    }
    expect(await surnames({ q: 'Хххххх' })).toEqual([]);
  });

  test('reads the other layout of the keyboard and Latin spelling', async () => {
    expect(await surnames({ q: ',f,bywtdf' })).toEqual(['Бабинцева']);
    expect(await surnames({ q: 'Ivanova' })).toEqual(['Иванова-Кузнецова']);
  });

  test('finds a phone for those who may see phones', async () => {
    await database.query(`update person set phone = '+79124567890' where surname = 'Бабинцева'`);
    expect(await surnames({ q: '8 (912) 456-78-90' })).toEqual(['Бабинцева']);
    expect(await surnames({ q: '8 (912) 456-78-90', contacts: false })).toEqual([]);
  });

  test('forgives slips in short names, too', async () => {
    await people({ 'Юдина Анна': ['mentor', town.school.id], 'Ким Ия': ['mentor', town.school.id] });
    for (const typed of ['Юдена', 'Юдна', 'Юидна', 'Юдиина']) {
      expect((await surnames({ q: typed }))[0], typed).toBe('Юдина');
    }
  });

  test('without trigrams still finds parts of names and letters that changed places', async () => {
    await database
      .transaction(async (sql) => {
        await sql.query('drop extension pg_trgm cascade');
        expect((await list({ sql, q: 'бинцев' })).items.map(({ surname }) => surname)).toEqual(['Бабинцева']);
        expect((await list({ sql, q: 'Бабицнева' })).total).toBe(1);
        expect((await list({ sql, q: 'Бобинцева' })).total).toBe(0);
        throw new Error('undone');
      })
      .catch((error: Error) => expect(error.message).toBe('undone'));
  });

  test('takes signs of patterns for nothing', async () => {
    expect(await surnames({ q: '%' })).toEqual([]);
    expect(await surnames({ q: '_%_ \\' })).toEqual([]);
  });
});

test('nobody outside of the reach is listed or counted', async () => {
  await people({
    'Бабинцева Наталья': ['mentor', town.school.id],
    'Ушакова Анна': ['mentor', town.otherSchool.id],
  });
  const stranger = await foundTown(await another());
  expect(stranger.programme.id).not.toBe(town.programme.id);
  expect(await list({ organizationIds: [town.school.id] })).toMatchObject({
    total: 1,
    items: [{ surname: 'Бабинцева' }],
  });
  expect(await list({ organizationIds: [] })).toEqual({ total: 0, items: [] });
  expect(await list({ organizationIds: [town.school.id], q: 'ушакова' })).toMatchObject({ total: 0 });
});

/** The same database, but for the key of the programme that stands there already. */
async function another(): Promise<Sql> {
  await database.query(`update programme set key = 'first' where id = $1`, [town.programme.id]);
  return database;
}

test('filters hold together, and each line says what it was found by', async () => {
  const mentor = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
  await town.person('Ушакова Анна', 'curator', town.school.id);
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id, closed_at) values ('vk', '1', '1', $1, now())`,
    [mentor.id],
  );
  await database.query(
    `insert into application (person_id, form, role, organization_id, state) values ($1, 'mentor', 'mentor', $2, 'active')`,
    [mentor.id, town.school.id],
  );
  expect((await list({ filter: { role: 'mentor', organizationId: town.school.id } })).items).toMatchObject([
    {
      surname: 'Бабинцева',
      appointments: [{ role: 'mentor', organizationId: town.school.id, organizationName: 'Школа № 3' }],
      applications: [{ role: 'mentor', state: 'active', organizationName: 'Школа № 3' }],
      channels: [{ platform: 'vk', open: false }],
      lacks: ['personal-data', 'participation'],
    },
  ]);
  expect(await surnames({ filter: { role: 'curator', organizationId: town.otherSchool.id } })).toEqual([]);
  expect(await surnames({ filter: { platform: 'vk', reachable: false } })).toEqual(['Бабинцева']);
  expect(await surnames({ filter: { reachable: true } })).toEqual([]);
  expect(await surnames({ filter: { state: 'active' } })).toEqual(['Бабинцева']);
  expect(await surnames({ filter: { lacks: 'distribution' } })).toEqual([]);
  expect(await surnames({ filter: { lacks: 'participation' } })).toEqual(['Бабинцева']);
});

test('whoever lacks a consent is whoever the rule says', async () => {
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...(await createProgrammeBook(database).settings(town.programme.id)),
    operator: { name: 'Управление', address: 'Город', contact: 'почта' },
  });
  const consents = createConsentBook(database);
  const ofAll: string[] = [];
  const born = [null, 1980, 2008];
  for (const [index, role] of (['mentor', 'mentee', 'curator', 'head'] as const).entries()) {
    for (const [turn, year] of born.entries()) {
      const { id } = await town.person(`Человек ${'абвг'[index]}${'где'[turn]}`, role, town.school.id);
      ofAll.push(id);
      await database.query('update person set birth_year = $2 where id = $1', [id, year]);
      if (role === 'head')
        await database.query(
          `insert into application (person_id, form, role, organization_id, state) values ($1, 'staff', 'head', $2, 'active')`,
          [id, town.school.id],
        );
      if ((index + turn) % 2 === 0) continue;
      const text = await consents.current(town.programme.id, 'personal-data', 'self', at);
      await consents.give({ personId: id, givenBy: id, textId: text.id, way: 'chat', evidence: {}, at });
    }
  }
  const lacking = await lackingIn(database, town.programme.id, null, at);
  const shown = (await list()).items.filter(({ lacks }) => lacks.length > 0);
  expect(lacking.length).toBeGreaterThan(4);
  expect(shown.map(({ id, lacks }) => [id, lacks.toSorted()]).toSorted()).toEqual(
    lacking.map(({ personId, kinds }) => [personId, kinds.toSorted()]).toSorted(),
  );
  const filteredIds = (await list({ filter: { lacks: 'any' } })).items.map(({ id }) => id);
  expect(filteredIds.toSorted()).toEqual(lacking.map(({ personId }) => personId).toSorted());
});

test('orders, pages and counts', async () => {
  await people({
    'Ёлкина Анна': ['mentor', town.otherSchool.id],
    'Жукова Анна': ['mentor', town.school.id],
    'Елина Анна': ['mentor', town.school.id],
  });
  expect(await surnames()).toEqual(['Елина', 'Ёлкина', 'Жукова']);
  expect(await surnames({ descending: true })).toEqual(['Жукова', 'Ёлкина', 'Елина']);
  expect(await surnames({ sort: 'organization' })).toEqual(['Елина', 'Жукова', 'Ёлкина']);
  expect(await surnames({ sort: 'created', descending: true })).toEqual(['Елина', 'Жукова', 'Ёлкина']);
  expect(await list({ page: 2, size: 2 })).toMatchObject({ total: 3, items: [{ surname: 'Жукова' }] });
  expect(await list({ page: 9, size: 2 })).toEqual({ total: 3, items: [] });
});

test('makes no more statements as rows grow', async () => {
  const statements = async (asked: Asked) => {
    let count = 0;
    await database.transaction(async (sql) => {
      await list({
        ...asked,
        sql: {
          query: (text, params) => {
            count += 1;
            return sql.query(text, params);
          },
        },
      });
    });
    return count;
  };
  const asked: Asked[] = [
    {},
    { q: 'иванова' },
    { q: 'ивонова' },
    { filter: { lacks: 'any', role: 'mentor' } },
  ];
  await people({ 'Иванова Анна': ['mentor', town.school.id] });
  const few = await Promise.all(asked.map(statements));
  for (let turn = 0; turn < 30; turn += 1) await town.person('Иванова Анна', 'mentor', town.school.id);
  expect((await list()).total).toBe(31);
  expect(await Promise.all(asked.map(statements))).toEqual(few);
  expect(few).toEqual([2, 2, 5, 2]);
});
