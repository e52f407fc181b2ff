import { isLoopbackUrl } from '../pusher.ts';
import type { SavedTelegram } from '../saved.ts';
import type { World } from '../world.ts';
import { unixTime } from '../world.ts';
import { numberOf, type Params, textOf } from './params.ts';
import { createPollSlot } from './poll-slot.ts';
import { badRequest, TelegramRefusal } from './refusal.ts';
import { createWebhook, type Webhook } from './webhook.ts';

export type Update = Record<string, unknown> & { update_id: number };

export type Updates = ReturnType<typeof createUpdates>;

/** Of the updates that nobody has fetched, so many wait for the next run. */
const keptUpdates = 1000;

type Queue = {
  pending: Update[];
  nextId: number;
  /** Kinds the bot asked for; empty for all. */
  allowed: string[];
  webhook?: Webhook;
  lastError?: { at: Date; text: string };
};

/** The bot's queue of updates: fetched by a long poll or pushed to a webhook, never both. */
export function createUpdates(world: World, options: { webhookRetryMs: number }, before?: SavedTelegram) {
  const queue: Queue = {
    pending: before?.pending ?? [],
    nextId: world.firstId + 1,
    allowed: before?.allowed ?? [],
  };
  const slot = createPollSlot();
  world.onStop.on(() => {
    slot.wake();
    queue.webhook?.stop();
  });

  async function getUpdates(params: Params, gone: AbortSignal): Promise<Update[]> {
    if (queue.webhook) {
      throw new TelegramRefusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    allow(queue, params);
    slot.takeOver();
    confirm(queue, numberOf(params, 'offset') ?? 0);
    const timeout = numberOf(params, 'timeout') ?? 0;
    if (queue.pending.length === 0 && timeout > 0) await slot.wait(timeout, gone);
    return queue.pending.slice(0, Math.min(100, Math.max(1, numberOf(params, 'limit') ?? 100)));
  }

  function setWebhook(params: Params): boolean {
    const url = textOf(params, 'url') ?? '';
    if (url !== '' && !isLoopbackUrl(url))
      throw badRequest('bad webhook: the stand-in calls this machine only');
    if (params.drop_pending_updates === true) queue.pending = [];
    queue.webhook?.stop();
    delete queue.webhook;
    if (url === '') return true;
    allow(queue, params);
    queue.webhook = webhookOf(world, queue, url, textOf(params, 'secret_token'), options.webhookRetryMs);
    slot.wake();
    return true;
  }

  return {
    getUpdates,
    setWebhook,
    deleteWebhook: (params: Params): boolean => setWebhook({ ...params, url: '' }),
    getWebhookInfo: () => webhookInfo(queue),
    /** Queues an update unless the bot has asked not to get its kind. */
    push(kind: string, content: Record<string, unknown>): void {
      if (queue.allowed.length > 0 && !queue.allowed.includes(kind)) return;
      const update: Update = { update_id: queue.nextId, [kind]: content };
      queue.nextId += 1;
      queue.pending.push(update);
      world.onUpdate.emit({ platform: 'telegram', update });
      queue.webhook?.push(update);
      slot.wake();
    },
    pending: () => queue.pending.length,
    lastId: () => queue.nextId - 1,
    save: (): SavedTelegram => ({ pending: queue.pending.slice(-keptUpdates), allowed: queue.allowed }),
  };
}

function allow(queue: Queue, params: Params): void {
  if (Array.isArray(params.allowed_updates)) queue.allowed = params.allowed_updates.map(String);
}

/** A negative offset counts from the end of the queue and forgets what is before. */
function confirm(queue: Queue, offset: number): void {
  queue.pending =
    offset < 0 ? queue.pending.slice(offset) : queue.pending.filter((one) => one.update_id >= offset);
}

function webhookOf(
  world: World,
  queue: Queue,
  url: string,
  secret: string | undefined,
  retryMs: number,
): Webhook {
  const webhook = createWebhook({
    url,
    secret,
    retryMs,
    onTaken: (update) => {
      queue.pending = queue.pending.filter((one) => one !== update);
    },
    onRefused: (text) => {
      queue.lastError = { at: world.now(), text };
    },
  });
  for (const update of queue.pending) webhook.push(update);
  return webhook;
}

function webhookInfo(queue: Queue) {
  return {
    url: queue.webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: queue.pending.length,
    ...(queue.lastError && {
      last_error_date: unixTime(queue.lastError.at),
      last_error_message: queue.lastError.text,
    }),
    ...(queue.allowed.length > 0 && { allowed_updates: queue.allowed }),
  };
}
