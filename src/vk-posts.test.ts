import { afterEach, beforeEach, expect, test } from 'vitest';
import type { VkConfig } from './config.ts';
import { keyText } from './domain/posts/post.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';
import { createVkPosts } from './vk-posts.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.stop());

function config(changed: Partial<VkConfig> = {}): VkConfig {
  const { token, serviceToken, userToken, groupId, apiRoot } = sandbox.vk;
  const usual = { updates: 'polling', webhookSecret: null, confirmation: null } as const;
  return { ...usual, token, groupId, apiRoot, serviceToken, serviceCallsPerSecond: 3, userToken, ...changed };
}

test('what was posted on the wall is read from it', async () => {
  const posts = createVkPosts(config());
  const sent = await posts?.poster?.post({ text: 'Конкурс открыт', guid: '1' });
  if (sent?.kind !== 'sent') throw new Error(JSON.stringify(sent));
  const seen = await posts?.reader?.look([sent.key]);
  expect(seen?.looks.get(keyText(sent.key))).toMatchObject({ post: { text: 'Конкурс открыт' } });
});

test('each needs a token of its own', () => {
  expect(createVkPosts(null)).toBeNull();
  expect(createVkPosts(config({ serviceToken: null, userToken: null }))).toBeNull();
  expect(createVkPosts(config({ serviceToken: null }))?.reader).toBeNull();
  expect(createVkPosts(config({ userToken: null }))?.poster).toBeNull();
});
