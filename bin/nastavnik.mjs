#!/usr/bin/env node
// npm may have been told not to run `prepare`: build on first use rather than fail.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = new URL('../dist/src/cli.js', import.meta.url);
if (!existsSync(cli)) {
  const build = fileURLToPath(new URL('build.mjs', import.meta.url));
  // The build's own words go to stderr: stdout belongs to the command.
  const built = spawnSync(process.execPath, [build], { stdio: ['ignore', process.stderr.fd, 'inherit'] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
await import(cli.href);
