import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/database/connect.ts';
import { findServer, isAlive } from '../../src/database/embedded/postmaster.ts';
import { ensureServer } from '../../src/database/embedded/server.ts';
import { siteOf } from '../../src/database/embedded/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: { server: string; template: string };
  }
}

/** One server for the run (TEST_DATABASE_URL, or our own) and on it one migrated template for `testDatabase`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url: server, stop } = await startServer();
  const template = `nastavnik_template_${process.pid}_${randomBytes(4).toString('hex')}`;
  try {
    await createTemplate(server, template);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('database', { server, template });
  return async () => {
    await onServer(server, async (client) => {
      await client.query(`alter database ${template} is_template false`);
      await client.query(`drop database ${template} with (force)`);
    }).finally(stop);
  };
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  await sweepKilledRuns();
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Where root runs the tests, the server's own user must find its way in.
  chmodSync(dataDir, 0o711);
  const server = await ensureServer({ dataDir, log, durable: false, maxConnections: 250 });
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
    await rm(dirname(server.cluster), { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

const prefix = 'nastavnik-test-';
const log = { info: () => undefined, warn: console.warn, error: console.error };

/** A run that was killed had no time to stop its server. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length).split('-')[0]))) continue;
    try {
      const found = await findServer(await siteOf(join(tmpdir(), name), log));
      if (found.state === 'ready') {
        await found.client.end();
        process.kill(found.pid, 'SIGINT');
      }
      await rm(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 10 });
    } catch {
      // Another user's, or another run sweeps it at this moment.
    }
  }
}

async function createTemplate(server: string, template: string): Promise<void> {
  await onServer(server, (client) => client.query(`create database ${template}`));
  const database = await openDatabase({ url: urlOf(server, template), migrate: true });
  await database.stop();
  // Not even autovacuum may be connected while it is cloned.
  await onServer(server, (client) =>
    client.query(`alter database ${template} is_template true allow_connections false`),
  );
}

export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

export async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
