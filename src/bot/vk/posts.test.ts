import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conform } from '../../../test/schemas/conform.ts';
import { keyText, type PostKey } from '../../domain/posts/post.ts';
import type { PostReader } from '../../domain/posts/post-reader.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { createVkPostReader } from './posts.ts';

const now = new Date('2022-03-18T08:30:00Z');

let sandbox: Sandbox;
let conformity: ReturnType<typeof conform>;
let anna: number;
let reader: PostReader;

beforeEach(async () => {
  // The pace has a test of its own; elsewhere it would only cost time.
  await start({ perSecond: 1000, callsPerSecond: 1000 });
});
afterEach(async () => {
  await sandbox.stop();
  expect(conformity.violations()).toEqual([]);
});

async function start({ perSecond, callsPerSecond }: { perSecond: number; callsPerSecond: number }) {
  sandbox = await createSandbox({ now: () => now, vk: { limits: { servicePerSecond: perSecond } } });
  conformity = conform(sandbox);
  anna = sandbox.people.add({ key: 'anna', name: 'Анна Лебедева' }).vk.chat.accountId;
  const { apiRoot, serviceToken } = sandbox.vk;
  reader = createVkPostReader({ serviceToken, apiRoot, callsPerSecond });
}

const methods = () => sandbox.ledger.calls.map((call) => call.method);
const publish = (count: number, ownerId = anna): PostKey[] =>
  Array.from({ length: count }, (_, index) => sandbox.vk.walls.publish(ownerId, { text: `№ ${index}` }));

async function lookAt(key: PostKey) {
  const { looks, troubles } = await reader.look([key]);
  return looks.get(keyText(key)) ?? troubles.get(keyText(key));
}

test('sees a post with all that is kept of it', async () => {
  const { walls, groupId } = sandbox.vk;
  const at = new Date('2022-03-10T10:00:00Z');
  const post = walls.publish(anna, {
    text: 'Мой <b>наставник</b> & я',
    at,
    likes: 3,
    reposts: 2,
    comments: 1,
    views: 40,
    attachments: [
      { kind: 'photo' },
      { kind: 'video', title: 'Урок' },
      { kind: 'link', title: 'Статья', url: 'https://example.org/a' },
      { kind: 'poll', title: 'Кто?' },
      { kind: 'audio', title: 'Гимн' },
    ],
  });
  const none = { title: null, url: null };
  expect(await lookAt(post)).toEqual({
    kind: 'seen',
    post: {
      key: { ownerId: anna, postId: post.postId },
      fromId: anna,
      signerId: null,
      text: 'Мой <b>наставник</b> & я',
      publishedAt: at,
      editedAt: null,
      isRepost: false,
      isAd: false,
      isFriendsOnly: false,
      attachments: [
        { kind: 'photo', ...none },
        { kind: 'video', title: 'Урок', url: null },
        { kind: 'link', title: 'Статья', url: 'https://example.org/a' },
        { kind: 'poll', title: 'Кто?', url: null },
        { kind: 'audio', title: 'Гимн', url: null },
      ],
      counters: { likes: 3, reposts: 2, comments: 1, views: 40 },
    },
  });
  const later = new Date('2022-03-11T10:00:00Z');
  walls.edit(post, { text: 'Иначе' }, later);
  walls.mark(post, { ad: true });
  expect(await lookAt(post)).toMatchObject({ post: { text: 'Иначе', editedAt: later, isAd: true } });
  const repost = walls.repost(-groupId, post, { signerId: anna });
  expect(await lookAt(repost)).toMatchObject({
    post: { isRepost: true, fromId: -groupId, signerId: anna, counters: { views: null } },
  });
});

test('tells why a post is not to be seen', async () => {
  const { walls } = sandbox.vk;
  const boris = sandbox.people.add({ key: 'boris', name: 'Борис Немов' }).vk;
  const vera = sandbox.people.add({ key: 'vera', name: 'Вера Немова' }).vk;
  walls.addCommunity({ id: 5, name: 'Школа', closed: true });
  walls.addCommunity({ id: 6, name: 'Лицей', deactivated: 'deleted' });
  const [seen, deleted, ofClosed, ofGone, inClosed, inGone] = [
    anna,
    anna,
    boris.chat.accountId,
    vera.chat.accountId,
    -5,
    -6,
  ].map((ownerId) => walls.publish(ownerId, {}));
  if (!seen || !deleted || !ofClosed || !ofGone || !inClosed || !inGone) throw new Error('no posts');
  walls.remove(deleted);
  walls.closeProfile(boris.chat.accountId);
  vera.leave();
  const nobody = [
    { ownerId: 999, postId: 1 },
    { ownerId: -999, postId: 1 },
  ];
  const { looks, troubles } = await reader.look([
    seen,
    deleted,
    ofClosed,
    ofGone,
    inClosed,
    inGone,
    ...nobody,
  ]);
  const told = [...looks].map(([name, look]) => [name, look.kind === 'gone' ? look.why : look.kind]);
  expect(Object.fromEntries(told)).toEqual({
    [keyText(seen)]: 'seen',
    [keyText(deleted)]: 'unknown',
    [keyText(ofClosed)]: 'closed-profile',
    [keyText(ofGone)]: 'no-such-owner',
    [keyText(inClosed)]: 'closed-community',
    [keyText(inGone)]: 'no-such-owner',
    '999_1': 'no-such-owner',
    '-999_1': 'no-such-owner',
  });
  expect(troubles.size).toBe(0);
  expect(methods()).toEqual(['wall.getById', 'users.get', 'groups.getById']);
});

test('asks no more often than it must: 100 a call, each post once', async () => {
  const keys = publish(250);
  const { looks } = await reader.look([...keys, ...keys]);
  expect(looks.size).toBe(250);
  expect(methods()).toEqual(['wall.getById', 'wall.getById', 'wall.getById']);
  expect(await reader.look([])).toEqual({ looks: new Map(), troubles: new Map() });
});

test('keeps the pace of its token', async () => {
  await sandbox.stop();
  await start({ perSecond: 20, callsPerSecond: 20 });
  const { looks, troubles } = await reader.look(publish(2500));
  expect([looks.size, troubles.size]).toEqual([2500, 0]);
  expect(sandbox.ledger.calls.filter((call) => !call.ok)).toEqual([]);
  expect(methods()).toHaveLength(25);
});

test.each([
  ['vk-6', 'rate', { kind: 'tooMany' }],
  ['vk-29', 'rate', { kind: 'error', code: 29 }],
  ['vk-9', 'rate', { kind: 'error', code: 9 }],
  ['vk-5', 'token', { kind: 'error', code: 5 }],
  ['vk-27', 'token', { kind: 'error', code: 27 }],
  ['vk-10', 'passing', { kind: 'error', code: 10 }],
  ['vk-3', 'ours', { kind: 'error', code: 3 }],
  ['network ECONNRESET', 'network', { kind: 'lostAnswer' }],
  ['network ECONNRESET', 'network', { kind: 'dropped' }],
  ['network no-json', 'network', { kind: 'serverError' }],
] as const)('%s is a trouble (%s), and never makes a post gone', async (code, kind, fault) => {
  const [present, deleted] = publish(2);
  if (!present || !deleted) throw new Error('no posts');
  sandbox.vk.walls.remove(deleted);
  sandbox.faults.add({ ...fault, method: 'wall.getById' });
  const { looks, troubles } = await reader.look([present, deleted]);
  expect(looks.size).toBe(0);
  expect([...troubles.values()]).toMatchObject([
    { code, kind },
    { code, kind },
  ]);
  expect([...troubles.values()].every((one) => one.retryAfterMs > 0)).toBe(true);
  sandbox.faults.clear();
  expect((await reader.look([present])).looks.get(keyText(present))?.kind).toBe('seen');
});

test('what came before a failed call is kept, and after a refusal for haste nothing more is asked', async () => {
  const keys = publish(1000);
  sandbox.faults.add({ kind: 'error', code: 29, method: 'wall.getById', calls: [3] });
  const { looks, troubles } = await reader.look(keys);
  expect(looks.size + troubles.size).toBe(1000);
  expect(looks.size).toBeGreaterThanOrEqual(200);
  expect(troubles.size).toBeGreaterThanOrEqual(100);
  expect(new Set([...troubles.values()].map((one) => one.code))).toEqual(new Set(['vk-29']));
  expect(methods().length).toBeLessThan(10);
});

test("VK's own trouble with one call leaves the other calls alone", async () => {
  sandbox.faults.add({ kind: 'error', code: 10, method: 'wall.getById', calls: [2] });
  const { looks, troubles } = await reader.look(publish(1000));
  expect([looks.size, troubles.size]).toEqual([900, 100]);
});

test('where nobody can tell why a post is absent, it is a trouble and not gone', async () => {
  const [present, deleted] = publish(2);
  if (!present || !deleted) throw new Error('no posts');
  sandbox.vk.walls.remove(deleted);
  sandbox.faults.add({ kind: 'tooMany', method: 'users.get' });
  const { looks, troubles } = await reader.look([present, deleted]);
  expect([...looks.keys()]).toEqual([keyText(present)]);
  expect(troubles.get(keyText(deleted))).toMatchObject({ code: 'vk-6' });
});

test.each([
  [30, 'closed-profile'],
  [18, 'no-such-owner'],
] as const)('a call that VK refuses for one post (%i) is halved until it is found', async (code, why) => {
  const keys = publish(4);
  const [first, second] = keys;
  if (!first || !second) throw new Error('no posts');
  // The whole, its first half, and in it the first alone.
  sandbox.faults.add({ kind: 'error', code, method: 'wall.getById', calls: [1, 2, 3] });
  const { looks, troubles } = await reader.look(keys);
  expect(troubles.size).toBe(0);
  expect(looks.get(keyText(first))).toEqual({ kind: 'gone', why });
  expect([...looks.values()].filter((look) => look.kind === 'seen')).toHaveLength(3);
});

test.each([15, 100])('%i is believed only where the owner is the reason', async (code) => {
  const [post] = publish(1);
  if (!post) throw new Error('no post');
  sandbox.faults.add({ kind: 'error', code, method: 'wall.getById' });
  expect(await lookAt(post)).toMatchObject({ code: `vk-${code}` });
  sandbox.vk.walls.closeProfile(anna);
  expect(await lookAt(post)).toEqual({ kind: 'gone', why: 'closed-profile' });
});

test('while nothing listens it is a trouble', async () => {
  const [post] = publish(1);
  await sandbox.stop();
  expect(post && (await lookAt(post))).toMatchObject({ code: 'network ECONNREFUSED', kind: 'network' });
});

test.each([
  ['no list', { response: 5 }],
  ['items without ids', { response: { items: [{ text: 'Чей?' }] } }],
  ['a post without a date', { response: { items: [{ id: 1, owner_id: 1, from_id: 1 }] } }],
  ['nothing', {}],
])('an answer that is not understood (%s) makes nothing gone', async (_, body) => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const other = createVkPostReader({ serviceToken: 'a', apiRoot, callsPerSecond: 20 });
  const { looks, troubles } = await other.look([{ ownerId: 1, postId: 1 }]);
  expect([looks.size, troubles.size]).toEqual([0, 1]);
  server.closeAllConnections();
  server.close();
});

test('VK may say itself that a post is deleted', async () => {
  const items = [{ id: 1, owner_id: 1, is_deleted: true }];
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ response: { items } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const other = createVkPostReader({ serviceToken: 'a', apiRoot, callsPerSecond: 20 });
  const { looks } = await other.look([{ ownerId: 1, postId: 1 }]);
  expect(looks.get('1_1')).toEqual({ kind: 'gone', why: 'deleted' });
  server.closeAllConnections();
  server.close();
});

test('searches a hashtag page by page within the time', async () => {
  const { walls } = sandbox.vk;
  const at = (minute: number) => new Date(Date.UTC(2022, 2, 10, 0, minute));
  for (let index = 0; index < 201; index += 1) walls.publish(anna, { text: '#МойНаставник', at: at(index) });
  walls.publish(anna, { text: '#мойнаставник2', at: at(5) });
  walls.publish(anna, { text: '#мойнаставник', at: at(500) });
  const range = { from: at(0), to: at(400) };
  const first = await reader.search('мойнаставник', { ...range, startFrom: null });
  if (first.kind !== 'page') throw new Error(first.trouble.code);
  expect(first.page.posts).toHaveLength(200);
  const second = await reader.search('#мойнаставник', { ...range, startFrom: first.page.next });
  expect(second).toMatchObject({ kind: 'page', page: { posts: [{ publishedAt: at(0) }], next: null } });
});

test('reads a community wall page by page, and tells where it may not', async () => {
  const { walls, groupId } = sandbox.vk;
  publish(101, -groupId);
  const first = await reader.wall(groupId, { offset: 0, count: 500 });
  if (first.kind !== 'page') throw new Error(first.trouble.code);
  expect([first.page.posts.length, first.page.next]).toEqual([100, 100]);
  const rest = await reader.wall(groupId, { offset: 100, count: 100 });
  expect(rest).toMatchObject({ page: { posts: [{ fromId: -groupId }], next: null } });
  walls.addCommunity({ id: 5, name: 'Школа', closed: true });
  expect(await reader.wall(5, { offset: 0, count: 100 })).toMatchObject({ trouble: { code: 'vk-15' } });
  sandbox.faults.add({ kind: 'lostAnswer' });
  expect(await reader.search('опыт', { from: now, to: now, startFrom: null })).toMatchObject({
    trouble: { kind: 'network' },
  });
});
