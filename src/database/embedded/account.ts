import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whom the server runs as. PostgreSQL refuses root, so root lends it another user. */
export type Account = { uid: number; gid: number };

/** @returns null where the server simply runs as whoever runs us. */
export function borrowedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  return find('postgres') ?? create('postgres') ?? find('nobody');
}

function find(name: string): Account | null {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return null;
  }
}

function create(name: string): Account | null {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', name], { stdio: 'ignore' });
  } catch {
    // A slim image may lack useradd.
  }
  return find(name);
}

function idOf(flag: string, name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** Whether the account may pass through every directory down to `path`, judged by owner, group and mode. */
export async function mayReach(account: Account | null, path: string): Promise<boolean> {
  if (!account) return true;
  for (let directory = path; ; directory = dirname(directory)) {
    const { uid, gid, mode } = await stat(directory);
    const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & pass) === 0) return false;
    if (dirname(directory) === directory) return true;
  }
}
