import { setTimeout as pause } from 'node:timers/promises';
import { faultOf } from '../domain/delivery/fault.ts';
import type { Log } from '../domain/log.ts';
import type { Messenger } from './messenger.ts';

type IntroductionDeps = {
  messenger: Pick<Messenger, 'platform' | 'link' | 'openWebhook'>;
  /** Keeps how the bot's deep links begin, for whoever invites people. */
  remember(platform: string, linkStart: string): Promise<void>;
  /** Where the platform shall call us; `null`: it is polled. */
  webhookUrl: string | null;
  log: Log;
  retryMs?: number;
};

/**
 * What a bot settles with its platform when it starts: its own address for links, and where it wants to be called. The
 * platform may be out of reach just then; nothing else waits for it.
 */
export function createIntroduction(deps: IntroductionDeps) {
  const { messenger, remember, webhookUrl, log, retryMs = 30_000 } = deps;
  const { platform } = messenger;
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  async function introduce(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await remember(platform, await messenger.link(''));
        if (webhookUrl !== null) await messenger.openWebhook(webhookUrl);
        return;
      } catch (error) {
        log.warn(
          { platform, ...faultOf(error) },
          'The platform could not be asked about this bot, it will be again',
        );
        await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  return {
    start() {
      running ??= introduce();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
