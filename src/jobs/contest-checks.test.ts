import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closesAt, contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { type NotedLog, notedLog } from '../../test/helpers/delivery.ts';
import { type FakePosts, fakePosts } from '../../test/helpers/fake-posts.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createCommunityBook } from '../database/repositories/community-book.ts';
import { createContestBook } from '../database/repositories/contest-book.ts';
import { createContestRoundBooks } from '../database/repositories/contest-round-books.ts';
import { createEntryBook } from '../database/repositories/entry-book.ts';
import type { Database } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { PostTrouble } from '../domain/posts/post-reader.ts';
import type { InContestTransaction } from './contest-books.ts';
import { createContestChecks } from './contest-checks.ts';

let database: Database;
let town: Town;
let contest: Contest;
let posts: FakePosts;
let log: NotedLog;
let now: Date;
let author: string;

const hour = 3_600_000;
const page = 501;
const key = (postId = 1, ownerId = page) => ({ ownerId, postId });
const local = (wall: string) => new Date(`${wall}:00+04:00`);
const inTransaction: InContestTransaction = (work) =>
  database.transaction((sql) => work(createContestRoundBooks(sql)));
const rate: PostTrouble = { code: 'vk-29', kind: 'rate', retryAfterMs: 10 * 60_000 };
const passing: PostTrouble = { code: 'vk-10', kind: 'passing', retryAfterMs: 10_000 };

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
  now = local('2022-03-10T10:00');
  author = await person('Орлова Анна', page);
});

async function person(names: string, vk: number): Promise<string> {
  const { id } = await town.person(names, 'mentor', town.school.id);
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
    [String(vk), id],
  );
  return id;
}

async function handIn(postId = 1, wish: Partial<Parameters<typeof entryIn>[1]> = {}): Promise<string> {
  const entry = await entryIn(
    database,
    {
      contestId: contest.id,
      nominationId: contest.nominations[0]?.id ?? null,
      personId: author,
      organizationId: town.school.id,
      state: 'checking',
      post: key(postId),
      ...wish,
    },
    now,
  );
  await database.query('update contest_entry set check_due_at = $2 where id = $1', [entry.id, now]);
  return entry.id;
}

function checks(options: { transaction?: InContestTransaction; reader?: FakePosts | null } = {}) {
  const { transaction = inTransaction, reader = posts } = options;
  return createContestChecks({
    inTransaction: transaction,
    clock: { now: () => now },
    log,
    posts: reader,
    community: 77,
    chance: () => 0,
  });
}
const round = (at?: Date | string, options?: Parameters<typeof checks>[0]) => {
  if (at !== undefined) now = typeof at === 'string' ? local(at) : at;
  return checks(options).check();
};
const entryOf = (id: string) => createEntryBook(database).find(town.programme.id, id);
const findings = async (id: string) => (await entryOf(id))?.findings.map(({ code }) => code);
const letters = () =>
  database.query<{ personId: string; text: string; waits: number }>(
    `select person_id::text as "personId", outgoing->'message'->>'text' as text,
       round(extract(epoch from not_before - created_at) / 3600)::int as waits
     from delivery order by id`,
  );
const counters = (id: string) =>
  database.query<{ likes: number; final: boolean; at: Date }>(
    'select likes, final, at from contest_counters where entry_id = $1 order by at',
    [id],
  );
const snapshots = (id: string) =>
  database.query<{ text: string }>('select text from contest_snapshot where entry_id = $1 order by id', [id]);
const frozenAt = async () =>
  (await createContestBook(database).find(town.programme.id, contest.id))?.frozenAt;

describe('the first look', () => {
  test('accepts what is in order, keeps the post and counts', async () => {
    posts.put(key());
    const id = await handIn();
    expect(await checks().checkNew()).toMatchObject({ looked: 1, told: 1 });
    expect(await entryOf(id)).toMatchObject({ state: 'accepted', findings: [], checkedAt: now });
    expect(await letters()).toMatchObject([{ personId: author, waits: 0 }]);
    expect((await letters())[0]?.text).toContain('работа принята');
    expect(await snapshots(id)).toHaveLength(1);
    expect(await counters(id)).toEqual([{ likes: 1, final: false, at: now }]);
  });

  test('gives back what is not, and says what to mend, at any hour', async () => {
    posts.put(key(), { text: 'Без хештега', isAd: true });
    const id = await handIn();
    await round('2022-03-12T23:30');
    expect(await entryOf(id)).toMatchObject({ state: 'mending' });
    expect(await findings(id)).toEqual(['post-hashtag-missing', 'post-ad']);
    expect(await letters()).toMatchObject([{ waits: 0 }]);
    expect((await letters())[0]?.text).toContain('#МойНаставник');
  });

  test('knows whose post it is by the pages and communities that are proven', async () => {
    posts.put(key(1, 999));
    posts.put(key(2, -42));
    const other = await handIn(1, { post: key(1, 999) });
    const schools = await handIn(2, { post: key(2, -42) });
    await round();
    expect(await findings(other)).toEqual(['post-not-own']);
    expect(await findings(schools)).toEqual(['post-community-unconfirmed']);
    await createCommunityBook(database).confirm(town.school.id, 42, now);
    await round();
    expect(await entryOf(schools)).toMatchObject({ state: 'accepted', findings: [] });
    expect((await letters()).at(-1)?.text).toContain('принята');
  });

  test('finds a post that another contest has', async () => {
    posts.put(key());
    await handIn();
    const other = await contestIn(database, town.programme.id, { title: 'Мой опыт', nominations: [] });
    now = new Date(now.getTime() + hour);
    const id = await handIn(1, { contestId: other.id, nominationId: null });
    await round();
    expect((await entryOf(id))?.findings).toEqual([
      { code: 'post-entered-before', facts: { contest: 'Мой наставник' } },
    ]);
  });
});

describe('a later look', () => {
  test('says once that something is lost, in working hours, and once that it is mended', async () => {
    posts.put(key());
    const id = await handIn();
    await round();
    posts.put(key(), { text: 'Хештег пропал' });
    await database.query('update contest_entry set check_due_at = $1', [local('2022-03-12T20:00')]);
    await round('2022-03-12T20:00');
    expect(await entryOf(id)).toMatchObject({ state: 'mending' });
    // Saturday evening: until Monday, nine o'clock.
    expect(await letters()).toMatchObject([{ waits: 0 }, { waits: 37 }]);
    now = new Date(now.getTime() + 4 * hour);
    await round();
    expect(await letters()).toHaveLength(2);
    posts.put(key(), { text: 'Вернула #МойНаставник', editedAt: now });
    await round('2022-03-14T10:00');
    expect(await entryOf(id)).toMatchObject({ state: 'accepted', findings: [] });
    const texts = (await letters()).map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts[1]).toContain('кое-что изменилось');
    expect(texts[2]).toContain('принята');
    expect((await snapshots(id)).map(({ text }) => text)).toHaveLength(3);
  });

  test('counts each time and keeps the post only where it differs', async () => {
    posts.put(key());
    const id = await handIn();
    await round();
    posts.put(key(), { counters: { likes: 5, reposts: 0, comments: 0, views: 20 } });
    now = (await entryOf(id))?.checkDueAt ?? now;
    await round();
    expect((await counters(id)).map(({ likes }) => likes)).toEqual([1, 5]);
    expect(await snapshots(id)).toHaveLength(1);
    expect(await letters()).toHaveLength(1);
  });

  test('marks growth that looks bought, for staff alone', async () => {
    posts.put(key());
    const id = await handIn();
    await round();
    posts.put(key(), { counters: { likes: 400, reposts: 0, comments: 0, views: 20 } });
    now = (await entryOf(id))?.checkDueAt ?? now;
    await round();
    const entry = await entryOf(id);
    expect(entry).toMatchObject({ state: 'accepted', findings: [] });
    expect(entry?.marks.map(({ code }) => code)).toContain('likes-over-views');
    expect(await letters()).toHaveLength(1);
  });

  test('leaves a work as it is that staff have taken as it is', async () => {
    posts.put(key(), { isAd: true });
    const id = await handIn();
    await round();
    await database.query(`update contest_entry set state = 'accepted', decided_at = $1`, [now]);
    now = (await entryOf(id))?.checkDueAt ?? now;
    await round();
    expect(await entryOf(id)).toMatchObject({ state: 'accepted' });
    posts.gone(key());
    now = (await entryOf(id))?.checkDueAt ?? now;
    await round();
    expect(await entryOf(id)).toMatchObject({ state: 'accepted' });
    expect(await findings(id)).toEqual(['post-deleted']);
  });
});

describe('trouble of ours', () => {
  test('turns nobody down: the work waits, its author hears of it once, and it is looked at again', async () => {
    posts.put(key());
    const id = await handIn();
    posts.trouble(passing);
    expect(await round()).toMatchObject({ waiting: 1, told: 1 });
    expect(await entryOf(id)).toMatchObject({ state: 'checking', checkTrouble: 'vk-10', findings: [] });
    now = (await entryOf(id))?.checkDueAt ?? now;
    expect(await round()).toMatchObject({ waiting: 1, told: 0 });
    expect((await letters()).map(({ text }) => text)).toEqual([expect.stringContaining('не ваша ошибка')]);
    posts.trouble(null);
    now = (await entryOf(id))?.checkDueAt ?? now;
    await round();
    expect(await entryOf(id)).toMatchObject({ state: 'accepted', checkTrouble: null });
    expect(await letters()).toHaveLength(2);
  });

  test('of one post leaves the others alone', async () => {
    posts.put(key(1));
    posts.put(key(2));
    const [first, second] = [await handIn(1), await handIn(2)];
    posts.trouble({ code: 'answer wall.getById', kind: 'ours', retryAfterMs: 600_000 }, key(1));
    await round();
    expect([(await entryOf(first))?.state, (await entryOf(second))?.state]).toEqual(['checking', 'accepted']);
    expect(log.notes.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('too many calls: everything pauses', async () => {
    posts.put(key(1));
    posts.put(key(2));
    await handIn(1);
    posts.trouble(rate);
    const both = checks();
    await both.check();
    posts.trouble(null);
    const second = await handIn(2);
    await both.check();
    expect(posts.looks).toEqual([1]);
    expect((await entryOf(second))?.state).toBe('checking');
    now = new Date(now.getTime() + 11 * 60_000);
    await both.check();
    expect((await entryOf(second))?.state).toBe('accepted');
  });

  test('an expired token is logged loudly, and can be seen', async () => {
    await handIn();
    posts.trouble({ code: 'vk-5', kind: 'token', retryAfterMs: 600_000 });
    await round();
    expect(log.notes).toMatchObject([{ level: 'error', fields: { code: 'vk-5', entries: 1 } }]);
    expect(await inTransaction(({ checks }) => checks.troubles())).toEqual([
      { code: 'vk-5', count: 1, tries: 1 },
    ]);
  });

  test('without a token at all everything waits', async () => {
    const id = await handIn();
    await round(undefined, { reader: null });
    expect(await entryOf(id)).toMatchObject({ state: 'checking', checkTrouble: 'no-token' });
  });
});

describe('meanwhile', () => {
  test('another link came: what was found of the old one is dropped', async () => {
    posts.put(key(1), { isAd: true });
    posts.put(key(2));
    const id = await handIn(1);
    posts.meanwhile(async () => {
      await createEntryBook(database).change(id, { post: key(2), state: 'checking', checkDueAt: now });
    });
    await round();
    expect(posts.looks).toEqual([1, 1]);
    expect(await entryOf(id)).toMatchObject({ state: 'accepted', findings: [], post: key(2) });
    expect(await letters()).toHaveLength(1);
  });

  test('the work was taken back: nothing is written and nobody told', async () => {
    posts.put(key());
    const id = await handIn();
    posts.meanwhile(() => createEntryBook(database).change(id, { state: 'withdrawn', withdrawnAt: now }));
    await round();
    expect(await entryOf(id)).toMatchObject({ state: 'withdrawn', checkedAt: null });
    expect(await letters()).toEqual([]);
    expect(await counters(id)).toEqual([]);
  });

  test('the process died between claim and settling: after the lease somebody else looks', async () => {
    posts.put(key());
    const id = await handIn();
    posts.meanwhile(() => Promise.reject(new Error('killed')));
    await expect(round()).rejects.toThrow('killed');
    expect(await round()).toMatchObject({ looked: 0 });
    now = new Date(now.getTime() + 11 * 60_000);
    expect(await round()).toMatchObject({ looked: 1, told: 1 });
    expect(await entryOf(id)).toMatchObject({ state: 'accepted' });
  });

  test('the process died while settling: nothing is half written, and each author hears once', async () => {
    for (const postId of [1, 2, 3]) posts.put(key(postId));
    for (const postId of [1, 2, 3]) await handIn(postId);
    const dying: InContestTransaction = (work) =>
      database.transaction((sql) =>
        work({
          ...createContestRoundBooks(sql),
          outbox: { put: () => Promise.reject(new Error('killed')) },
        }),
      );
    await round(undefined, { transaction: dying });
    expect(await database.query('select from contest_counters')).toEqual([]);
    now = new Date(now.getTime() + 11 * 60_000);
    await round();
    expect(await letters()).toHaveLength(3);
  });

  test('other rounds run: each work is looked at once and told once', async () => {
    for (let postId = 1; postId <= 30; postId += 1) {
      posts.put(key(postId));
      await handIn(postId);
    }
    const reports = await Promise.all([1, 2, 3, 4].map(() => checks().check()));
    expect(reports.reduce((sum, { looked }) => sum + looked, 0)).toBe(30);
    expect(await letters()).toHaveLength(30);
    expect(posts.looks.reduce((sum, each) => sum + each, 0)).toBe(30);
  });

  test('the clock was moved on by a week: one look, one count', async () => {
    posts.put(key());
    const id = await handIn();
    await round();
    await round(new Date(now.getTime() + 7 * 24 * hour));
    expect(await counters(id)).toHaveLength(2);
  });

  test('one work that cannot be written does not keep the others back', async () => {
    posts.put(key(1), { counters: { likes: 3_000_000_000, reposts: 0, comments: 0, views: null } });
    posts.put(key(2));
    const [first, second] = [await handIn(1), await handIn(2)];
    await round();
    expect((await entryOf(second))?.state).toBe('accepted');
    expect((await entryOf(first))?.state).toBe('checking');
    expect(log.notes.at(-1)).toMatchObject({ level: 'error', fields: { entryId: first } });
  });
});

describe('at the close', () => {
  const past = (minutes: number) => new Date(closesAt.getTime() + minutes * 60_000);

  test('all are looked at once more, their counters stand and the contest is frozen, once', async () => {
    posts.put(key(1));
    posts.put(key(2));
    const [first, second] = [await handIn(1), await handIn(2)];
    await round();
    posts.put(key(1), { counters: { likes: 8, reposts: 0, comments: 0, views: 30 } });
    const reports = await Promise.all([round(past(1)), round(past(1))]);
    expect(reports.reduce((sum, { frozen }) => sum + frozen, 0)).toBe(1);
    expect(await frozenAt()).toEqual(past(1));
    expect((await counters(first)).filter(({ final }) => final)).toMatchObject([{ likes: 8 }]);
    posts.put(key(1), { counters: { likes: 900, reposts: 0, comments: 0, views: 1000 } });
    await round(past(24 * 60));
    expect((await counters(first)).at(-1)).toMatchObject({ likes: 8, final: true });
    expect((await counters(second)).filter(({ final }) => final)).toHaveLength(1);
  });

  test('a post that is gone by then keeps its last counters; later deletions are for staff to judge', async () => {
    posts.put(key(1));
    posts.put(key(2));
    const [first, second] = [await handIn(1), await handIn(2)];
    await round();
    posts.gone(key(1));
    await round(past(1));
    expect(await counters(first)).toMatchObject([{ likes: 1, final: true }]);
    expect(await entryOf(first)).toMatchObject({ state: 'accepted' });
    posts.gone(key(2));
    await round(past(24 * 60));
    expect(await entryOf(second)).toMatchObject({ state: 'accepted' });
    expect(await findings(second)).toEqual(['post-deleted']);
    expect(await letters()).toHaveLength(4);
  });

  test('while VK is out of reach it waits, but for no longer than six hours', async () => {
    posts.put(key());
    const id = await handIn();
    await round();
    const counted = now;
    posts.trouble(passing);
    await round(past(1));
    expect(await frozenAt()).toBeNull();
    await round(past(359));
    expect(await frozenAt()).toBeNull();
    await round(past(361));
    expect(await frozenAt()).toEqual(past(361));
    expect(await counters(id)).toMatchObject([{ likes: 1, final: true, at: counted }]);
    expect((await entryOf(id))?.marks).toEqual([
      { code: 'counters-before-close', facts: { at: counted.toISOString() } },
    ]);
    posts.trouble(null);
    posts.put(key(), { counters: { likes: 70, reposts: 0, comments: 0, views: 90 } });
    await round(past(25 * 60));
    expect(await counters(id)).toHaveLength(1);
  });

  test('a program that was down over the close tries a few times before it gives up', async () => {
    posts.put(key());
    await handIn();
    await round();
    posts.trouble(passing);
    await round(past(8 * 60));
    expect(await frozenAt()).toBeNull();
    posts.trouble(null);
    await round(past(8 * 60 + 5));
    expect(await frozenAt()).toEqual(past(8 * 60 + 5));
    expect(
      await database.query('select from contest_counters where final and at > $1', [past(0)]),
    ).toHaveLength(1);
  });

  test('a close that staff moved forward is kept as well', async () => {
    posts.put(key());
    const id = await handIn();
    await round();
    const early = new Date(now.getTime() + hour);
    await database.query('update contest set closes_at = $1', [early]);
    await round(new Date(early.getTime() + 1000));
    expect(await frozenAt()).not.toBeNull();
    expect((await counters(id)).at(-1)).toMatchObject({ final: true });
  });

  test('a contest that was called off is left alone', async () => {
    posts.put(key());
    await handIn();
    await database.query(`update contest set state = 'cancelled'`);
    expect(await round(past(1))).toEqual({ looked: 0, waiting: 0, told: 0, frozen: 0 });
  });
});
