import { randomBytes } from 'node:crypto';
import { access, chmod, constants, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Log } from '../../domain/log.ts';
import type { Account } from './account.ts';
import { borrowedAccount, mayReach } from './account.ts';
import { codeOf, EmbeddedServerFault } from './fault.ts';

/** Where one server keeps what, and whom it runs as. */
export type Site = {
  /** Below the data directory: password, log, remembered port. */
  home: string;
  /** The server's own files; elsewhere when its account can't enter the data directory. */
  cluster: string;
  /** Where a copy of the programs may be put. */
  shelf: string;
  password: string;
  account: Account | null;
};

/** For what root's server may not keep below its data directory. */
const systemPlace = '/var/lib/nastavnik';

/** The same data directory always leads to the same site, whoever comes first. */
export async function siteOf(dataDir: string, log: Log): Promise<Site> {
  const home = resolve(dataDir, 'postgres');
  await makeHome(home);
  const borrowed = borrowedAccount();
  const inside = await mayReach(borrowed, home);
  const { password, cluster: kept } = await readOrCreate(join(home, 'server.json'), {
    password: randomBytes(24).toString('base64url'),
    cluster: inside ? 'cluster' : join(systemPlace, randomBytes(6).toString('hex'), 'cluster'),
  });
  const cluster = resolve(home, kept);
  if (!cluster.startsWith(home))
    log.info({ cluster }, 'The database is kept outside the data directory, which its user may not enter');
  return {
    home,
    cluster,
    shelf: borrowed ? systemPlace : home,
    password,
    account: await ownerOf(cluster, borrowed),
  };
}

async function makeHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
    // The server's account passes through to the cluster; what lies here beside it is for us alone.
    const { uid } = await stat(home);
    if (uid === process.getuid?.()) await chmod(home, 0o711);
  } catch (error) {
    throw new EmbeddedServerFault(
      `The data directory ${home} cannot be written (${codeOf(error)}): give it to the user who starts the program or set DATA_DIR.`,
      { cause: error },
    );
  }
}

type Kept = { password: string; cluster: string };

/** Of two who start at once one creates the file, whole, and both read that one. */
async function readOrCreate(file: string, first: Kept): Promise<Kept> {
  const mine = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(mine, JSON.stringify(first), { mode: 0o600 });
    await link(mine, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch (error) {
    const why = codeOf(error) ?? 'not JSON';
    throw new EmbeddedServerFault(
      `${file} cannot be read (${why}): it belongs to another user or is damaged. Start as the user who started first, or restore it.`,
      { cause: error },
    );
  } finally {
    await rm(mine, { force: true });
  }
}

/** An existing cluster is served by its owner, whoever of root or that user starts it. */
async function ownerOf(cluster: string, borrowed: Account | null): Promise<Account | null> {
  if (!borrowed) return null;
  const owner = await stat(cluster).catch(() => null);
  return owner ? { uid: owner.uid, gid: owner.gid } : borrowed;
}
