import { createPusher, isLoopbackUrl, type Pusher } from '../pusher.ts';
import { VkRefusal } from './refusal.ts';

export type CallbackServer = { url: string; secret?: string; retryMs?: number };

/** Asks the address for the confirmation string, as VK does before it sends anything; throws when it answers otherwise. */
export async function openCallback<T extends Record<string, unknown>>(
  server: CallbackServer,
  confirmation: { event: Record<string, unknown>; expected: string },
): Promise<Pusher<T>> {
  if (!isLoopbackUrl(server.url)) throw new VkRefusal(100, 'url: the stand-in calls this machine only');
  const { text } = await post(server, confirmation.event, 0);
  if (text.trim() !== confirmation.expected)
    throw new VkRefusal(100, `the server confirmed by ${text.slice(0, 50)}`);
  return createPusher<T>({
    retryMs: server.retryMs ?? 1000,
    post: async (event, attempt) => {
      const answer = await post(server, event, attempt);
      const taken = answer.status === 200 && answer.text.trim().toLowerCase() === 'ok';
      return { taken, ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }) };
    },
  });
}

async function post(server: CallbackServer, event: Record<string, unknown>, attempt: number) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(attempt > 0 && { 'x-retry-counter': String(attempt) }),
    },
    body: JSON.stringify({ ...event, ...(server.secret !== undefined && { secret: server.secret }) }),
    signal: AbortSignal.timeout(10_000),
  });
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    status: response.status,
    text: await response.text(),
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined,
  };
}
