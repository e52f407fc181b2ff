import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createContestRoundBooks } from '../../src/database/repositories/contest-round-books.ts';
import { createEntryBook, readEntries } from '../../src/database/repositories/entry-book.ts';
import type { Database } from '../../src/database/sql.ts';
import type { Contest } from '../../src/domain/contests/contest.ts';
import type { PostKey } from '../../src/domain/posts/post.ts';
import { createContestRounds } from '../../src/jobs/contests.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { createVkPosts } from '../../src/vk-posts.ts';
import { closesAt, contestIn, entryIn } from '../helpers/contest-town.ts';
import { emptied, testDatabase } from '../helpers/database.ts';
import { notedLog } from '../helpers/delivery.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';
import { conform } from '../schemas/conform.ts';

let database: Database;
let town: Town;
let contest: Contest;
let sandbox: Sandbox;
let conformity: ReturnType<typeof conform>;
let now: Date;

const local = (wall: string) => new Date(`${wall}:00+04:00`);

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  contest = await contestIn(database, town.programme.id);
  now = local('2022-03-10T10:00');
  sandbox = await createSandbox({ now: () => now, vk: { limits: { servicePerSecond: 1000 } } });
  conformity = conform(sandbox);
});
afterEach(async () => {
  await sandbox.stop();
  expect(conformity.violations()).toEqual([]);
});

function rounds() {
  const { token, groupId, apiRoot, serviceToken, userToken } = sandbox.vk;
  const posts = createVkPosts({
    token,
    groupId,
    apiRoot,
    updates: 'polling',
    webhookSecret: null,
    confirmation: null,
    serviceToken,
    serviceCallsPerSecond: 1000,
    userToken,
  });
  return createContestRounds({
    inTransaction: (work) => database.transaction((sql) => work(createContestRoundBooks(sql))),
    clock: { now: () => now },
    log: notedLog(),
    posts: posts?.reader ?? null,
    poster: posts?.poster ?? null,
    community: groupId,
  });
}

async function author(key: string, isKnown = true): Promise<{ id: string; page: number }> {
  const page = sandbox.people.add({ key, name: `Автор ${key}`, open: true }).vk.chat.accountId;
  const { id } = await town.person(`Автор ${key}`, 'mentor', town.school.id);
  if (isKnown) {
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [String(page), id],
    );
  }
  return { id, page };
}

async function handIn(personId: string, { ownerId, postId }: PostKey): Promise<string> {
  const post = { ownerId, postId };
  const nominationId = contest.nominations[0]?.id ?? null;
  const draft = await entryIn(
    database,
    { contestId: contest.id, nominationId, personId, state: 'draft' },
    now,
  );
  await createEntryBook(database).queueCheck(draft.id, post, now);
  return draft.id;
}

const states = async () => {
  const entries = await readEntries(database, 'order by e.id', []);
  return entries.map(({ state, findings }) => [state, ...findings.map(({ code }) => code)].join(' '));
};
const letters = async () =>
  (
    await database.query<{ text: string }>(
      `select outgoing->'message'->>'text' as text from delivery order by id`,
    )
  ).map(({ text }) => text);

test('from handing in to the freeze, as VK shows it', async () => {
  const { walls } = sandbox.vk;
  const text = 'Мой наставник научил меня вести урок. #МойНаставник';
  const [anna, pavel] = [await author('anna'), await author('pavel')];
  const good = walls.publish(anna.page, { text, likes: 2, views: 30 });
  const untagged = walls.publish(anna.page, { text: 'Без хештега' });
  const early = walls.publish(pavel.page, { text, at: local('2022-02-20T10:00') });
  const repost = walls.repost(pavel.page, good, { text });
  for (const [who, post] of [
    [anna, good],
    [anna, untagged],
    [pavel, early],
    [pavel, repost],
  ] as const)
    await handIn(who.id, post);
  await handIn(pavel.id, { ownerId: pavel.page, postId: 99 });
  const round = rounds();
  expect(await round.checkNew()).toBe(5);
  expect(await states()).toEqual([
    'accepted',
    'mending post-hashtag-missing',
    'mending post-too-early',
    'mending post-repost',
    'mending post-not-visible',
  ]);
  expect(sandbox.ledger.calls.map(({ method }) => method)).toEqual(['wall.getById', 'users.get']);

  now = local('2022-03-14T12:00');
  walls.edit(untagged, { text });
  walls.remove(good);
  await round.round();
  expect((await states()).slice(0, 2)).toEqual(['mending post-not-visible', 'accepted']);
  walls.restore(good);
  sandbox.vk.walls.closeProfile(pavel.page);
  now = local('2022-03-15T12:00');
  await round.round();
  expect(await states()).toEqual([
    'accepted',
    'accepted',
    'mending post-closed-profile',
    'mending post-closed-profile',
    'mending post-closed-profile',
  ]);

  walls.count(good, { likes: 40, reposts: 3, comments: 5, views: 700 });
  now = new Date(closesAt.getTime() + 60_000);
  await round.round();
  walls.count(good, { likes: 4000, views: 9000 });
  now = new Date(closesAt.getTime() + 30 * 3_600_000);
  await round.round();
  const final = 'select likes, reposts, comments, views from contest_counters where final order by entry_id';
  expect((await database.query(final))[0]).toEqual({ likes: 40, reposts: 3, comments: 5, views: 700 });
  expect(await database.query('select from contest where frozen_at is not null')).toHaveLength(1);
});

test('an expired token turns nobody down', async () => {
  const anna = await author('anna');
  await handIn(anna.id, sandbox.vk.walls.publish(anna.page, { text: 'Мой опыт #МойНаставник' }));
  sandbox.faults.add({ kind: 'error', platform: 'vk', method: 'wall.getById', code: 5, times: 1 });
  const round = rounds();
  await round.checkNew();
  expect(await states()).toEqual(['checking']);
  expect((await letters())[0]).toContain('по нашей вине');
  now = local('2022-03-10T10:30');
  await round.checkNew();
  expect(await states()).toEqual(['accepted']);
  expect(await letters()).toHaveLength(2);
});

test('works are found by their hashtag and on the wall, and handed in by whoever wrote them', async () => {
  const { walls, groupId } = sandbox.vk;
  const [anna, stranger] = [await author('anna'), await author('stranger', false)];
  const found = walls.publish(anna.page, { text: 'Мой опыт #МойНаставник' });
  walls.publish(stranger.page, { text: 'И мой #МойНаставник' });
  walls.publish(-groupId, { text: 'Приём открыт! #МойНаставник' });
  const round = rounds();
  await round.round();
  const entries = await readEntries(database, 'order by e.id', []);
  expect(entries.map(({ personId, state }) => [personId, state])).toEqual([
    [anna.id, 'found'],
    [null, 'found'],
  ]);
  expect(await letters()).toEqual([expect.stringContaining('Нашёл вашу публикацию')]);
  const id = await handIn(anna.id, found);
  await round.checkNew();
  const after = await readEntries(database, `where e.state = 'accepted'`, []);
  expect(after).toMatchObject([{ id, personId: anna.id, source: 'chat' }]);
  expect(await readEntries(database, `where e.source = 'found'`, [])).toHaveLength(1);
});

test('the announcement goes onto the wall once, be its answer lost', async () => {
  await database.query(
    `insert into contest_post (contest_id, occasion, text, due_at, created_at) values ($1, 'announcement', 'Приём открыт', $2, $2)`,
    [contest.id, now],
  );
  sandbox.faults.add({ kind: 'lostAnswer', platform: 'vk', method: 'wall.post', times: 1 });
  const round = rounds();
  await round.round();
  now = local('2022-03-10T10:01');
  await round.round();
  expect(await database.query('select state from contest_post')).toEqual([{ state: 'sent' }]);
  expect(sandbox.vk.walls.postsOf(-sandbox.vk.groupId)).toHaveLength(1);
});
