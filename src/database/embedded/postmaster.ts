import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { codeOf } from './fault.ts';
import type { Site } from './site.ts';

/** What serves the cluster now. `stale`: the file of a server that is gone, or whose number another program has got. */
export type Found =
  | { state: 'none' | 'stale' | 'starting' }
  | { state: 'ready'; pid: number; client: pg.Client; port: number };

/** Judged by postmaster.pid, by the process it names and by a real connection, which the caller closes. */
export async function findServer(site: Site): Promise<Found> {
  const text = await readFile(join(site.cluster, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { state: 'none' };
  const [pidLine, directory, , portLine] = text.split('\n');
  const pid = Number(pidLine);
  const port = Number(portLine);
  if (!pid || !directory || !port) return { state: 'starting' };
  if (!isAlive(pid) || !serves(pid, directory)) return { state: 'stale' };
  const client = await connect(site, port);
  return client ? { state: 'ready', pid, port, client } : { state: 'starting' };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** After a restart of the machine the number may belong to anybody. Only Linux lets us look. */
function serves(pid: number, directory: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(directory);
  } catch (error) {
    return codeOf(error) !== 'ENOENT';
  }
}

async function connect(site: Site, port: number): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: urlOf(site, port), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

export function urlOf(site: Site, port: number, database = 'postgres'): string {
  return `postgres://postgres:${site.password}@127.0.0.1:${port}/${database}`;
}
