import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { testDatabase } from '../test/helpers/database.ts';

const starting = `
  import { runnerImport } from 'vite';
  const { module } = await runnerImport(process.cwd() + '/src/main.ts', { configFile: false, logLevel: 'error' });
  await module.runUntilStopped({ attached: false });
`;

test('a signal ends the program in order while its Redis says nothing', { timeout: 60_000 }, async () => {
  const database = await testDatabase();
  // Takes connections and never says a word.
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const child = spawn(process.execPath, ['--input-type=module', '-e', starting], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      ROOMS: 'jobs',
      PORT: '0',
    },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  await Promise.race([once(silent, 'connection'), ended]);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  silent.close();
  await database.stop();
});
