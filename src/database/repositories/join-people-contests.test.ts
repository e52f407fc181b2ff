import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../sql.ts';
import { joinPeople } from './join-people.ts';

let database: Database;
let town: Town;
let known: string;
let double: string;
let contest: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  known = (await town.person('Орлова Вера Львовна', 'curator', town.school.id)).id;
  double = (await town.person('Орлова Вера', 'mentor', town.school.id)).id;
  contest = await insert(
    `contest (programme_id, kind, title, opens_at, closes_at, terms, created_at)
     values ($1, 'work', 'Мой наставник', '2022-03-01', '2022-04-01', '{}', now())`,
    town.programme.id,
  );
});

const insert = async (into: string, ...values: unknown[]): Promise<string> => {
  const [row] = await database.query<{ id: string }>(`insert into ${into} returning id`, values);
  return row?.id ?? '';
};
const entryOf = (personId: string) =>
  insert(
    `contest_entry (contest_id, person_id, state, source, created_at) values ($1, $2, 'draft', 'chat', now())`,
    contest,
    personId,
  );
const joined = () => database.transaction((sql) => joinPeople(sql, double, known));

test('one member of the jury twice has the sheets of both, and of one work the known one’s', async () => {
  const author = (await town.person('Серова Ольга', 'mentor', town.school.id)).id;
  const [both, only] = [await entryOf(author), await entryOf(author)];
  const criterion = await insert(
    `contest_criterion (contest_id, position, title, weight, scale) values ($1, 1, 'Смысл', 1, 10)`,
    contest,
  );
  const juror =
    'contest_juror (contest_id, person_id, is_chair, nomination_ids, added_at) values ($1, $2, $3, $4, now())';
  const one = await insert(juror, contest, known, false, ['1', '2']);
  const other = await insert(juror, contest, double, true, ['2', '3']);
  for (const [jurorId, entryId, comment, points] of [
    [one, both, 'да', 9],
    [other, both, 'нет', 2],
    [other, only, 'может быть', 5],
  ]) {
    const sheet = await insert(
      'contest_sheet (juror_id, entry_id, comment, updated_at) values ($1, $2, $3, now())',
      jurorId,
      entryId,
      comment,
    );
    await database.query('insert into contest_score (sheet_id, criterion_id, points) values ($1, $2, $3)', [
      sheet,
      criterion,
      points,
    ]);
  }
  await joined();
  expect(await database.query('select id, person_id, is_chair, nomination_ids from contest_juror')).toEqual([
    { id: one, person_id: known, is_chair: true, nomination_ids: ['1', '2', '3'] },
  ]);
  const sheets = await database.query(
    `select juror_id, entry_id, comment, points::int as points
     from contest_sheet s join contest_score c on c.sheet_id = s.id order by s.id`,
  );
  expect(sheets).toEqual([
    { juror_id: one, entry_id: both, comment: 'да', points: 9 },
    { juror_id: one, entry_id: only, comment: 'может быть', points: 5 },
  ]);
});

test('who judges all nominations under one name judges all of them', async () => {
  const juror =
    'contest_juror (contest_id, person_id, nomination_ids, added_at, removed_at) values ($1, $2, $3, now(), $4)';
  await insert(juror, contest, known, ['1'], new Date());
  await insert(juror, contest, double, null, null);
  await joined();
  expect(await database.query('select person_id, nomination_ids, removed_at from contest_juror')).toEqual([
    { person_id: known, nomination_ids: null, removed_at: null },
  ]);
});

test('twice in one team is once, as its author who came', async () => {
  const entry = await entryOf(double);
  const member =
    'contest_member (entry_id, person_id, role, joined_at, attended_at) values ($1, $2, $3, now(), $4)';
  const at = new Date('2022-03-20T10:00:00Z');
  await insert(member, entry, known, 'member', null);
  await insert(member, entry, double, 'author', at);
  await joined();
  expect(await database.query('select person_id, role, attended_at from contest_member')).toEqual([
    { person_id: known, role: 'author', attended_at: at },
  ]);
});

test('told twice is told once, and of two papers for the same the known one’s holds', async () => {
  for (const [serial, personId] of [known, double].entries()) {
    await insert(
      `contest_notice (contest_id, person_id, occasion, at, delivered) values ($1, $2, 'results', now(), true)`,
      contest,
      personId,
    );
    await insert(
      `diploma (programme_id, contest_id, person_id, kind, year, serial, number, code, shown, issued_on, created_at)
       values ($1, $2, $3, 'gratitude', 2022, $4, $4::int, $4::int, '{}', '2022-04-20', now())`,
      town.programme.id,
      contest,
      personId,
      serial + 1,
    );
  }
  await joined();
  expect(await database.query('select person_id from contest_notice')).toEqual([{ person_id: known }]);
  const papers = await database.query(
    'select serial, person_id, revoked_at is null as holds from diploma order by serial',
  );
  expect(papers).toEqual([
    { serial: 1, person_id: known, holds: true },
    { serial: 2, person_id: known, holds: false },
  ]);
});
