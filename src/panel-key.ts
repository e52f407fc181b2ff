import { randomBytes } from 'node:crypto';
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigFault } from './config.ts';
import { createSettingBook } from './database/repositories/setting-book.ts';
import type { Sql } from './database/sql.ts';
import { createVault } from './desks/vault.ts';
import type { Vault } from './domain/sign-in/vault.ts';

const bytes = 32;
const setting = 'panel-key';

/**
 * The vault of the key that the settings name, or of the one in `DATA_DIR/panel.key`, which is made when there is none.
 * `ConfigFault` for a key other than that which second factors were sealed with: nobody could come in with it, and a new
 * enrolment under it would lock everybody out of the other machines.
 */
export async function openVault(config: Pick<Config, 'panelKey' | 'dataDir'>, sql: Sql): Promise<Vault> {
  const key =
    config.panelKey === null ? await keyInFile(config.dataDir) : Buffer.from(config.panelKey, 'base64');
  const vault = createVault(key);
  await checkKey(sql, vault);
  return vault;
}

async function keyInFile(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'panel.key');
  await mkdir(dataDir, { recursive: true });
  if (!(await exists(path))) await make(path);
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
  if (key.length !== bytes) throw new ConfigFault([`${path} holds no key of ${bytes} bytes in base64`]);
  return key;
}

/** Whole or not at all: of two that start at once the second takes what the first has made. */
async function make(path: string): Promise<void> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(bytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A mark of the key is kept, never the key: so that a second machine with another one is found at its start. */
async function checkKey(sql: Sql, vault: Vault): Promise<void> {
  const settings = createSettingBook(sql);
  const mark = vault.hash('nastavnik', setting);
  const kept = (await settings.read(setting)) as { mark: string } | null;
  if (kept?.mark === mark) return;
  const sealed = await sql.query('select from second_factor limit 1');
  if (kept !== null && sealed.length > 0) {
    throw new ConfigFault([
      'PANEL_KEY (or panel.key in DATA_DIR) is not the key that second factors were sealed with: take that one. ' +
        'Where it is lost, `nastavnik admin forget-factors` lets everybody enrol anew',
    ]);
  }
  await settings.write(setting, { mark });
}
