import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, EmbeddedServerFault } from './fault.ts';
import { isAlive } from './postmaster.ts';
import type { Site } from './site.ts';

/** Creates the server's files once. They take their name only when complete: an initdb cut short leaves no trace. */
export async function ensureCluster(site: Site, initdb: string, durable: boolean): Promise<void> {
  if (await stat(join(site.cluster, 'PG_VERSION')).catch(() => null)) return;
  const place = dirname(site.cluster);
  if (place !== site.home) await mkdir(place, { recursive: true }).then(() => chmod(place, 0o711));
  await sweepUnfinished(place);
  const unfinished = join(place, `unfinished-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(unfinished);
  const files = join(unfinished, 'files');
  const passwordFile = join(unfinished, 'password');
  try {
    await mkdir(files, { mode: 0o700 });
    await writeFile(passwordFile, site.password, { mode: 0o600 });
    if (site.account)
      for (const path of [unfinished, files, passwordFile])
        await chown(path, site.account.uid, site.account.gid);
    await runInitdb(site, initdb, [
      `--pgdata=${files}`,
      `--pwfile=${passwordFile}`,
      ...(durable ? [] : ['--no-sync']),
    ]);
    await rename(files, site.cluster).catch((error: unknown) => {
      // Somebody else was quicker, with the same password.
      if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function runInitdb(site: Site, initdb: string, flags: string[]): Promise<void> {
  const same = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--no-locale'];
  // The same order and letter case on every machine, whatever locales it has.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await promisify(execFile)(initdb, [...same, ...locale, ...flags], {
      cwd: '/',
      env: { LC_ALL: 'C' },
      ...site.account,
    });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new EmbeddedServerFault(
      `PostgreSQL could not create its files: ${stderr.trim() || String(error)}.`,
      {
        cause: error,
      },
    );
  }
}

async function sweepUnfinished(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    const pid = /^unfinished-(\d+)-/.exec(basename(name))?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(place, name), { recursive: true, force: true });
  }
}
