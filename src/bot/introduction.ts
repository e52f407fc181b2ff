import { setTimeout as pause } from 'node:timers/promises';
import { faultOf } from '../domain/delivery/fault.ts';
import type { Log } from '../domain/log.ts';
import type { Messenger } from './messenger.ts';
import { unlessStopped } from './unless-stopped.ts';

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
        // A silent platform holds a call for a minute: nobody who stops us waits for that.
        await remember(platform, await unlessStopped(messenger.link(''), stopping.signal));
        if (webhookUrl !== null) await unlessStopped(messenger.openWebhook(webhookUrl), stopping.signal);
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
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
