import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Database } from './database/sql.ts';
import { type DemoPerson, demoGuests, demoPeople, demoStart } from './demo/demo-data.ts';
import { openSandboxClock, type SandboxClock } from './demo/sandbox-clock.ts';
import { type Demo, seedDemo } from './demo/seed-demo.ts';
import { createTimeMachine } from './demo/time-machine.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';
import { sandboxBot, sandboxTitle, uninvitedNote } from './texts/sandbox.ts';

/** What `npm start` shows without tokens: the demonstration city on local stand-ins, with a clock one can move. */
export type Stage = {
  url: string;
  clock: SandboxClock;
  sandbox: Sandbox;
  /** The settings with the stand-ins' addresses and tokens. */
  config: Pick<Config, 'telegram' | 'vk'>;
  /** Gives the time machine what it does at each stop: answers how many messages that made. */
  live(live: () => Promise<number>): void;
  stop(): Promise<void>;
};

export async function openStage(config: Config, database: Database): Promise<Stage> {
  const clock = await openSandboxClock(database, demoStart);
  let live = async () => 0;
  let demo: Demo | null = null;
  const sandbox = await createSandbox({
    port: config.sandboxPort,
    folder: join(config.dataDir, 'sandbox'),
    now: clock.now,
    // The demonstration may run for weeks; what was asked of the platforms is of no use to it.
    record: 'counts',
    telegram: { botUsername: 'nastavnik_bot', botName: sandboxBot },
    vk: { screenName: 'nastavnik', groupName: sandboxBot },
    control: {
      title: sandboxTitle,
      now: clock.now,
      timeZone: 'Europe/Samara',
      async advance(step, onProgress) {
        if (demo === null) return;
        const machine = createTimeMachine({ clock, programme: demo.programme, live: () => live() });
        await machine.advance(step, (share) => onProgress({ share }));
      },
      notes: async () => demo?.uninvited.map(uninvitedNote) ?? [],
    },
  });
  try {
    const accounts = admit(sandbox);
    demo = await seedDemo(database, clock, accounts);
  } catch (fault) {
    await sandbox.stop();
    throw fault;
  }
  return {
    url: sandbox.url,
    clock,
    sandbox,
    config: standIns(sandbox),
    live: (given) => {
      live = given;
    },
    stop: sandbox.stop,
  };
}

/** Everybody gets a phone on both platforms, in the order of the list: so accounts are the same at each start. */
function admit(sandbox: Sandbox): (person: DemoPerson, platform: string) => string {
  for (const { key, names, on } of demoPeople)
    sandbox.people.add({ key, name: `${names[1]} ${names[0]}`, open: on });
  for (const guest of demoGuests) sandbox.people.add(guest);
  return ({ key }, platform) => {
    const { telegram, vk } = sandbox.people.get(key);
    return String((platform === 'telegram' ? telegram : vk).chat.accountId);
  };
}

function standIns({ telegram, vk }: Sandbox): Stage['config'] {
  const polled = { updates: 'polling', webhookSecret: null } as const;
  return {
    telegram: { ...polled, token: telegram.token, apiRoot: telegram.apiRoot, personalData: 'chat' },
    vk: {
      ...polled,
      token: vk.token,
      groupId: vk.groupId,
      apiRoot: vk.apiRoot,
      confirmation: null,
      serviceToken: vk.serviceToken,
      serviceCallsPerSecond: 3,
      userToken: vk.userToken,
    },
  };
}
