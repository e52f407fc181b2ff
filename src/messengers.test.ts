import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { namingBy } from './messengers.ts';

const bot = { TELEGRAM_BOT_TOKEN: '1:x', PUBLIC_URL: 'https://nastavnik.example' };

test.each([
  ['chat', { ...bot, TELEGRAM_PERSONAL_DATA: 'chat' }, true],
  ['page', { ...bot, TELEGRAM_PERSONAL_DATA: 'page' }, false],
  ['nothing, as in a process without the bot', {}, false],
])('where Telegram is set to %s, its messages may or may not name others', (_words, environment, may) => {
  const mayNameOthers = namingBy(readConfig(environment));
  expect(mayNameOthers('telegram')).toBe(may);
  expect(mayNameOthers('vk')).toBe(true);
});
