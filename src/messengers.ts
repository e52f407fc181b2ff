import type { Messenger } from './bot/messenger.ts';
import { createTelegram } from './bot/telegram/telegram.ts';
import { createVk } from './bot/vk/vk.ts';
import type { Config } from './config.ts';
import type { Clock } from './domain/calendar/clock.ts';
import type { FileShelf } from './domain/files/stored-file.ts';
import type { Log } from './domain/log.ts';
import type { MayNameOthers } from './domain/people/channel.ts';

/** The platforms that the settings have tokens for. A further platform is one more entry here. */
export function createMessengers(deps: {
  config: Pick<Config, 'telegram' | 'vk'>;
  files: FileShelf;
  clock: Clock;
  log: Log;
}): Messenger[] {
  const { config, ...shared } = deps;
  const messengers: Messenger[] = [];
  const { telegram, vk } = config;
  if (telegram !== null) {
    messengers.push(
      createTelegram({
        ...shared,
        token: telegram.token,
        ...(telegram.apiRoot !== null && { apiRoot: telegram.apiRoot }),
        ...(telegram.webhookSecret !== null && { webhookSecret: telegram.webhookSecret }),
      }),
    );
  }
  if (vk !== null) {
    const { webhookSecret: secret, confirmation } = vk;
    messengers.push(
      createVk({
        ...shared,
        token: vk.token,
        groupId: vk.groupId,
        ...(vk.apiRoot !== null && { apiRoot: vk.apiRoot }),
        ...(secret !== null && confirmation !== null && { callback: { secret, confirmation } }),
      }),
    );
  }
  return messengers;
}

/**
 * The one place that decides where people may be named. Telegram counts as a foreign messenger: without the operator's
 * word, as in a process that was not given the bot's settings, nobody is.
 */
export function namingBy({ telegram }: Pick<Config, 'telegram'>): MayNameOthers {
  return (platform) => platform !== 'telegram' || telegram?.personalData === 'chat';
}
