import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closesAt, contestIn, entryIn, opensAt } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { type NotedLog, notedLog } from '../../test/helpers/delivery.ts';
import { type FakePosts, fakePosts } from '../../test/helpers/fake-posts.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createContestRoundBooks } from '../database/repositories/contest-round-books.ts';
import { readEntries } from '../database/repositories/entry-book.ts';
import type { Database } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { InContestTransaction } from './contest-books.ts';
import { createContestFinding } from './contest-finding.ts';

let database: Database;
let town: Town;
let contest: Contest;
let posts: FakePosts;
let log: NotedLog;
let now: Date;
let author: string;

const key = (postId: number, ownerId = 501) => ({ ownerId, postId });
const inTransaction: InContestTransaction = (work) =>
  database.transaction((sql) => work(createContestRoundBooks(sql)));
const round = (community: number | null = null) =>
  createContestFinding({ inTransaction, clock: { now: () => now }, log, posts, community })();
const found = () => readEntries(database, `where e.source = 'found' order by e.id`, []);
const searches = () =>
  database.query<{ place: string; dueAt: Date | null; seenUntil: Date | null; trouble: string | null }>(
    `select place, due_at as "dueAt", seen_until as "seenUntil", trouble from contest_search order by place`,
  );

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  contest = await contestIn(database, town.programme.id);
  posts = fakePosts();
  log = notedLog();
  now = new Date('2022-03-10T06:00:00Z');
  author = (await town.person('Орлова Анна Петровна', 'mentor', town.school.id)).id;
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', '501', '501', $1)`,
    [author],
  );
});

test('posts with the hashtag are kept once, those of people we know under their names', async () => {
  posts.put(key(1));
  posts.put(key(2, 999));
  expect(await round()).toEqual({ found: 2 });
  expect(await found()).toMatchObject([
    {
      personId: author,
      organizationId: town.school.id,
      nominationId: contest.nominations[0]?.id,
      state: 'found',
      link: 'https://vk.com/wall501_1',
      post: key(1),
    },
    { personId: null, organizationId: null, post: key(2, 999) },
  ]);
  expect(await database.query('select text from contest_snapshot')).toHaveLength(2);
  now = new Date('2022-03-11T06:00:00Z');
  expect(await round()).toEqual({ found: 0 });
});

test('what somebody handed in, took back or staff turned down is not found again', async () => {
  for (const [index, state] of (['accepted', 'withdrawn', 'rejected', 'draft'] as const).entries()) {
    posts.put(key(index + 1));
    await entryIn(database, { contestId: contest.id, personId: author, state, post: key(index + 1) });
  }
  expect(await round()).toEqual({ found: 0 });
});

test('reposts, other hashtags, other days and our own announcements are no works', async () => {
  posts.put(key(1), { isRepost: true });
  posts.put(key(2), { text: 'Другое: #МойНаставник2022' });
  posts.put(key(3), { publishedAt: new Date(opensAt.getTime() - 1000) });
  posts.put(key(4, -77));
  posts.put(key(5, -77), { signerId: 501 });
  posts.put(key(6, 888), { fromId: 501 });
  expect(await round(77)).toEqual({ found: 1 });
  expect(await found()).toMatchObject([{ post: key(5, -77), personId: author }]);
});

test('each hashtag and the wall are sought from where the search came to, until after the close', async () => {
  await round(77);
  expect(await searches()).toMatchObject([
    { place: '', seenUntil: now },
    { place: '#МойНаставник', seenUntil: now },
  ]);
  now = new Date('2022-03-10T08:00:00Z');
  await round(77);
  expect(posts.searches).toHaveLength(2);
  now = new Date('2022-03-10T09:00:00Z');
  await round(77);
  expect(posts.searches.at(-1)).toMatchObject({ range: { from: new Date('2022-03-10T00:00:00Z'), to: now } });
  now = new Date(closesAt.getTime() + 60_000);
  await round(77);
  expect(posts.searches.at(-1)).toMatchObject({ range: { to: closesAt } });
  now = new Date(closesAt.getTime() + 3_600_000);
  await round(77);
  expect((await searches()).map(({ dueAt }) => dueAt)).toEqual([null, null]);
});

test('too many calls: all places wait, and nothing is taken for seen', async () => {
  posts.put(key(1));
  posts.trouble({ code: 'vk-6', kind: 'rate', retryAfterMs: 1000 });
  await round(77);
  expect(posts.searches).toHaveLength(1);
  expect(await searches()).toMatchObject([
    { seenUntil: null, trouble: 'vk-6' },
    { seenUntil: null, trouble: 'vk-6' },
  ]);
  posts.trouble(null);
  now = new Date('2022-03-10T06:05:00Z');
  expect(await round(77)).toEqual({ found: 1 });
  expect((await searches()).map(({ trouble }) => trouble)).toEqual([null, null]);
});

test('rounds at once find each post once', async () => {
  for (let postId = 1; postId <= 20; postId += 1) posts.put(key(postId));
  const reports = await Promise.all([round(), round(), round()]);
  expect(reports.reduce((sum, each) => sum + each.found, 0)).toBe(20);
  expect(await found()).toHaveLength(20);
});

test('a hashtag that is sought no more goes', async () => {
  await round();
  await database.query(`update contest_nomination set hashtags = '{#Наставник}'`);
  await round();
  expect((await searches()).map(({ place }) => place)).toEqual(['#Наставник']);
});

test('what nobody handed in is forgotten once the contest is over', async () => {
  posts.put(key(1));
  posts.put(key(2, 999));
  await round();
  await entryIn(database, { contestId: contest.id, personId: author, post: key(1) });
  await round();
  expect(await found()).toHaveLength(1);
  await database.query(`update contest set state = 'published', checked_at = now(), published_at = now()`);
  await round();
  expect(await readEntries(database, '', [])).toMatchObject([{ personId: author, state: 'accepted' }]);
  expect(await database.query('select text from contest_snapshot')).toHaveLength(1);
});
