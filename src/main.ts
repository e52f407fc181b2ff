import { pino } from 'pino';
import { startApp } from './app.ts';
import { configOfProcess } from './config.ts';
import { readyText, stoppedText } from './texts/start.ts';

/** Starts the rooms that the settings name and runs until a signal stops it. */
export async function runUntilStopped(): Promise<void> {
  const config = configOfProcess();
  // stdout is for people: the addresses and `ready`. The log goes to stderr, ids only.
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const stop = signalled();
  const app = await startApp(config, log);
  process.stdout.write(`${readyText({ ...app.addresses, rooms: config.rooms })}\n`);
  log.info({ signal: await stop }, 'Stopping');
  await app.stop();
  process.stdout.write(`${stoppedText}\n`);
}

/** The second signal ends the process at once: whoever presses Ctrl-C twice means it. */
function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve(signal);
        process.once(signal, () => process.exit(1));
      });
    }
  });
}
