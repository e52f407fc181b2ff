import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conform } from '../../../test/schemas/conform.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox.ts';

const now = new Date('2022-03-18T08:30:00Z');
const quick = { perSecond: 1000, servicePerSecond: 1000, userPerSecond: 1000 };

let sandbox: Sandbox;
let conformity: ReturnType<typeof conform>;
let anna: number;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'walls-'));
  await start({ vk: { limits: quick } });
});
afterEach(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
  conformity.verify();
});

async function start(options: SandboxOptions): Promise<void> {
  sandbox = await createSandbox({ now: () => now, ...options });
  conformity = conform(sandbox, { calls: false });
  anna = sandbox.people.add({ key: 'anna', name: 'Анна Лебедева' }).vk.chat.accountId;
}

type Token = 'token' | 'serviceToken' | 'userToken';
type Answer = {
  response?: { items: Record<string, unknown>[]; count?: number; next_from?: string; post_id?: number };
  error?: { error_code: number };
};

async function call(method: string, params: Record<string, string | number>, token: Token = 'serviceToken') {
  const given = Object.entries(params).map(([key, value]): [string, string] => [key, String(value)]);
  const body = new URLSearchParams([...given, ['access_token', sandbox.vk[token]], ['v', '5.199']]);
  const answer = await fetch(`${sandbox.vk.apiRoot}/method/${method}`, { method: 'POST', body });
  return (await answer.json()) as Answer;
}

const codeOf = async (...given: Parameters<typeof call>) => (await call(...given)).error?.error_code;
const idsOf = ({ response }: Answer) => response?.items.map((item) => item.id);
const byId = async (...posts: { ownerId: number; postId: number }[]) =>
  (await call('wall.getById', { posts: posts.map((one) => `${one.ownerId}_${one.postId}`).join(',') }))
    .response?.items ?? [];

it('shows a post with its counters, attachments, changes, original and signature', async () => {
  const { walls, groupId } = sandbox.vk;
  const kinds = ['photo', 'video', 'doc', 'link', 'audio', 'poll'] as const;
  const post = walls.publish(anna, {
    text: 'Мой наставник <3 #мойнаставник',
    attachments: kinds.map((kind) => ({ kind, title: 'Урок' })),
    at: new Date('2022-03-10T10:00:00Z'),
    views: 5,
  });
  walls.grow(post, { likes: 3, views: 10 });
  walls.count(post, { reposts: 2 });
  walls.edit(post, { text: 'Мой наставник & я' }, new Date('2022-03-11T10:00:00Z'));
  walls.mark(post, { ad: true });
  const repost = walls.repost(-groupId, post, { signerId: anna });
  const [seen, again] = await byId(post, repost);
  expect(seen).toMatchObject({
    id: post.postId,
    owner_id: anna,
    from_id: anna,
    text: 'Мой наставник &amp; я',
    date: 1_646_906_400,
    edited: 1_646_992_800,
    marked_as_ads: 1,
    likes: { count: 3 },
    reposts: { count: 2 },
    comments: { count: 0 },
    views: { count: 15 },
    attachments: kinds.map((type) => ({ type })),
  });
  expect(again).toMatchObject({
    owner_id: -groupId,
    signer_id: anna,
    copy_history: [{ id: post.postId, owner_id: anna }],
  });
  expect(again).not.toHaveProperty('views');
});

it('leaves out what is deleted, for friends, behind a closed wall, or of nobody', async () => {
  const { walls } = sandbox.vk;
  const post = walls.publish(anna, { text: 'Видно' });
  const hidden = walls.publish(anna, { text: 'Друзьям', friendsOnly: true });
  const deleted = walls.publish(anna, { text: 'Удалено' });
  walls.remove(deleted);
  walls.addCommunity({ id: 5, name: 'Школа', closed: true });
  const closed = walls.publish(-5, { text: 'Закрыто' });
  const seen = await byId(post, hidden, deleted, closed, { ownerId: 999, postId: 1 });
  expect(seen.map((item) => item.id)).toEqual([post.postId]);
  walls.restore(deleted);
  walls.addCommunity({ id: 5, name: 'Школа' });
  expect((await byId(deleted, closed)).map((item) => item.id)).toEqual([deleted.postId, closed.postId]);
  walls.closeProfile(anna);
  expect(await byId(post)).toEqual([]);
});

it('tells why a wall is closed', async () => {
  const { walls } = sandbox.vk;
  const boris = sandbox.people.add({ key: 'boris', name: 'Борис Немов' }).vk;
  boris.leave();
  walls.closeProfile(anna);
  walls.addCommunity({ id: 5, name: 'Школа', closed: true });
  walls.addCommunity({ id: 6, name: 'Лицей', deactivated: 'banned' });
  const users = await call('users.get', { user_ids: `${anna},${boris.chat.accountId},999` });
  expect(users.response).toMatchObject([
    { id: anna, is_closed: true, can_access_closed: false },
    { id: boris.chat.accountId, deactivated: 'deleted' },
  ]);
  const groups = await call('groups.getById', { group_ids: `${sandbox.vk.groupId},5,6,7` });
  expect(groups.response).toMatchObject({
    groups: [{ is_closed: 0 }, { id: 5, is_closed: 1 }, { id: 6, deactivated: 'banned' }],
  });
  expect(await codeOf('wall.get', { owner_id: anna })).toBe(30);
  expect(await codeOf('wall.get', { owner_id: boris.chat.accountId })).toBe(18);
  expect(await codeOf('wall.get', { owner_id: -5 })).toBe(15);
  expect(await codeOf('wall.get', { owner_id: 999 })).toBe(100);
});

it('pages through a wall, newest first', async () => {
  const { walls, groupId } = sandbox.vk;
  const posts = [1, 2, 3].map((day) =>
    walls.publish(-groupId, { at: new Date(`2022-03-0${day}T00:00:00Z`) }),
  );
  const first = await call('wall.get', { owner_id: -groupId, count: 2 });
  expect(first.response?.count).toBe(3);
  expect(idsOf(first)).toEqual([posts[2]?.postId, posts[1]?.postId]);
  const rest = await call('wall.get', { owner_id: -groupId, count: 2, offset: 2 });
  expect(idsOf(rest)).toEqual([posts[0]?.postId]);
});

it('finds whole hashtags within the time, page by page; the last day unless told', async () => {
  const { walls } = sandbox.vk;
  const old = walls.publish(anna, { text: '#Опыт', at: new Date('2022-03-01T00:00:00Z') });
  const fresh = [1, 2, 3].map((hour) =>
    walls.publish(anna, { text: `Мой #опыт, ${hour}`, at: new Date(`2022-03-18T0${hour}:00:00Z`) }),
  );
  walls.publish(anna, { text: '#опыт2022 и опыт' });
  const range = { start_time: 1_646_000_000, end_time: 1_648_000_000 };
  const first = await call('newsfeed.search', { q: '#опыт', count: 3, ...range });
  expect(idsOf(first)).toEqual(fresh.map((one) => one.postId).reverse());
  const next = { start_from: first.response?.next_from ?? '' };
  const second = await call('newsfeed.search', { q: '#опыт', count: 3, ...range, ...next });
  expect(idsOf(second)).toEqual([old.postId]);
  expect(second.response?.next_from).toBeUndefined();
  expect(idsOf(await call('newsfeed.search', { q: '#опыт' }))).toHaveLength(3);
});

it('posts on the wall of its community with a user token, once for each guid', async () => {
  const { groupId, walls } = sandbox.vk;
  const post = {
    owner_id: -groupId,
    from_group: 1,
    message: 'Конкурс',
    guid: 'c1',
    attachments: 'https://example.org/c',
  };
  const first = await call('wall.post', post, 'userToken');
  const again = await call('wall.post', { ...post, message: 'Ещё раз' }, 'userToken');
  expect(again.response?.post_id).toBe(first.response?.post_id);
  expect(walls.postsOf(-groupId)).toMatchObject([
    { text: 'Конкурс', fromId: -groupId, attachments: [{ kind: 'link', url: 'https://example.org/c' }] },
  ]);
  expect(await codeOf('wall.post', { owner_id: anna, message: 'а' }, 'userToken')).toBe(214);
  expect(await codeOf('wall.post', { owner_id: -groupId }, 'userToken')).toBe(100);
});

it('lets each token call what VK lets it', async () => {
  const read = { owner_id: anna };
  expect(await codeOf('wall.get', read, 'token')).toBe(27);
  expect(await codeOf('wall.post', read, 'token')).toBe(27);
  expect(await codeOf('wall.get', read, 'userToken')).toBeUndefined();
  expect(await codeOf('wall.post', read)).toBe(28);
  expect(await codeOf('execute', { code: 'return 1;' })).toBe(28);
  expect(await codeOf('messages.send', { peer_id: anna }, 'userToken')).toBe(15);
  const code = 'return API.wall.get({"owner_id":1});';
  const packed: unknown = await call('execute', { code }, 'token');
  expect(packed).toMatchObject({ execute_errors: [{ error_code: 27 }] });
});

it('counts the rate of each token by itself', async () => {
  await sandbox.stop();
  await start({ elapsed: () => 0 });
  const codes = async (token: Token) => {
    const found: unknown[] = [];
    for (let at = 0; at < 4; at += 1) found.push(await codeOf('users.get', { user_ids: anna }, token));
    return found;
  };
  expect(await codes('serviceToken')).toEqual([undefined, undefined, undefined, 6]);
  expect(await codes('userToken')).toEqual([undefined, undefined, undefined, 6]);
  expect(await codeOf('users.get', { user_ids: anna }, 'token')).toBeUndefined();
});

it('finds walls, closed profiles and communities again in the next run', async () => {
  await sandbox.stop();
  await start({ folder, vk: { limits: quick } });
  const post = sandbox.vk.walls.publish(anna, { text: 'Остаётся', attachments: [{ kind: 'photo' }] });
  sandbox.vk.walls.addCommunity({ id: 5, name: 'Школа' });
  const [other] = [sandbox.vk.walls.publish(-5, { text: 'И это' })];
  sandbox.vk.walls.closeProfile(810_000_009);
  await sandbox.stop();
  await start({ folder, vk: { limits: quick } });
  expect((await byId(post, other)).map((item) => item.text)).toEqual(['Остаётся', 'И это']);
  expect(sandbox.vk.walls.publish(anna, {}).postId).toBeGreaterThan(other?.postId ?? 0);
});

it('lets a person write on their wall from the page, and share it in one go', async () => {
  const act = await fetch(`${sandbox.url}/page-api/chats/vk:anna/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ act: 'publish', text: 'Мой #опыт' }),
  });
  expect(act.status).toBe(200);
  const [post] = sandbox.vk.walls.postsOf(anna);
  expect(post).toMatchObject({ text: 'Мой #опыт', fromId: anna });
  const said = sandbox.people.get('anna').vk.messages().at(-1);
  expect(said?.attachments).toEqual([{ kind: 'post', ownerId: anna, postId: post?.postId }]);
  await call('utils.getServerTime', {});
});

it('carries a post into the chat, by itself and inside a forwarded message', async () => {
  const { walls } = sandbox.vk;
  const post = walls.publish(anna, { text: 'Мой опыт' });
  const events: unknown[] = [];
  sandbox.onUpdate(({ update }) => void events.push(update));
  const { vk } = sandbox.people.get('anna');
  vk.sendPost(post, { text: 'Вот' });
  vk.sendPost(post, { forwarded: true });
  const wall = { id: post.postId, to_id: anna };
  expect(events).toMatchObject([
    { object: { message: { text: 'Вот', attachments: [{ type: 'wall', wall }] } } },
    { object: { message: { text: '', fwd_messages: [{ attachments: [{ type: 'wall', wall }] }] } } },
  ]);
  const { telegram } = sandbox.people.get('anna');
  expect(() => telegram.sendPost(post)).toThrow('as a link');
  await byId(post);
});
