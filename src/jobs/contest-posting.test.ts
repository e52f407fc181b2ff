import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { type NotedLog, notedLog } from '../../test/helpers/delivery.ts';
import { foundTown } from '../../test/helpers/small-town.ts';
import { createContestRoundBooks } from '../database/repositories/contest-round-books.ts';
import type { Database } from '../database/sql.ts';
import type { PostingOutcome, WallPoster, WallText } from '../domain/posts/wall-poster.ts';
import type { InContestTransaction } from './contest-books.ts';
import { createContestPosting } from './contest-posting.ts';

let database: Database;
let contestId: string;
let log: NotedLog;
let now: Date;
let said: WallText[];
let answers: PostingOutcome[];

const minute = 60_000;
const inTransaction: InContestTransaction = (work) =>
  database.transaction((sql) => work(createContestRoundBooks(sql)));
const wall: WallPoster = {
  async post(text) {
    said.push(text);
    return answers.shift() ?? { kind: 'sent', key: { ownerId: -77, postId: 5 } };
  },
};
function round(options: { poster?: WallPoster | null; after?: number } = {}) {
  now = new Date(now.getTime() + (options.after ?? 0));
  const { poster = wall } = options;
  return createContestPosting({ inTransaction, clock: { now: () => now }, log, poster })();
}
const rows = () =>
  database.query<{ state: string; error: string | null; postId: string | null }>(
    `select state, error, post_id::text as "postId" from contest_post order by id`,
  );

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  const town = await foundTown(database);
  contestId = (await contestIn(database, town.programme.id)).id;
  log = notedLog();
  said = [];
  answers = [];
  now = new Date('2022-03-01T06:00:00Z');
  await database.query(
    `insert into contest_post (contest_id, occasion, text, due_at, created_at) values ($1, 'announcement', 'Приём открыт', $2, $2)`,
    [contestId, now],
  );
});

test('what is due goes onto the wall, once, whoever rings', async () => {
  const reports = await Promise.all([round(), round(), round()]);
  expect(reports.reduce((sum, { posted }) => sum + posted, 0)).toBe(1);
  expect(said).toMatchObject([{ text: 'Приём открыт' }]);
  expect(await rows()).toEqual([{ state: 'sent', error: null, postId: '5' }]);
});

test('a lost answer is asked for again under the same guid', async () => {
  answers = [{ kind: 'unknown', code: 'ECONNRESET' }];
  await round();
  expect(await rows()).toMatchObject([{ state: 'claimed', error: 'ECONNRESET' }]);
  await round({ after: minute });
  expect(new Set(said.map(({ guid }) => guid)).size).toBe(1);
  expect(await rows()).toMatchObject([{ state: 'sent' }]);
});

test('what stays in doubt is shown to staff and never repeated', async () => {
  answers = Array.from({ length: 4 }, () => ({ kind: 'unknown', code: 'ETIMEDOUT' }) as const);
  for (let each = 0; each < 6; each += 1) await round({ after: minute });
  expect(said).toHaveLength(4);
  expect(await rows()).toMatchObject([{ state: 'uncertain', error: 'ETIMEDOUT' }]);
  expect(log.notes).toMatchObject([{ level: 'error', fields: { contestId } }]);
});

test('a process that died over it an hour ago leaves a doubt, as VK may have forgotten the guid', async () => {
  await database.query(`update contest_post set state = 'claimed', due_at = $1`, [now]);
  await round({ after: 60 * minute });
  expect(said).toEqual([]);
  expect(await rows()).toMatchObject([{ state: 'uncertain', error: 'answer-lost' }]);
});

test('one that died a moment ago is followed', async () => {
  await database.query(`update contest_post set state = 'claimed', due_at = $1`, [now]);
  await round({ after: minute });
  expect(await rows()).toMatchObject([{ state: 'sent' }]);
});

test('VK asks for time: it is posted later', async () => {
  answers = [{ kind: 'later', code: 'vk-6', afterMs: 5 * minute }];
  await round();
  await round({ after: minute });
  expect(said).toHaveLength(1);
  await round({ after: 5 * minute });
  expect(await rows()).toMatchObject([{ state: 'sent', error: null }]);
});

test('what VK refuses is for a person to do', async () => {
  answers = [{ kind: 'refused', code: 'vk-214' }];
  await round();
  expect(await rows()).toMatchObject([{ state: 'failed', error: 'vk-214' }]);
});

test('without a token staff copy the text', async () => {
  await round({ poster: null });
  expect(await rows()).toMatchObject([{ state: 'by-hand' }]);
});
