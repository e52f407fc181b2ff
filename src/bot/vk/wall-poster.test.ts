import { afterEach, beforeEach, expect, test } from 'vitest';
import { conform } from '../../../test/schemas/conform.ts';
import type { WallPoster } from '../../domain/posts/wall-poster.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { createVkWallPoster } from './wall-poster.ts';

let sandbox: Sandbox;
let conformity: ReturnType<typeof conform>;
let poster: WallPoster;

beforeEach(async () => {
  sandbox = await createSandbox();
  conformity = conform(sandbox);
  poster = createVkWallPoster(sandbox.vk);
});
afterEach(async () => {
  await sandbox.stop();
  expect(conformity.violations()).toEqual([]);
});

const announcement = { text: 'Конкурс открыт', link: 'https://example.org/c/1', guid: 'contest-1' };
const wall = () => sandbox.vk.walls.postsOf(-sandbox.vk.groupId);

test('posts in the name of the community', async () => {
  const outcome = await poster.post(announcement);
  const [post] = wall();
  expect(outcome).toEqual({
    kind: 'sent',
    key: { ownerId: -sandbox.vk.groupId, postId: post?.postId },
  });
  expect(post).toMatchObject({
    fromId: -sandbox.vk.groupId,
    text: 'Конкурс открыт',
    attachments: [{ kind: 'link', url: 'https://example.org/c/1' }],
  });
});

test('after a lost answer it is unknown, and the same guid gives no second post', async () => {
  sandbox.faults.add({ kind: 'lostAnswer', calls: [1] });
  expect(await poster.post(announcement)).toEqual({ kind: 'unknown', code: 'network ECONNRESET' });
  expect((await poster.post(announcement)).kind).toBe('sent');
  expect(wall()).toHaveLength(1);
});

test.each([
  [{ kind: 'tooMany' }, { kind: 'later', code: 'vk-6', afterMs: 1000 }],
  [
    { kind: 'error', code: 29 },
    { kind: 'later', code: 'vk-29' },
  ],
  [
    { kind: 'error', code: 10 },
    { kind: 'later', code: 'vk-10' },
  ],
  [
    { kind: 'error', code: 14 },
    { kind: 'later', code: 'vk-14' },
  ],
  [
    { kind: 'error', code: 5 },
    { kind: 'refused', code: 'vk-5' },
  ],
  [
    { kind: 'error', code: 214 },
    { kind: 'refused', code: 'vk-214' },
  ],
  [{ kind: 'serverError' }, { kind: 'unknown', code: 'network no-json' }],
] as const)('%j is told as %j', async (fault, outcome) => {
  sandbox.faults.add(fault);
  expect(await poster.post({ text: 'Конкурс', guid: 'g' })).toMatchObject(outcome);
  expect(wall()).toEqual([]);
});

test('while nothing listens it certainly did not happen', async () => {
  await sandbox.stop();
  expect(await poster.post(announcement)).toMatchObject({ kind: 'later', code: 'network ECONNREFUSED' });
});
