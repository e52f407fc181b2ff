import { createAdmin } from './admin/admin.ts';
import type { HealthReport } from './admin/health.route.ts';
import { createMeters } from './admin/monitor/meters.ts';
import { createAdminRoom, panelAddresses } from './admin-room.ts';
import { startBotRoom } from './bot-room.ts';
import { type Closing, createClosing } from './closing.ts';
import type { Config } from './config.ts';
import { countedInbox } from './counted.ts';
import { provideDatabase } from './database/provide.ts';
import { openQueuePool } from './database/queue-pool.ts';
import { createAttic } from './database/repositories/attic.ts';
import { readBacklog } from './database/repositories/backlog.ts';
import { createErrandQueue } from './database/repositories/errand-queue.ts';
import { createInboxBook } from './database/repositories/inbox-book.ts';
import type { Database } from './database/sql.ts';
import { pendingMigrations } from './database/vitals.ts';
import { refuseSandboxData } from './demo/seed-demo.ts';
import { createErrandKinds, type ErrandKindDeps } from './desks/errand-kinds.ts';
import { createDocumentMaker, createDocumentShelf } from './document-maker.ts';
import { type Clock, machineClock } from './domain/calendar/clock.ts';
import type { PartHealth } from './domain/health.ts';
import type { Log } from './domain/log.ts';
import { createErrandRunner, type ErrandRunner } from './jobs/errands.ts';
import { createHousekeeping } from './jobs/housekeeping.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { createMessengers, namingBy } from './messengers.ts';
import { partsOf, startMonitor } from './monitor-room.ts';
import { postHealth } from './post-health.ts';
import { createRounds, liveThrough, type Rounds } from './rounds-room.ts';
import { openStage, type Stage } from './stage.ts';
import type { Addresses } from './texts/start.ts';

export type App = {
  /** What an operator may open in a browser, by what it is. */
  addresses: Addresses;
  /** Where health and metrics are asked for. */
  monitor: string | null;
  /** Present without tokens: the people, phones and clock of the sandbox. */
  stage: Stage | null;
  health(): Promise<HealthReport>;
  /** Does what is due now and waits until it has left; answers how many messages that made. */
  live(): Promise<number>;
  stop(): Promise<void>;
};

/** Builds every dependency once, by hand, and starts the rooms that the settings name. */
export async function startApp(config: Config, log: Log): Promise<App> {
  const closing = createClosing();
  try {
    return await start(config, log, closing);
  } catch (fault) {
    await closing.stop().catch(() => undefined);
    throw fault;
  }
}

async function start(config: Config, log: Log, closing: Closing): Promise<App> {
  const ground = await layGround(config, log, closing);
  const { database, stage, clock, files, messengers, mayNameOthers, health } = ground;
  const meters = createMeters();

  // The demonstration's page is wherever its server came to listen.
  const pageUrl = () => config.publicUrl ?? (stage === null ? null : admin.url());
  const talking = { database, clock, mayNameOthers, pageUrl };
  const rounds = createRounds({ ...talking, vk: ground.vk, log });
  const { checkNew } = rounds;
  const bot = config.rooms.includes('bot')
    ? await startBotRoom({ ...ground, config, pageUrl, checkNew, meter: meters, log, closing })
    : null;
  const errands = config.rooms.includes('jobs') ? createErrands({ ...talking, log }) : null;
  if (errands !== null) closing.onStop(errands.stop);
  const live = async () => {
    const sent = await liveThrough(rounds);
    await bot?.settle();
    return sent;
  };
  stage?.live(live);

  const report = () => reportOf(database, health);
  const jobs =
    errands === null ? null : createJobsRoom({ config, database, rounds, errands, clock, log, health });
  const isAdmin = config.rooms.includes('admin');
  const deskDeps = {
    ...talking,
    files,
    ...(bot && { answered: bot.wakeSenders }),
    ...(errands && { wake: errands.wake }),
    ring: () => void jobs?.sweepNow(),
    postsToWall: ground.vk !== null && ground.vk.userToken !== null,
  };
  // Whatever its rooms, a process can be asked how it is.
  const admin = createAdmin({
    host: config.host,
    port: config.port,
    health: report,
    webhooks: isAdmin ? messengers.flatMap((messenger) => messenger.webhook ?? []) : [],
    store: countedInbox(createInboxBook(database), meters).put,
    watch: meters.watch,
    ...(isAdmin && (await createAdminRoom(config, ground, deskDeps))),
    log,
  });
  const adminUrl = await admin.start();
  closing.onStop(admin.stop);
  if (jobs !== null) {
    jobs.start();
    closing.onStop(jobs.stop);
  }
  const monitor = await startMonitor({ config, database, clock, health, meters, log, closing });
  return {
    addresses: { ...(await panelAddresses(config, database, adminUrl)), sandbox: stage?.url ?? null },
    monitor,
    stage,
    health: report,
    live,
    stop: closing.stop,
  };
}

/** What all rooms stand on. */
async function layGround(config: Config, log: Log, closing: Closing) {
  const database = await provideDatabase(config, { migrate: true, log });
  closing.onStop(database.stop);
  // Jobs and admin alone need no token; the stand-ins only make sense where somebody talks to them.
  const stage = config.sandbox && config.rooms.includes('bot') ? await openStage(config, database) : null;
  if (stage !== null) closing.onStop(stage.stop);
  else if (!config.sandbox) await refuseSandboxData(database);
  const clock = stage?.clock ?? machineClock;
  const files = createDocumentShelf({ database, maker: createDocumentMaker({ database, clock }) });
  const messengers = createMessengers({ config: stage?.config ?? config, files, clock, log });
  const mayNameOthers = namingBy(stage?.config ?? config);
  const { vk } = stage?.config ?? config;
  const health = new Map<string, () => Promise<PartHealth>>();
  health.set('database', async () => {
    await database.query('select 1');
    return { ok: true, words: 'answers' };
  });
  health.set('migrations', async () => {
    const pending = await pendingMigrations(database);
    return { ok: pending === 0, words: pending === 0 ? 'applied' : `${pending} pending` };
  });
  health.set('vk posts', () => postHealth(database));
  return { database, stage, clock, files, messengers, mayNameOthers, vk, health };
}

function createErrands({ log, ...deps }: ErrandKindDeps & { log: Log }) {
  const { database, clock } = deps;
  const kinds = createErrandKinds(deps);
  return createErrandRunner({ queue: createErrandQueue(database), kinds, clock, log });
}

function createJobsRoom(deps: {
  config: Config;
  database: Database;
  rounds: Rounds;
  errands: ErrandRunner;
  clock: Clock;
  log: Log;
  health: Map<string, () => Promise<PartHealth>>;
}): Jobs {
  const { config, database, rounds, errands, clock, log, health } = deps;
  const jobs = createJobs({
    store:
      config.redisUrl === null
        ? { kind: 'postgres', openPool: () => openQueuePool(database.url) }
        : { kind: 'redis', url: config.redisUrl },
    tasks: {
      ...rounds,
      errands: errands.wake,
      housekeeping: createHousekeeping({ attic: createAttic(database), clock, log }),
    },
    log,
  });
  health.set('queue', jobs.health);
  return jobs;
}

async function reportOf(
  database: Database,
  health: ReadonlyMap<string, () => Promise<PartHealth>>,
): Promise<HealthReport> {
  const parts = await partsOf(health);
  const backlog = await readBacklog(database).catch(() => ({
    oldestInboxSeconds: null,
    oldestDeliverySeconds: null,
  }));
  return { parts, ...backlog };
}
