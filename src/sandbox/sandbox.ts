import { performance } from 'node:perf_hooks';
import { createChats } from './chats.ts';
import type { SandboxControl } from './control.ts';
import { createFaults, type FaultRule } from './faults.ts';
import { createFiles } from './files.ts';
import { createLedger } from './ledger.ts';
import { routePage } from './page-server.ts';
import { createPeople } from './people.ts';
import { createServer } from './server.ts';
import { createSignal } from './signal.ts';
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
  /** Serves the page with all chats at the sandbox's own address; on unless false. */
  page?: boolean;
  control?: SandboxControl;
};

export type Sandbox = Awaited<ReturnType<typeof createSandbox>>;

/** Starts stand-ins for Telegram and VK on this machine, with people whose phones a program or a page can use. */
export async function createSandbox(options: SandboxOptions = {}) {
  const host: string = options.host ?? '127.0.0.1';
  if (host !== '127.0.0.1') throw new Error('the sandbox listens on 127.0.0.1 only');
  const now = options.now ?? (() => new Date());
  const elapsed = options.elapsed ?? (() => performance.now());
  const app = createServer();
  const firstId = options.firstId ?? Math.floor(Date.now() / 1000) - 1_700_000_000;
  let url = '';
  const world: World = {
    now,
    elapsed,
    url: () => url,
    firstId,
    chats: createChats(now, firstId),
    files: createFiles(),
    ledger: createLedger({ bodies: options.record !== 'counts', elapsed }),
    faults: createFaults(options.faults ?? [], options.seed ?? 1),
    onUpdate: createSignal<GivenUpdate>(),
    onStop: createSignal<undefined>(),
  };
  const telegram = createTelegram(world, app, options.telegram ?? {});
  const vk = createVk(world, app, options.vk ?? {});
  const people = createPeople(world.chats, { telegram: telegram.gesturesOf, vk: vk.gesturesOf });
  if (options.page !== false) routePage(world, app, { people: people.all, control: options.control });
  url = await app.listen({ host, port: options.port ?? 0 });

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
    },
  };
}
