import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../sql.ts';
import { dossierOf } from './dossier.ts';

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

test('a dossier tells results, diplomas and the jury’s words once they are published, and not before', async () => {
  const juror = await town.person('Мудрый Лев Ильич', 'curator', town.otherSchool.id);
  const author = (await town.person('Орлова Анна Петровна', 'mentor', town.school.id)).id;
  const contest = await contestIn(database, town.programme.id, { state: 'checked', jurors: [juror.id] });
  const entry = await entryIn(database, { contestId: contest.id, personId: author });
  await database.query(
    `insert into contest_sheet (juror_id, entry_id, comment, finished_at, updated_at)
     values ($1, $2, 'Тепло и точно', now(), now())`,
    [contest.jurors[0]?.id, entry.id],
  );
  await database.query(
    `insert into contest_result (contest_id, entry_id, place, award, facts) values ($1, $2, 1, 'winner', '{"score": 98}')`,
    [contest.id, entry.id],
  );
  await database.query(
    `insert into diploma (programme_id, contest_id, entry_id, person_id, kind, award, year, serial, number, code, shown,
       issued_on, created_at) values ($1, $2, $3, $4, 'diploma', 'winner', 2022, 1, '2022-1', 'abc', '{}', '2022-04-02', now())`,
    [town.programme.id, contest.id, entry.id, author],
  );
  const told = async () => {
    const dossier = await dossierOf(database, author);
    return ['contest_result', 'contest_sheet:about', 'diploma'].filter((name) => name in dossier);
  };
  expect(await told()).toEqual([]);
  expect(Object.keys(await dossierOf(database, author))).toContain('contest_entry');
  await database.query(`update contest set state = 'published', published_at = now()`);
  expect(await told()).toEqual(['contest_result', 'contest_sheet:about', 'diploma']);
});
