import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { buildTaskCity, type TaskCity } from '../../test/helpers/task-city.ts';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import { createRoundBooks } from '../database/repositories/round-books.ts';
import type { Database } from '../database/sql.ts';
import type { ConsentText } from '../domain/consents/consent.ts';
import { defaultSettings } from '../domain/programme/settings.ts';
import { Refusal } from '../domain/refusal.ts';
import type { InTransaction, RoundBooks } from './rounds.ts';
import { createSummaries } from './summaries.ts';
import { createSweep } from './sweep.ts';

let database: Database;
let city: TaskCity;
let school: string;
let now: Date;
let operatorKnown: boolean;

const local = (wall: string) => new Date(`${wall}:00+04:00`);
const clock = { now: () => now };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  city = await buildTaskCity(database);
  school = await city.organization('Школа № 3');
  operatorKnown = true;
});

/** The texts in force are rows of this test's own making. */
const consents: RoundBooks['consents'] = {
  async current(programmeId, kind, giver) {
    if (!operatorKnown) throw new Refusal('operator-unknown');
    const read = () =>
      database.query<ConsentText>(
        `select id, kind, giver, version from consent_text
         where programme_id = $1 and kind = $2 and giver = $3 order by version desc limit 1`,
        [programmeId, kind, giver],
      );
    if ((await read()).length === 0) await publish(kind, giver);
    const [text] = await read();
    return text!;
  },
};

async function publish(kind: string, giver = 'self'): Promise<string> {
  const [text] = await database.query<{ id: string }>(
    `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
     select $1, $2, $3, count(*) + 1, 'Согласие: ' || $2, '-', '-', '-', now()
     from consent_text where programme_id = $1 and kind = $2 and giver = $3 returning id`,
    [city.programmeId, kind, giver],
  );
  return text!.id;
}

async function give(personId: string, kind: string, { giver = 'self', by = personId } = {}): Promise<void> {
  await database.query(
    `insert into consent (person_id, given_by, text_id, way, given_at)
     select $1, $2, id, 'chat', now() from consent_text
     where programme_id = $3 and kind = $4 and giver = $5 order by version desc limit 1`,
    [personId, by, city.programmeId, kind, giver],
  );
}

const inTransaction: InTransaction = (work) =>
  database.transaction((sql) =>
    work({ ...createRoundBooks(sql), consents, syncTasks: async () => undefined }),
  );

function sweep(at: string, log = notedLog()) {
  now = local(at);
  return createSweep({ inTransaction, clock, log })();
}

const mentor = (on?: string[]) => city.person('Широбокова Анна Ильинична', { [school]: ['mentor'] }, on);

const letters = () =>
  database.query<{ personId: string; text: string; actions: string[] }>(
    `select person_id as "personId", outgoing->'message'->>'text' as text,
       array(select jsonb_path_query(outgoing, '$.message.buttons[*][*].action') #>> '{}') as actions
     from delivery order by id`,
  );

const rows = () =>
  database.query<{ rule: string; state: string; reason: string | null }>(
    `select rule_key as rule, state, reason from reminder where consent_text_id is not null order by id`,
  );

async function pupil(birthYear: number): Promise<string> {
  const id = await city.person('Ушакова Полина', {}, []);
  await database.query('update person set birth_year = $2 where id = $1', [id, birthYear]);
  await database.query(
    `insert into application (person_id, form, role, organization_id, state) values ($1, 'pupil', 'mentee', $2, 'confirmed')`,
    [id, school],
  );
  return id;
}

async function represent(pupilId: string, names: string, on?: string[]): Promise<string> {
  const id = await city.person(names, {}, on);
  await database.query('insert into representation (pupil_id, representative_id) values ($1, $2)', [
    pupilId,
    id,
  ]);
  return id;
}

test('whoever takes part is asked for both consents in one message, four times, and then no more', async () => {
  const id = await mentor();
  for (const day of ['01', '02', '04', '05', '09', '15', '16', '31']) await sweep(`2022-03-${day}T10:00`);
  const sent = await letters();
  expect(sent.map(({ personId }) => personId)).toEqual([id, id, id, id]);
  expect(sent[0]?.actions.map((action) => action.replace(/\d+/, 'n'))).toEqual([
    `consent:give:n:${id}`,
    `consent:give:n:${id}`,
  ]);
  expect([...new Set((await rows()).map(({ rule }) => rule))]).toEqual([
    'consent',
    'consent:2',
    'consent:3',
    'consent:4',
  ]);
});

test('a pause uses up no turn: who comes back is asked then', async () => {
  const id = await mentor();
  await database.query(`update person set paused_until = '2022-03-09' where id = $1`, [id]);
  for (const day of ['01', '04', '09']) await sweep(`2022-03-${day}T10:00`);
  expect(await rows()).toEqual([]);
  for (const day of ['10', '14']) await sweep(`2022-03-${day}T10:00`);
  expect(await letters()).toHaveLength(2);
  expect([...new Set((await rows()).map(({ rule }) => rule))]).toEqual(['consent', 'consent:2']);
});

test('it travels with the task reminders of the day', async () => {
  await city.person('Широбокова Анна Ильинична', { [school]: ['mentor', 'deputy-head'] });
  for (const dueOn of ['2022-03-01', '2022-03-02']) await city.task({ organizationId: school, dueOn });
  await sweep('2022-03-01T10:00');
  const sent = await letters();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.text).toContain('Нужно ваше согласие');
  expect(sent[0]?.text).toContain('Сегодня последний день');
  expect(sent[0]?.actions.filter((action) => action.startsWith('task:'))).toHaveLength(2);
});

test('who gave everything hears nothing until a text changes, and then only of that one', async () => {
  const id = await mentor();
  for (const kind of ['personal-data', 'participation', 'distribution']) {
    await publish(kind);
    await give(id, kind);
  }
  expect(await sweep('2022-03-01T10:00')).toEqual({ planned: 0, sent: 0, skipped: 0 });
  const newer = await publish('distribution');
  await sweep('2022-03-02T10:00');
  expect(await letters()).toMatchObject([{ personId: id, actions: [`consent:give:${newer}:${id}`] }]);
});

test('a curator is asked only for what was given before', async () => {
  const id = await city.person('Кропачева Анна Игоревна', { [school]: ['curator'] });
  await sweep('2022-03-01T10:00');
  expect(await letters()).toEqual([]);
  await publish('personal-data');
  await give(id, 'personal-data');
  await publish('personal-data');
  await sweep('2022-03-02T10:00');
  expect(await letters()).toHaveLength(1);
});

test('who took a consent back, left, is about to be erased or has no chat is not asked', async () => {
  for (const kind of ['personal-data', 'participation']) await publish(kind);
  const withdrew = await mentor();
  for (const kind of ['personal-data', 'participation']) await give(withdrew, kind);
  await database.query('update consent set withdrawn_at = now(), withdrawn_by = person_id');
  const left = await mentor();
  await database.query('update appointment set ended_at = now() where person_id = $1', [left]);
  const leaving = await mentor();
  await database.query(
    `insert into data_request (person_id, kind, due_on, created_at) values ($1, 'erase', '2022-03-20', now())`,
    [leaving],
  );
  await mentor([]);
  expect(await sweep('2022-03-01T10:00')).toEqual({ planned: 0, sent: 0, skipped: 0 });
});

describe('a planned row that could not be sent', () => {
  let id: string;

  beforeEach(async () => {
    id = await mentor();
    await publish('participation');
    await give(id, 'participation');
    await sweep('2022-03-01T10:00');
    // It could not leave that day.
    await database.query(`update delivery set state = 'expired', settled_at = clock_timestamp()`);
  });

  const reasons = async () => (await rows()).map(({ reason }) => reason);

  test('is settled once the consent is given', async () => {
    await give(id, 'personal-data');
    await sweep('2022-03-02T10:00');
    expect(await reasons()).toEqual(['settled']);
  });

  test('is superseded by a newer text, which has turns of its own', async () => {
    await publish('personal-data');
    await sweep('2022-03-02T10:00');
    expect(await rows()).toMatchObject([
      { rule: 'consent', state: 'skipped', reason: 'superseded' },
      { rule: 'consent', state: 'sent' },
    ]);
  });

  test('moves away with whoever left', async () => {
    await database.query('update appointment set ended_at = now()');
    await sweep('2022-03-02T10:00');
    expect(await reasons()).toEqual(['moved']);
  });
});

describe('of a pupil under 18', () => {
  test('the representatives are asked, for each pupil apart; the pupil is not', async () => {
    const [older, younger] = [await pupil(2006), await pupil(2008)];
    const mother = await represent(older, 'Ушакова Ирина Петровна');
    await database.query('insert into representation (pupil_id, representative_id) values ($1, $2)', [
      younger,
      mother,
    ]);
    await represent(older, 'Ушаков Пётр Ильич', []);
    await sweep('2022-03-01T10:00');
    const sent = await letters();
    expect(sent.map(({ personId }) => personId)).toEqual([mother]);
    expect(sent[0]?.actions).toEqual(['consent:list']);
    expect((await rows()).map(({ rule }) => rule).sort()).toEqual(
      [older, older, younger, younger].map((id) => `consent:1:${id}`).sort(),
    );
    for (const kind of ['personal-data', 'participation']) {
      await give(older, kind, { giver: 'representative', by: mother });
    }
    await sweep('2022-03-04T10:00');
    const second = (await letters()).slice(1);
    expect(second).toHaveLength(1);
    expect(second[0]?.actions.every((action) => action.endsWith(`:${younger}`))).toBe(true);
  });

  test('a grown-up one is asked themselves', async () => {
    const id = await pupil(2000);
    await represent(id, 'Ушакова Ирина Петровна');
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', 'p', 'p', $1)`,
      [id],
    );
    await sweep('2022-03-01T10:00');
    expect((await letters()).map(({ personId }) => personId)).toEqual([id]);
  });
});

test('a programme that never published a text asks with the default ones as soon as its operator is named', async () => {
  await mentor();
  const real: InTransaction = (work) =>
    database.transaction((sql) => work({ ...createRoundBooks(sql), syncTasks: async () => undefined }));
  now = local('2022-03-01T10:00');
  const round = createSweep({ inTransaction: real, clock, log: notedLog() });
  await round();
  expect(await letters()).toEqual([]);
  const operator = { name: 'Управление образования города Н.', address: 'ул. Школьная, 1', contact: '' };
  await createProgrammeBook(database).saveSettings(city.programmeId, { ...defaultSettings, operator });
  await round();
  expect(await letters()).toHaveLength(1);
  expect(await database.query('select kind, giver from consent_text order by kind')).toEqual([
    { kind: 'participation', giver: 'self' },
    { kind: 'personal-data', giver: 'self' },
  ]);
});

test('while nobody has said who the operator is, nobody is asked, and tasks are reminded of all the same', async () => {
  operatorKnown = false;
  await city.person('Широбокова Анна Ильинична', { [school]: ['mentor', 'deputy-head'] });
  await city.task({ organizationId: school, dueOn: '2022-03-01' });
  const log = notedLog();
  await sweep('2022-03-01T10:00', log);
  expect(await rows()).toEqual([]);
  expect(await letters()).toHaveLength(1);
  expect(log.notes).toEqual([]);
});

describe('whoever chose hours', () => {
  const hours = (from: string | null, to: string | null) =>
    database.query('update person set write_from = $1, write_to = $2', [from, to]);

  test('is written to within them only, in the zone of the programme', async () => {
    await mentor();
    await hours('14:00', '16:00');
    await sweep('2022-03-01T10:00');
    await sweep('2022-03-01T16:00');
    expect(await letters()).toEqual([]);
    await sweep('2022-03-02T14:00');
    expect(await letters()).toHaveLength(1);
  });

  test.each([
    ['20:00', '22:00'],
    ['16:00', '14:00'],
    [null, '09:00'],
  ])('that no working hour meets (%s–%s) is written to in any', async (from, to) => {
    await mentor();
    await hours(from, to);
    await sweep('2022-03-01T10:00');
    expect(await letters()).toHaveLength(1);
  });

  test('has the weekly summary within them, too', async () => {
    const office = await city.organization('Управление', 'office');
    await city.person('Тихонова Марина Сергеевна', { [office]: ['coordinator'] });
    await city.task({ organizationId: school, dueOn: '2022-03-01' });
    await hours('11:00', null);
    now = local('2022-03-14T10:59');
    expect(await createSummaries({ inTransaction, clock })()).toEqual({ sent: 0 });
    now = local('2022-03-14T11:00');
    expect(await createSummaries({ inTransaction, clock })()).toEqual({ sent: 1 });
  });
});
