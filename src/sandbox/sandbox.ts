import { performance } from 'node:perf_hooks';
import { createChats } from './chats.ts';
import type { SandboxControl } from './control.ts';
import { createFaults, type FaultRule } from './faults.ts';
import { createFiles, type StoredFile } from './files.ts';
import { createKeeper } from './keeper.ts';
import { createLedger } from './ledger.ts';
import { routePage } from './page-server.ts';
import { createPeople } from './people.ts';
import { writeSaved } from './saved.ts';
import { savedFile } from './saved-chats.ts';
import { createServer } from './server.ts';
import { createSignal } from './signal.ts';
import type { Kept } from './store.ts';
import { createTelegram, type TelegramOptions } from './telegram/telegram.ts';
import { createVk, type VkOptions } from './vk/vk.ts';
import type { GivenUpdate, World } from './world.ts';

export type SandboxOptions = {
  host?: '127.0.0.1';
  /** 0 or nothing: any free port. */
  port?: number;
  /** The date that people see on messages. */
  now?: () => Date;
  /** Milliseconds for limits and expiries; must not jump. */
  elapsed?: () => number;
  /**
   * Ids of updates, events and messages begin after this. Unless given it grows with real time, so that a bot which remembers
   * an earlier run never meets one of its ids again.
   */
  firstId?: number;
  telegram?: TelegramOptions;
  vk?: VkOptions;
  faults?: readonly FaultRule[];
  seed?: number;
  /** `counts` keeps no parameters and answers: for long runs. */
  record?: 'bodies' | 'counts';
  /**
   * A folder that keeps the chats for the next run: messages, buttons, files and what the bot has not fetched. Unless given
   * the disk is not touched. Changes are written within a second.
   */
  folder?: string;
  /** Told when the folder cannot be read or written; by default a warning of the process. */
  warn?: (words: string) => void;
  /** Serves the page with all chats at the sandbox's own address; on unless false. */
  page?: boolean;
  control?: SandboxControl;
};

/** A crash may lose the last ids of a run: the next one begins so far beyond the last that it knows of. */
const lostIds = 1000;

export type Sandbox = Awaited<ReturnType<typeof createSandbox>>;

/** Starts stand-ins for Telegram and VK on this machine, with people whose phones a program or a page can use. */
export async function createSandbox(options: SandboxOptions = {}) {
  const host: string = options.host ?? '127.0.0.1';
  if (host !== '127.0.0.1') throw new Error('the sandbox listens on 127.0.0.1 only');
  const warn = options.warn ?? ((words) => process.emitWarning(words));
  const keeper = options.folder === undefined ? undefined : createKeeper(options.folder, warn);
  const kept = (await keeper?.read()) ?? null;
  let url = '';
  const world = createWorld(options, kept, () => url);
  const app = createServer();
  // Before the routes: whatever the bot does may change what is kept.
  if (keeper) app.addHook('onResponse', async () => keeper.touch());
  const telegram = createTelegram(world, app, options.telegram ?? {}, kept?.saved.telegram);
  const vk = createVk(world, app, options.vk ?? {}, kept?.saved.vk);
  const people = createPeople(world.chats, { telegram: telegram.gesturesOf, vk: vk.gesturesOf });
  if (options.page !== false) routePage(world, app, { people: people.all, control: options.control });
  url = await app.listen({ host, port: options.port ?? 0 });
  if (keeper) {
    keeper.begin(() => take(world, telegram, vk));
    world.chats.changes.on(keeper.touch);
    world.onUpdate.on(keeper.touch);
    vk.onWallChange(keeper.touch);
  }

  return {
    url,
    telegram: {
      /** grammY's `client.apiRoot`. */
      apiRoot: `${url}/telegram`,
      token: telegram.token,
      username: telegram.username,
      pendingUpdates: telegram.updates.pending,
      /** An update of any kind, for what people in the sandbox cannot do. */
      push: telegram.updates.push,
    },
    vk: {
      /** What stands in front of `/method/…`; vk-io's `apiBaseUrl` is this with `/method`. */
      apiRoot: `${url}/vk`,
      token: vk.token,
      serviceToken: vk.serviceToken,
      userToken: vk.userToken,
      /** What people and communities do on their walls. */
      walls: vk.walls,
      groupId: vk.groupId,
      screenName: vk.screenName,
      confirmation: vk.confirmation,
      setCallbackServer: vk.events.setCallbackServer,
      failLongPoll: vk.events.fail,
      push: vk.events.push,
    },
    people,
    chats: world.chats,
    ledger: world.ledger,
    faults: world.faults,
    onCall: world.ledger.onCall.on,
    onUpdate: world.onUpdate.on,
    async stop(): Promise<void> {
      world.onStop.emit(undefined);
      await app.close();
      await keeper?.stop();
    },
  };
}

function createWorld(options: SandboxOptions, kept: Kept | null, url: () => string): World {
  const now = options.now ?? (() => new Date());
  const elapsed = options.elapsed ?? (() => performance.now());
  const files = createFiles(kept?.files);
  const freshId = options.firstId ?? Math.floor(Date.now() / 1000) - 1_700_000_000;
  const firstId = kept ? Math.max(freshId, kept.saved.lastId + lostIds) : freshId;
  return {
    now,
    elapsed,
    url,
    firstId,
    chats: createChats({ now, elapsed, firstId, files }, kept?.saved.chats),
    files,
    ledger: createLedger({ bodies: options.record !== 'counts', elapsed }),
    faults: createFaults(options.faults ?? [], options.seed ?? 1),
    onUpdate: createSignal<GivenUpdate>(),
    onStop: createSignal<undefined>(),
  };
}

function take(
  world: World,
  telegram: ReturnType<typeof createTelegram>,
  vk: ReturnType<typeof createVk>,
): { state: string; files: StoredFile[] } {
  const files = world.files.kept();
  const state = writeSaved({
    lastId: Math.max(world.chats.lastId(), telegram.updates.lastId(), vk.lastId()),
    files: files.map(savedFile),
    chats: world.chats.save(),
    telegram: telegram.updates.save(),
    vk: vk.save(),
  });
  return { state, files };
}
