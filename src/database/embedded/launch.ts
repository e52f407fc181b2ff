import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Site } from './site.ts';

export type Launched = {
  pid: number | undefined;
  isRunning(): boolean;
  /** Settles when the server is gone, whoever ended it. */
  ended: Promise<unknown>;
  /** Ends its connections and waits until its files are closed. */
  stop(): Promise<void>;
};

/** Starts the server and does not wait for it. It lives on when we are killed, to be adopted by the next start. */
export async function launch(
  site: Site,
  options: { postgres: string; durable: boolean; maxConnections: number },
): Promise<Launched> {
  const log = await openLog(site);
  const flags = await flagsOf(site, options);
  const child = spawn(options.postgres, ['-D', site.cluster, ...flags], {
    // A group of its own: Ctrl-C in the terminal is for us, and we end the server last.
    detached: true,
    cwd: '/',
    // Not our environment: it holds tokens.
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log.fd, log.fd],
    ...site.account,
  });
  const ended = once(child, 'exit').catch((error: unknown) => log.write(`${String(error)}\n`).catch(() => 0));
  let running = true;
  void ended.finally(() => {
    running = false;
    return log.close();
  });
  child.unref();
  return {
    pid: child.pid,
    isRunning: () => running,
    ended,
    stop: async () => {
      child.ref();
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function flagsOf(site: Site, options: { durable: boolean; maxConnections: number }): Promise<string[]> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: await freePort(join(site.home, 'port')),
    unix_socket_directories: '',
    max_connections: options.maxConnections,
    shared_buffers: '32MB',
    max_wal_size: '256MB',
    io_method: 'sync',
    jit: 'off',
    timezone: 'UTC',
    // Values of rows stay out of the log: they name people.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The port of the last time while it is free, so that an address somebody noted stays right. */
async function freePort(file: string): Promise<number> {
  const last = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = (await tryPort(last)) ?? (await tryPort(0));
  if (!port) throw new Error('no free port on 127.0.0.1');
  await writeFile(file, String(port), { mode: 0o600 });
  return port;
}

async function tryPort(wanted: number): Promise<number | null> {
  const server = createServer().listen(wanted, '127.0.0.1');
  try {
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' ? (address?.port ?? null) : null;
  } catch {
    return null;
  } finally {
    await new Promise((closed) => server.close(closed));
  }
}

const logLimit = 1_000_000;
const logFile = (site: Site) => join(site.home, 'server.log');

async function openLog(site: Site) {
  const size = await stat(logFile(site)).then(
    (file) => file.size,
    () => 0,
  );
  if (size > logLimit) await rename(logFile(site), `${logFile(site)}.old`);
  return open(logFile(site), 'a', 0o600);
}

export async function logTail(site: Site): Promise<string> {
  const text = await readFile(logFile(site), 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-8).join('\n');
}
