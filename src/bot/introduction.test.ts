import { expect, test } from 'vitest';
import { createIntroduction } from './introduction.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

function platform(failures: number) {
  const asked: string[] = [];
  return {
    asked,
    messenger: {
      platform: 'telegram',
      async link(secret: string) {
        asked.push('link');
        if (asked.length <= failures) throw new Error('unreachable');
        return `https://t.me/city_bot?start=${secret}`;
      },
      async openWebhook(url: string) {
        asked.push(url);
      },
    },
  };
}

test('a bot that can’t reach its platform asks again until it knows its own link', async () => {
  const { messenger, asked } = platform(2);
  let resolve = (_link: string) => {};
  const promise = new Promise<string>((done) => {
    resolve = done;
  });
  const remember = async (_: string, link: string) => resolve(link);
  const introduction = createIntroduction({ messenger, remember, webhookUrl: null, log, retryMs: 1 });
  introduction.start();
  expect(await promise).toBe('https://t.me/city_bot?start=');
  await introduction.stop();
  expect(asked).toEqual(['link', 'link', 'link']);
});

test('a bot that is to be called says where', async () => {
  const { messenger, asked } = platform(0);
  const url = 'https://city.example/hooks/telegram';
  const introduction = createIntroduction({ messenger, remember: async () => {}, webhookUrl: url, log });
  introduction.start();
  await expect.poll(() => asked).toEqual(['link', url]);
  await introduction.stop();
});

test('stopping does not wait for a platform out of reach', async () => {
  const { messenger } = platform(Number.POSITIVE_INFINITY);
  const introduction = createIntroduction({ messenger, remember: async () => {}, webhookUrl: null, log });
  introduction.start();
  await introduction.stop();
});

test('stopping does not wait for a platform that says nothing', async () => {
  const introduction = createIntroduction({
    messenger: {
      platform: 'telegram',
      link: () => new Promise(() => undefined),
      openWebhook: async () => undefined,
    },
    remember: async () => undefined,
    webhookUrl: null,
    log,
  });
  introduction.start();
  await introduction.stop();
});
