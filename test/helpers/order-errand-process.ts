import { openDatabase } from '../../src/database/connect.ts';
import { createErrandQueue } from '../../src/database/repositories/errand-queue.ts';
import { createErrandKinds } from '../../src/desks/errand-kinds.ts';
import { machineClock } from '../../src/domain/calendar/clock.ts';
import { createErrandRunner } from '../../src/jobs/errands.ts';

/** Long work of every kind in a process of its own, made to be killed. */
const { databaseUrl, leaseMs } = JSON.parse(process.argv[3] ?? '') as {
  databaseUrl: string;
  leaseMs: number;
};
const database = await openDatabase({ url: databaseUrl, poolSize: 6 });
const log = { info() {}, warn() {}, error: (fields: object, words: string) => console.error(words, fields) };
const runner = createErrandRunner({
  queue: createErrandQueue(database),
  kinds: createErrandKinds({ database, clock: machineClock, mayNameOthers: () => false }),
  clock: machineClock,
  log,
  leaseMs,
});
setInterval(runner.wake, 100);
// Nobody is left to kill it when the test itself has died.
process.on('disconnect', () => process.exit(1));
