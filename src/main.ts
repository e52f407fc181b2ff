import { pino } from 'pino';
import { type App, startApp } from './app.ts';
import { configOfProcess } from './config.ts';
import { readyText, stoppedText } from './texts/start.ts';

/** Starts the rooms that the settings name and runs until a signal stops it. */
export async function runUntilStopped({ attached }: { attached: boolean }): Promise<void> {
  const config = configOfProcess();
  // stdout is for people: the addresses and `ready`. The log goes to stderr, ids only.
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const stop = attached ? Promise.race([signalled(), orphaned()]) : signalled();
  const app = await unlessStopped(startApp(config, log), stop);
  process.stdout.write(`${readyText({ ...app.addresses, rooms: config.rooms })}\n`);
  log.info({ signal: await stop }, 'Stopping');
  await app.stop();
  process.stdout.write(`${stoppedText}\n`);
}

/** Longer than any start that is going to succeed. */
const startMs = 5_000;

/**
 * Whoever is told to stop while starting comes up first, so that everything is closed in order; but a start that waits for
 * a Redis or a database out of reach would never end, and the signal would be lost.
 */
async function unlessStopped(starting: Promise<App>, stop: Promise<string>): Promise<App> {
  let late: NodeJS.Timeout | undefined;
  let isOver = false;
  void stop.then(() => {
    if (!isOver) late = setTimeout(() => process.exit(1), startMs);
  });
  try {
    return await starting;
  } finally {
    isOver = true;
    clearTimeout(late);
  }
}

/** npm starts us through a shell that dies of a signal without passing it on. */
function orphaned(): Promise<string> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    const looking = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(looking);
      resolve('orphaned');
    }, 500);
    looking.unref();
  });
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
