import { type Api, GrammyError, HttpError } from 'grammy';
import type { Clock } from '../../domain/calendar/clock.ts';
import { type PollOptions, PollTrouble } from '../messenger.ts';
import { networkTrouble } from '../network-trouble.ts';
import { rawEventOf } from './read-update.ts';
import { readUpdateKinds } from './update.ts';

const longPollSeconds = 25;

type PollDeps = { api: Api; clock: Clock; poll: PollOptions };

/** An offset confirms what is below it, so it is only sent once the sink has committed; nothing else is remembered. */
export async function pollTelegram({ api, clock, poll }: PollDeps): Promise<void> {
  const { sink, heard, signal } = poll;
  // The same thing at run time; grammY's types know only the one of its own package.
  const grammySignal = signal as unknown as Parameters<Api['getUpdates']>[1];
  let offset: number | undefined;
  try {
    // A webhook left from another set-up would answer every getUpdates with 409.
    await api.deleteWebhook({}, grammySignal);
    while (!signal.aborted) {
      const updates = await api.getUpdates(
        {
          ...(offset !== undefined && { offset }),
          limit: 100,
          timeout: longPollSeconds,
          allowed_updates: readUpdateKinds,
        },
        grammySignal,
      );
      const events = updates.map((update) => rawEventOf(update, clock)).filter((event) => event !== null);
      if (events.length > 0) await sink(events);
      const last = updates.at(-1);
      if (last) offset = last.update_id + 1;
      heard();
    }
  } catch (error) {
    if (!signal.aborted) throw troubleOf(error);
  }
}

function troubleOf(error: unknown): PollTrouble {
  if (error instanceof GrammyError) {
    const { error_code: code, parameters } = error;
    if (code === 401 || code === 404) return new PollTrouble('token', `telegram-${code}`);
    if (code === 409) return new PollTrouble('rival', 'telegram-409');
    return new PollTrouble('passing', `telegram-${code}`, (parameters.retry_after ?? 0) * 1000);
  }
  if (error instanceof HttpError)
    return new PollTrouble('passing', `network ${networkTrouble(error.error).code}`);
  return new PollTrouble('passing', `inbox ${error instanceof Error ? error.name : 'error'}`);
}
