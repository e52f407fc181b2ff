// Compiles src to dist with tsc, builds the panel and copies what tsc leaves behind (pages, templates, fonts).
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

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
const web = `${root}src/admin/web`;
await build({ configFile: `${web}/vite.config.ts`, logLevel: 'warn', build: { outDir: `${fresh}-panel` } });
compress(`${fresh}-panel/assets`);
// Beside the source, too: whoever runs from there, as tests do, serves the same panel.
const panel = `${root}src/admin/panel-files`;
moved(panel, `${former}-panel`, ['ENOENT']);
moved(`${fresh}-panel`, panel, ['ENOTEMPTY', 'EEXIST']);
cpSync(`${root}src`, `${fresh}/src`, {
  recursive: true,
  filter: (file) => !file.endsWith('.ts') && !file.startsWith(web),
});
// Two who build at once may find it moved away, or the other one's in place: that one is as good.
moved(`${root}dist`, former, ['ENOENT']);
moved(fresh, `${root}dist`, ['ENOTEMPTY', 'EEXIST']);
for (const folder of [fresh, former, `${fresh}-panel`, `${former}-panel`])
  rmSync(folder, { recursive: true, force: true });

function moved(from, to, tolerated) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!tolerated.includes(error.code)) throw error;
  }
}

/** Once here instead of at each request. */
function compress(folder) {
  for (const file of readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
    const bytes = readFileSync(`${folder}/${file}`);
    writeFileSync(`${folder}/${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${folder}/${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
