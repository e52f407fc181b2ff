import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import { defaultResultRules } from '../domain/contests/result-rules.ts';
import { createJudgingDesk } from './judging-desk.ts';
import { createResultsDesk } from './results-desk.ts';
import { createResultNotices } from './results-errand.ts';

let database: Database;
let town: Town;
const clock = { now: () => new Date('2022-04-12T06:00:00Z') };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
});

test('teams of a game are judged, ranked and told their places as teams, with no nomination', async () => {
  const as = async (names: string, role: 'jury' | 'coordinator') =>
    staffAs((await town.person(names, role, town.office.id)).id, town.programme.id, [
      { role, organizationId: town.office.id },
    ]);
  const coordinator = await as('Широбокова Ольга Ивановна', 'coordinator');
  const juror = await as('Судейкин Пётр Ильич', 'jury');
  const game = await contestIn(database, town.programme.id, {
    kind: 'event',
    title: 'Игра',
    criteria: [{ title: 'Первый тур' }, { title: 'Второй тур' }],
    jurors: [juror.personId],
    terms: { results: { ...defaultResultRules, minSheets: 1 } },
  });
  const judging = createJudgingDesk(deskDeps(database, clock));
  const entries: string[] = [];
  for (const [index, teamName] of ['Совы', 'Ежи'].entries()) {
    const captain = await town.person(`Капитан${'аб'[index]} Анна Петровна`, 'mentor', town.school.id);
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [`9${captain.id}`, captain.id],
    );
    const { id } = await entryIn(database, {
      contestId: game.id,
      personId: captain.id,
      organizationId: town.school.id,
    });
    await database.query('update contest_entry set team_name = $2 where id = $1', [id, teamName]);
    entries.push(id);
    const points = game.criteria.map(({ id: criterionId }) => ({ criterionId, points: index === 0 ? 4 : 9 }));
    await judging.save(juror, id, { points, comment: '' });
    await judging.finish(juror, id);
  }
  const results = createResultsDesk(deskDeps(database, clock));
  const { nominations } = await results.check(coordinator, game.id, { force: null });
  expect(nominations).toEqual([{ id: '', title: '' }]);
  expect(
    await database.query('select entry_id::text as entry, place from contest_result order by place'),
  ).toEqual([
    { entry: entries[1], place: 1 },
    { entry: entries[0], place: 2 },
  ]);
  expect((await results.preview(coordinator, game.id)).post).toContain('Подведены итоги события «Игра»!');
  expect((await results.sheets(coordinator, game.id)).bytes.length).toBeGreaterThan(0);
  await results.publish(coordinator, game.id, { post: 'none', text: '' });
  const context = {
    ...{ errandId: '1', programmeId: town.programme.id, createdBy: '1', resumedAt: 0 },
    signal: new AbortController().signal,
    progress: async () => undefined,
  };
  await createResultNotices({ database, clock, mayNameOthers: () => true }).run(
    { contestId: game.id },
    context,
  );
  const told = await database.query<{ text: string }>(
    `select outgoing->'message'->>'text' as text from delivery order by id`,
  );
  expect(told.map(({ text }) => text)).toEqual([
    expect.stringContaining('Команда «Совы»: лауреат, 2-е место.'),
    expect.stringContaining('Итоги события «Игра» подведены.\n\nКоманда «Ежи»: победитель, 1-е место.'),
  ]);
});
