import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A process of its own needs JavaScript: Node 20 runs no TypeScript, and the build in `dist` may be missing or old.
 * Compiles `test/journeys/NAME.ts` and what it imports by `NAME.tsconfig.json` into a temporary folder, types unchecked:
 * about a second.
 */
export function compiled(name: string): { entry: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), `nastavnik-${name}-`));
  const project = join(root, 'test', 'journeys', `${name}.tsconfig.json`);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', project, '--outDir', folder, '--noCheck'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc: ${stdout}`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    entry: join(folder, 'test', 'journeys', `${name}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
