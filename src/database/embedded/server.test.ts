import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mayReach } from './account.ts';
import type { EmbeddedServer } from './server.ts';
import { ensureServer } from './server.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;
const said: string[] = [];
const note = (_fields: object, words: string) => said.push(words);
const log = { info: note, warn: note, error: note };
const cleaning: (() => Promise<unknown>)[] = [];

/** A parent directory of mode `mode` with a data directory in it that does not exist yet. */
function newDataDir(mode = 0o711, uid = process.getuid?.() ?? 0): string {
  const parent = mkdtempSync(join(tmpdir(), 'nastavnik-embedded-'));
  chownSync(parent, uid, process.getgid?.() ?? 0);
  chmodSync(parent, mode);
  cleaning.push(() => rm(parent, { recursive: true, force: true, maxRetries: 10 }));
  return join(parent, 'data');
}

/** The same with files that an earlier start has made. */
function usedDataDir(): string {
  const dataDir = newDataDir();
  execFileSync('cp', ['-a', join(used, 'data'), dataDir]);
  return dataDir;
}

let used = '';
beforeAll(async () => {
  used = mkdtempSync(join(tmpdir(), 'nastavnik-embedded-'));
  chmodSync(used, 0o711);
  await (await ensureServer({ dataDir: join(used, 'data'), log, durable: false })).stop();
});
afterAll(() => rm(used, { recursive: true, force: true }));

async function ensure(dataDir: string): Promise<EmbeddedServer> {
  const server = await ensureServer({ dataDir, log, durable: false });
  cleaning.push(server.stop);
  return server;
}

type Held = { child: ChildProcess; url: string; adopted: boolean; error?: string };

/** A process of its own that holds the server until it is killed or told to stop through its stdin. */
async function holder(dataDir: string, uid?: number): Promise<Held> {
  const child = spawn(
    process.execPath,
    [resolve('test/helpers/run-ts.mjs'), resolve('test/helpers/hold-server.ts'), dataDir],
    { stdio: ['pipe', 'pipe', 'inherit'], ...(uid ? { uid, gid: uid } : {}) },
  );
  cleaning.push(async () => child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout!)) return { child, ...JSON.parse(line) };
  throw new Error('the holder ended without a word');
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(text).then(
    ({ rows }) => client.end().then(() => rows),
    (error) => client.end().then(() => Promise.reject(error)),
  );
}

const postmasterOf = (server: EmbeddedServer) =>
  Number(readFileSync(join(server.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);

afterEach(async () => {
  said.length = 0;
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

describe('embedded server', () => {
  it('finds its data and its address at the second start, and is safe by default', async () => {
    const dataDir = newDataDir();
    const first = await ensureServer({ dataDir, log });
    expect(first.adopted).toBe(false);
    expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    await query(first.url, 'create table note as select 1 as kept');
    await first.stop();
    await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    const second = await ensure(dataDir);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select kept from note')).toEqual([{ kept: 1 }]);
  });

  it('lets in nobody without the password, which only its owner can read', async () => {
    const dataDir = usedDataDir();
    const { url } = await ensure(dataDir);
    const wrong = new URL(url);
    wrong.password = 'postgres';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dataDir, 'postgres', 'server.json')).mode & 0o777).toBe(0o600);
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('is adopted after its parent was killed, and its adopter does not stop it', async () => {
    const dataDir = usedDataDir();
    const { child, url } = await holder(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const adopted = await ensure(dataDir);
    expect(adopted).toMatchObject({ adopted: true, url });
    await adopted.stop();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    process.kill(postmasterOf(adopted), 'SIGINT');
  });

  it('is one server for all who start at once, on a first start too', async () => {
    const dataDir = newDataDir();
    const servers = await Promise.all([ensure(dataDir), ensure(dataDir), ensure(dataDir)]);
    expect(new Set(servers.map((server) => server.url)).size).toBe(1);
    expect(servers.filter((server) => !server.adopted)).toHaveLength(1);
  });

  it('keeps running when the one who started it goes while another uses it', async () => {
    const dataDir = usedDataDir();
    const starter = await ensure(dataDir);
    const guest = new pg.Client({ connectionString: starter.url });
    await guest.connect();
    await starter.stop();
    expect((await guest.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await guest.end();
    expect(said.at(-1)).toContain('keeps running');
  });

  it('starts after server and parent were killed, even when another program has got the number', async () => {
    const dataDir = usedDataDir();
    const first = await ensure(dataDir);
    await query(first.url, 'create table note as select 1 as kept');
    await query(first.url, 'checkpoint');
    const file = join(first.cluster, 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, left.replace(/^\d+/, String(process.pid)));
    const second = await ensure(dataDir);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select kept from note')).toEqual([{ kept: 1 }]);
  });

  it('comes back with its data at the same address when it is killed while we run', async () => {
    const server = await ensure(usedDataDir());
    await query(server.url, 'create table note as select 1 as kept');
    await query(server.url, 'checkpoint');
    const killed = postmasterOf(server);
    process.kill(killed, 'SIGKILL');
    await expect
      .poll(() => query(server.url, 'select kept from note').catch(() => null), { timeout: 20_000 })
      .toEqual([{ kept: 1 }]);
    await expect
      .poll(() => said, { timeout: 20_000 })
      .toContain('PostgreSQL ended by itself: starting it again');
    expect(postmasterOf(server)).not.toBe(killed);
    await server.stop();
    await expect(query(server.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('forgets a first start that was cut short', async () => {
    const dataDir = newDataDir();
    const home = join(dataDir, 'postgres');
    mkdirSync(join(home, 'unfinished-999999999-ab', 'files'), { recursive: true });
    const server = await ensure(dataDir);
    expect(server.adopted).toBe(false);
    expect(existsSync(join(home, 'unfinished-999999999-ab'))).toBe(false);
  });

  it('says which directory it cannot write and what to do', async () => {
    const dataDir = newDataDir();
    writeFileSync(dataDir, 'a file where the directory should be');
    await expect(ensure(dataDir)).rejects.toThrow(/data directory .*data.* cannot be written .*DATA_DIR/);
  });

  it('shows what PostgreSQL said when it does not start', async () => {
    const dataDir = usedDataDir();
    const first = await ensure(dataDir);
    await first.stop();
    writeFileSync(join(first.cluster, 'postgresql.conf'), 'no such line\n');
    await expect(ensure(dataDir)).rejects.toThrow(/syntax error in file .*postgresql.conf/);
  });
});

// `nobody` runs this checkout's code below, so it must be able to read it.
const nobodyReads = await mayReach({ uid: nobody, gid: nobody }, process.cwd());

describe.runIf(isRoot)('embedded server started by root', () => {
  it('keeps its files elsewhere below a directory that only root may enter, and finds them again', async () => {
    const dataDir = newDataDir(0o700);
    const first = await ensure(dataDir);
    cleaning.push(() => rm(dirname(first.cluster), { recursive: true, force: true }));
    expect(first.cluster.startsWith(dataDir)).toBe(false);
    expect(said.join()).toContain('kept outside the data directory');
    await query(first.url, 'create table note as select 1 as kept');
    await first.stop();
    const second = await ensure(dataDir);
    expect(await query(second.url, 'select kept from note')).toEqual([{ kept: 1 }]);
    await second.stop();
  });

  it.runIf(nobodyReads)('starts for an unprivileged user, whose data root can serve as well', async () => {
    const dataDir = newDataDir(0o755, nobody);
    const { child, url, adopted } = await holder(dataDir, nobody);
    expect(adopted).toBe(false);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    child.stdin!.end();
    await once(child, 'exit');
    const server = await ensure(dataDir);
    expect(statSync(server.cluster).uid).toBe(nobody);
    expect(server.adopted).toBe(false);
  });

  it.runIf(nobodyReads)('tells an unprivileged user that the data directory is not theirs', async () => {
    const dataDir = usedDataDir();
    const { error } = await holder(dataDir, nobody);
    expect(error).toMatch(/data directory .* cannot be written \(EACCES\)/);
    expect(error).toContain('DATABASE_URL');
  });
});
