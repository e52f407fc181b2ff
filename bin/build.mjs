// Compiles src to dist with tsc and copies what tsc leaves behind (pages, templates, fonts).
import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// Built aside and put in place at once: whoever starts meanwhile finds a whole program.
const fresh = `${root}dist-${process.pid}`;
const former = `${fresh}-former`;
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) {
  rmSync(fresh, { recursive: true, force: true });
  process.exit(built.status ?? 1);
}
cpSync(`${root}src`, `${fresh}/src`, {
  recursive: true,
  filter: (file) => !file.endsWith('.ts'),
});
// Two who build at once may find it moved away, or the other one's in place: that one is as good.
moved(`${root}dist`, former, ['ENOENT']);
moved(fresh, `${root}dist`, ['ENOTEMPTY', 'EEXIST']);
for (const folder of [fresh, former]) rmSync(folder, { recursive: true, force: true });

function moved(from, to, tolerated) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!tolerated.includes(error.code)) throw error;
  }
}
