import { z } from 'zod';
import { type PollOptions, PollTrouble } from '../messenger.ts';
import { unlessStopped } from '../unless-stopped.ts';
import type { VkCall, VkResult } from './calls.ts';
import { alarming } from './outcome.ts';
import type { rawEventOf } from './read-event.ts';

const longPollSeconds = 25;
/** VK's words "begin anew" so many times in a row are trouble, not routine. */
const mostFailures = 5;

type PollDeps = {
  call: VkCall;
  groupId: number;
  eventOf(event: unknown): ReturnType<typeof rawEventOf>;
  poll: PollOptions;
};

const ts = z.union([z.string(), z.number()]).transform(String);
const serverSchema = z.object({ key: z.string(), server: z.string(), ts });
const cursorSchema = z.object({ ts });
const answerSchema = z.union([
  z.object({ failed: z.number(), ts: ts.optional() }),
  z.object({ ts, updates: z.array(z.unknown()) }),
]);

/**
 * `ts` stands in a row and moves only after the events before it are committed, so a restart goes on where it was
 * left. Of VK's failures 1 (too old) and 3 lose what VK no longer has; 2 changes the key and loses nothing.
 */
export async function pollVk({ call, groupId, eventOf, poll }: PollDeps): Promise<void> {
  const { sink, cursor, heard, signal, log } = poll;
  const newServer = async () => serverOf(await call('groups.getLongPollServer', { group_id: groupId }));
  try {
    let server = await unlessStopped(newServer(), signal);
    const kept = cursorSchema.safeParse(await cursor.read()).data?.ts;
    // Kept at once: what is said before the first event of this run must not fall between two runs.
    if (kept === undefined) await cursor.write({ ts: server.ts });
    let at = kept ?? server.ts;
    let failures = 0;
    while (!signal.aborted) {
      const answer = await ask(server, at, signal);
      if ('updates' in answer) {
        const events = answer.updates.map(eventOf).filter((event) => event !== null);
        if (events.length > 0) await sink(events);
        if (answer.ts !== at) await cursor.write({ ts: answer.ts });
        at = answer.ts;
        failures = 0;
        heard();
        continue;
      }
      failures += 1;
      if (failures > mostFailures) throw new PollTrouble('passing', `vk-failed-${answer.failed}`);
      if (answer.failed !== 2) log.warn({ failed: answer.failed }, 'VK no longer has all events');
      if (answer.failed !== 1) server = await unlessStopped(newServer(), signal);
      if (answer.failed === 1) at = answer.ts ?? at;
      else if (answer.failed !== 2) at = server.ts;
      await cursor.write({ ts: at });
    }
  } catch (error) {
    if (!signal.aborted) throw error instanceof PollTrouble ? error : inboxTrouble(error);
  }
}

async function ask({ server, key }: z.infer<typeof serverSchema>, at: string, signal: AbortSignal) {
  const query = new URLSearchParams({ act: 'a_check', key, ts: at, wait: String(longPollSeconds) });
  const address = /^https?:/.test(server) ? server : `https://${server}`;
  let body: unknown;
  try {
    const patience = AbortSignal.timeout((longPollSeconds + 15) * 1000);
    const response = await fetch(`${address}?${query}`, { signal: AbortSignal.any([signal, patience]) });
    body = await response.json();
  } catch (error) {
    // The error may quote the address, and with it the key.
    throw new PollTrouble('passing', `network ${error instanceof Error ? error.name : 'error'}`);
  }
  const answer = answerSchema.safeParse(body);
  if (!answer.success) throw new PollTrouble('passing', 'answer-not-understood');
  return answer.data;
}

function serverOf(result: VkResult): z.infer<typeof serverSchema> {
  if (result.kind === 'network') throw new PollTrouble('passing', `network ${result.trouble.code}`);
  if (result.kind === 'refusal') {
    throw new PollTrouble(alarming.has(result.code) ? 'token' : 'passing', `vk-${result.code}`);
  }
  const server = serverSchema.safeParse(result.response);
  if (!server.success) throw new PollTrouble('passing', 'answer-not-understood');
  return server.data;
}

function inboxTrouble(error: unknown): PollTrouble {
  return new PollTrouble('passing', `inbox ${error instanceof Error ? error.name : 'error'}`);
}
