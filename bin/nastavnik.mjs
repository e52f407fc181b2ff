#!/usr/bin/env node
// npm may have been told not to run `prepare`, and sources change: build when there is something to build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = new URL('../dist/src/cli.js', import.meta.url);
const sources = new URL('../src/', import.meta.url);

if (isStale()) {
  const build = fileURLToPath(new URL('build.mjs', import.meta.url));
  // The build's own words go to stderr: stdout belongs to the command.
  const built = spawnSync(process.execPath, [build], { stdio: ['ignore', process.stderr.fd, 'inherit'] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
await import(cli.href);

/** An image holds no sources: what was built there stays. */
function isStale() {
  if (!existsSync(cli)) return true;
  if (!existsSync(sources)) return false;
  const builtAt = statSync(cli).mtimeMs;
  return readdirSync(sources, { recursive: true }).some(
    (path) => !path.endsWith('.test.ts') && statSync(new URL(path, sources)).mtimeMs > builtAt,
  );
}
