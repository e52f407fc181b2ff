import { createPusher } from '../pusher.ts';
import type { Update } from './updates.ts';

export type Webhook = ReturnType<typeof createWebhook>;

/** Posts updates to the bot's address, telling of each one that was taken or refused. */
export function createWebhook(options: {
  url: string;
  secret: string | undefined;
  retryMs: number;
  onTaken: (update: Update) => void;
  onRefused: (what: string) => void;
}) {
  const { url, secret } = options;
  const pusher = createPusher<Update>({
    retryMs: options.retryMs,
    post: async (update) => {
      const status = await postUpdate(url, secret, update).catch(() => 0);
      const taken = status >= 200 && status < 300;
      if (taken) options.onTaken(update);
      else
        options.onRefused(status === 0 ? 'Connection refused' : `Wrong response from the webhook: ${status}`);
      return { taken };
    },
  });
  return { url, push: pusher.push, stop: pusher.stop };
}

async function postUpdate(url: string, secret: string | undefined, update: Update): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
    },
    body: JSON.stringify(update),
    signal: AbortSignal.timeout(10_000),
  });
  await response.arrayBuffer();
  return response.status;
}
