import type { Pusher } from '../pusher.ts';
import type { SavedVk } from '../saved.ts';
import type { World } from '../world.ts';
import { type CallbackServer, openCallback } from './callback.ts';
import { freshEventTypes } from './event-types.ts';
import { createHistory, createSleepers, type Numbered } from './history.ts';
import { flag, type Params } from './params.ts';

export const apiVersion = '5.199';

export type VkEvent = {
  type: string;
  object: Record<string, unknown>;
  group_id: number;
  event_id: string;
  v: string;
};

const notEvents = ['group_id', 'enabled', 'api_version', 'access_token', 'v', 'lang'];

const longestWaitS = 90;

/** Of the events that nobody has fetched, so many wait for the next run. */
const keptEvents = 1000;

export type Events = ReturnType<typeof createEvents>;

/** The community's events: kept for the long poll, and pushed to the Callback API server when one is set. */
export function createEvents(
  world: World,
  options: { groupId: number; historyLength: number; confirmation: string },
  before: SavedVk | undefined,
) {
  const { groupId } = options;
  const enabled = { ...freshEventTypes(), ...before?.enabled };
  const longPoll = createLongPoll(world, options, before);
  let pusher: Pusher<VkEvent> | undefined;
  world.onStop.on(() => pusher?.stop());

  return {
    getLongPollServer: longPoll.server,
    check: longPoll.check,
    fail: longPoll.fail,
    getLongPollSettings: () => ({ api_version: apiVersion, is_enabled: true, events: { ...enabled } }),
    setLongPollSettings(params: Params): number {
      for (const name of Object.keys(params)) {
        if (!notEvents.includes(name)) enabled[name] = flag(params, name) ? 1 : 0;
      }
      return 1;
    },
    push(type: string, object: Record<string, unknown>): void {
      if (enabled[type] !== 1) return;
      const event_id = (longPoll.lastTs() + 1).toString(16).padStart(40, '0');
      const event: VkEvent = { group_id: groupId, type, event_id, v: apiVersion, object };
      world.onUpdate.emit({ platform: 'vk', update: event });
      longPoll.push(event);
      pusher?.push(event);
    },
    /** Confirms the address as VK does, then sends it every event from now on; throws when it does not confirm. */
    async setCallbackServer(server: CallbackServer | undefined): Promise<void> {
      pusher?.stop();
      pusher = undefined;
      if (!server) return;
      const event = { type: 'confirmation', group_id: groupId, v: apiVersion };
      pusher = await openCallback<VkEvent>(server, { event, expected: options.confirmation });
    },
    lastTs: longPoll.lastTs,
    save: () => ({ enabled: { ...enabled }, ...longPoll.save() }),
  };
}

function createLongPoll(
  world: World,
  options: { groupId: number; historyLength: number },
  before: SavedVk | undefined,
) {
  const history = createHistory<VkEvent>(
    options.historyLength,
    world.firstId,
    before && { forgottenTs: before.fetchedTs, events: before.events },
  );
  /** Whoever asks for what comes after `ts` has what came before it. */
  let fetchedTs = history.oldestTs();
  const sleepers = createSleepers();
  let keyNumber = 1;
  let forced: (1 | 2 | 3)[] = [];
  world.onStop.on(sleepers.wake);
  const key = () => `key-${world.firstId}-${keyNumber}`;

  function answer(given: { key: string; ts: number }): Record<string, unknown> {
    const code = forced.shift();
    const outdated = { failed: 1, ts: String(history.oldestTs()) };
    if (code !== undefined) return code === 1 ? outdated : { failed: code };
    if (given.key !== key()) return { failed: 2 };
    if (!Number.isInteger(given.ts) || given.ts > history.ts()) return { failed: 3 };
    const updates = history.after(given.ts);
    if (!updates) return outdated;
    fetchedTs = Math.max(fetchedTs, given.ts);
    return { ts: String(history.ts()), updates: updates.map((one) => one.event) };
  }

  return {
    server: () => ({
      key: key(),
      server: `${world.url()}/vk/longpoll/${options.groupId}`,
      ts: String(history.ts()),
    }),
    lastTs: history.ts,
    push(event: VkEvent): void {
      history.push(event);
      sleepers.wake();
    },
    /** One `a_check`: events after `ts`, waiting for one. */
    async check(query: Record<string, string>, gone: AbortSignal): Promise<Record<string, unknown>> {
      const given = { key: query.key ?? '', ts: Number(query.ts) };
      const waitS = Math.min(longestWaitS, Number(query.wait ?? 25));
      const idle = given.ts === history.ts() && given.key === key() && forced.length === 0;
      if (idle && waitS > 0) await sleepers.sleep(waitS * 1000, gone);
      return answer(given);
    },
    /** The next long polls answer `failed` so; 2 and 3 also change the key, 1 and 3 lose the events kept so far. */
    fail(...codes: (1 | 2 | 3)[]): void {
      forced = [...forced, ...codes];
      if (codes.some((code) => code !== 1)) keyNumber += 1;
      if (codes.some((code) => code !== 2)) history.forget();
      sleepers.wake();
    },
    save(): { fetchedTs: number; events: Numbered<VkEvent>[] } {
      const after = history.after(Math.max(fetchedTs, history.oldestTs())) ?? [];
      const events = after.slice(-keptEvents);
      const lost = after[after.length - events.length - 1];
      return { fetchedTs: lost?.ts ?? Math.max(fetchedTs, history.oldestTs()), events };
    },
  };
}
