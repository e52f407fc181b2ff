import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createContestRoundBooks } from '../database/repositories/contest-round-books.ts';
import type { Database } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { Role } from '../domain/people/person.ts';
import type { InContestTransaction } from './contest-books.ts';
import { createContestNotices } from './contest-notices.ts';

let database: Database;
let town: Town;
let contest: Contest;
let now: Date;
let accounts = 500;

const local = (wall: string) => new Date(`${wall}:00+04:00`);
const inTransaction: InContestTransaction = (work) =>
  database.transaction((sql) => work(createContestRoundBooks(sql)));
function round(at?: string) {
  if (at !== undefined) now = local(at);
  return createContestNotices({
    inTransaction,
    clock: { now: () => now },
    panelUrl: () => 'https://город.example/panel',
  })();
}
const letters = () =>
  database.query<{ personId: string; text: string }>(
    `select person_id::text as "personId", outgoing->'message'->>'text' as text from delivery order by id`,
  );
async function person(names: string, role: Role = 'mentor', organizationId = town.school.id) {
  const { id } = await town.person(names, role, organizationId);
  accounts += 1;
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
    [String(accounts), id],
  );
  return id;
}
const entry = (
  personId: string | null,
  state: 'draft' | 'mending' | 'accepted' | 'found',
  postId: number,
  at = local('2022-03-10T10:00'),
) =>
  entryIn(
    database,
    {
      contestId: contest.id,
      personId,
      state,
      organizationId: town.school.id,
      post: { ownerId: 501, postId },
    },
    at,
  );

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  // Closes on Thursday the 31st at midnight, opened on the 1st.
  contest = await contestIn(database, town.programme.id, { closesAt: local('2022-04-01T00:00') });
});

describe('before the close', () => {
  test('whoever began and did not finish is reminded, each reminder once and in working hours', async () => {
    const [drafts, mends, done] = [
      await person('Орлова Анна'),
      await person('Котов Павел'),
      await person('Белова Яна'),
    ];
    await entry(drafts, 'draft', 1);
    await entry(mends, 'mending', 2);
    await entry(done, 'accepted', 3);
    expect(await round('2022-03-23T10:00')).toEqual({ sent: 0 });
    expect(await round('2022-03-24T08:00')).toEqual({ sent: 0 });
    expect(await round('2022-03-24T10:00')).toEqual({ sent: 2 });
    expect(await round('2022-03-25T10:00')).toEqual({ sent: 0 });
    // Three days before is a Monday: and so it comes then.
    expect(await round('2022-03-28T09:00')).toEqual({ sent: 2 });
    expect((await letters()).map(({ personId }) => personId)).toEqual([drafts, mends, drafts, mends]);
    expect((await letters())[2]?.text).toContain('осталось 3 дня');
  });

  test('a reminder that fell on a day off comes when work begins again', async () => {
    await database.query('update contest set closes_at = $1', [local('2022-04-02T18:00')]);
    await entry(await person('Орлова Анна'), 'draft', 1);
    // Seven days before is a Saturday.
    expect(await round('2022-03-26T10:00')).toEqual({ sent: 0 });
    expect(await round('2022-03-28T10:00')).toEqual({ sent: 1 });
    expect((await letters())[0]?.text).toContain('осталось 5 дней');
  });

  test('whoever began today, is on a pause or is about to be erased hears nothing', async () => {
    const [today, paused, leaving] = [
      await person('Орлова Анна'),
      await person('Котов Павел'),
      await person('Белова Яна'),
    ];
    await entry(today, 'draft', 1, local('2022-03-24T09:30'));
    await entry(paused, 'draft', 2);
    await entry(leaving, 'draft', 3);
    await database.query(`update person set paused_until = '2022-03-30' where id = $1`, [paused]);
    await database.query(
      `insert into data_request (person_id, kind, state, due_on, created_at) values ($1, 'erase', 'open', '2022-04-28', now())`,
      [leaving],
    );
    expect(await round('2022-03-24T10:00')).toEqual({ sent: 0 });
  });

  test('rounds at once remind once', async () => {
    for (let each = 1; each <= 10; each += 1) await entry(await person(`Учитель ${each}`), 'draft', each);
    now = local('2022-03-24T10:00');
    const reports = await Promise.all([round(), round(), round()]);
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(10);
    expect(await letters()).toHaveLength(10);
  });
});

describe('a found post', () => {
  test('invites its author once, unless they take part already or may not', async () => {
    const [author, busy, pupil] = [
      await person('Орлова Анна'),
      await person('Котов Павел'),
      await person('Белова Яна', 'mentee'),
    ];
    await database.query(`update contest set terms = terms || '{"roles": ["mentor"]}' where id = $1`, [
      contest.id,
    ]);
    for (const [index, who] of [author, busy, pupil, null].entries()) await entry(who, 'found', index + 1);
    await database.query(`update contest_entry set link = 'https://vk.com/wall501_1' where person_id = $1`, [
      author,
    ]);
    await entry(busy, 'accepted', 9);
    expect(await round('2022-03-15T10:00')).toEqual({ sent: 1 });
    expect(await round('2022-03-16T10:00')).toEqual({ sent: 0 });
    expect(await letters()).toMatchObject([{ personId: author }]);
    expect((await letters())[0]?.text).toContain('https://vk.com/wall501_1');
  });
});

describe('the jury', () => {
  test('is reminded of what is not finished, three days and one before the end', async () => {
    const late = await person('Судья Первый', 'jury', town.office.id);
    const done = await person('Судья Второй', 'jury', town.office.id);
    const colleague = await person('Судья Третий', 'jury', town.school.id);
    for (const id of [late, done, colleague]) {
      await database.query(
        'insert into contest_juror (contest_id, person_id, added_at) values ($1, $2, now())',
        [contest.id, id],
      );
    }
    await database.query('update contest set judging_until = $1', [local('2022-04-09T00:00')]);
    const { id } = await entry(await person('Орлова Анна'), 'accepted', 1);
    await database.query(
      `insert into contest_sheet (juror_id, entry_id, finished_at, updated_at)
       select id, $2, now(), now() from contest_juror where person_id = $1`,
      [done, id],
    );
    expect(await round('2022-04-04T10:00')).toEqual({ sent: 0 });
    expect(await round('2022-04-05T10:00')).toEqual({ sent: 1 });
    expect(await round('2022-04-06T10:00')).toEqual({ sent: 0 });
    expect(await round('2022-04-07T10:00')).toEqual({ sent: 1 });
    expect(await letters()).toMatchObject([{ personId: late }, { personId: late }]);
  });
});

describe('staff', () => {
  test('hear of works that got worse in one message a day', async () => {
    const coordinator = await person('Тихонова Марина', 'coordinator', town.office.id);
    const author = await person('Орлова Анна');
    const note = async (postId: number) => {
      const { id } = await entry(author, 'mending', postId, local('2022-03-18T09:00'));
      await database.query(
        `update contest_entry set noted_at = $2, findings = '[{"code": "post-deleted", "facts": {}}]' where id = $1`,
        [id, now],
      );
    };
    now = local('2022-03-18T10:00');
    await note(1);
    await note(2);
    expect(await round()).toEqual({ sent: 1 });
    await note(3);
    expect(await round('2022-03-18T15:00')).toEqual({ sent: 0 });
    expect(await round('2022-03-21T10:00')).toEqual({ sent: 1 });
    expect(await letters()).toMatchObject([{ personId: coordinator }, { personId: coordinator }]);
    expect((await letters()).map(({ text }) => /замечания: (.*)/.exec(text)?.[1])).toEqual([
      '2 работы',
      '1 работа',
    ]);
  });
});
