import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../../domain/log.ts';
import { usableBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { codeOf, EmbeddedServerFault } from './fault.ts';
import { keepRunning } from './keeper.ts';
import type { Launched } from './launch.ts';
import { launch, logTail } from './launch.ts';
import { findServer, urlOf } from './postmaster.ts';
import type { Site } from './site.ts';
import { siteOf } from './site.ts';

export type EmbeddedServer = {
  url: string;
  /** It ran already: another process of ours started it and may be gone. */
  adopted: boolean;
  /** Where its files lie. */
  cluster: string;
  /** Stops a server that this call started (and brought back whenever it ended by itself) and that nobody else uses meanwhile; never an adopted one. */
  stop(): Promise<void>;
};

const databaseName = 'nastavnik';
const startLimitMs = 30_000;
const startAttempts = 3;

/**
 * A real PostgreSQL server on 127.0.0.1 with its files below `dataDir`: the one that runs, or a new one.
 * Any number of processes may ask at once: PostgreSQL lets one server run on a cluster, the others adopt it.
 *
 * @param options.durable false gives up safety for speed: for tests only
 */
export async function ensureServer(options: {
  dataDir: string;
  log: Log;
  durable?: boolean;
  maxConnections?: number;
}): Promise<EmbeddedServer> {
  const { log, durable = true, maxConnections = 60 } = options;
  const site = await siteOf(options.dataDir, log);
  const { postgres, initdb } = await usableBinaries(site.account, site.shelf, log);
  await ensureCluster(site, initdb, durable);
  const start = () => launch(site, { postgres, durable, maxConnections });
  const { client, port, mine } = await findOrLaunch(site, start);
  await createDatabase(client).finally(() => client.end());
  const again = async () => {
    const back = await findOrLaunch(site, start);
    await back.client.end();
    if (back.port !== port)
      log.error({ port: back.port }, 'PostgreSQL has another port now: start the program again');
    return back.mine;
  };
  const keeper = mine && keepRunning(mine, { again, log });
  return {
    url: urlOf(site, port, databaseName),
    adopted: mine === null,
    cluster: site.cluster,
    stop: async () => {
      const kept = await keeper?.leave();
      if (kept) await stopUnused(site, kept, log);
    },
  };
}

type Ready = { client: pg.Client; port: number; mine: Launched | null };

async function findOrLaunch(site: Site, start: () => Promise<Launched>): Promise<Ready> {
  const giveUpAt = performance.now() + startLimitMs;
  let mine: Launched | null = null;
  for (let attempts = 0; performance.now() < giveUpAt; ) {
    const found = await findServer(site);
    if (found.state === 'ready') {
      return { client: found.client, port: found.port, mine: mine?.pid === found.pid ? mine : null };
    }
    if (found.state !== 'starting' && !mine?.isRunning()) {
      if (attempts++ === startAttempts) break;
      if (found.state === 'stale') await rm(join(site.cluster, 'postmaster.pid'), { force: true });
      mine = await start();
    }
    await pause(25);
  }
  throw new EmbeddedServerFault(`PostgreSQL did not start. Its last words:\n${await logTail(site)}\n`);
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (rowCount) return;
  await client.query(`create database ${databaseName}`).catch((error: unknown) => {
    // Two starters at once: the other one has just created it.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error;
  });
}

/** Another process may have adopted the server: it goes on, and whoever comes next finds it running. */
async function stopUnused(site: Site, mine: Launched, log: Log): Promise<void> {
  const found = await findServer(site);
  if (found.state === 'ready') {
    const others = await connectedOthers(found.client).finally(() => found.client.end());
    if (others > 0) {
      log.info({ others }, 'PostgreSQL keeps running: another process uses it');
      return;
    }
  }
  await mine.stop();
}

/** A client that has just left may still be listed for a moment. */
async function connectedOthers(client: pg.Client): Promise<number> {
  for (let look = 1; ; look++) {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    const others = rows[0]?.others ?? 0;
    if (others === 0 || look === 20) return others;
    await pause(50);
  }
}
