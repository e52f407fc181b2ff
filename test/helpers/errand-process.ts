import { openDatabase } from '../../src/database/connect.ts';
import { createErrandQueue } from '../../src/database/repositories/errand-queue.ts';
import { machineClock } from '../../src/domain/calendar/clock.ts';
import type { ErrandKind } from '../../src/domain/errands/errand.ts';
import { createErrandRunner } from '../../src/jobs/errands.ts';

/** A runner in a process of its own, made to be killed; its only kind counts to 40 in the table `made`. */
const { databaseUrl, leaseMs } = JSON.parse(process.argv[3] ?? '') as {
  databaseUrl: string;
  leaseMs: number;
};
const database = await openDatabase({ url: databaseUrl, poolSize: 3 });
const steps: ErrandKind = {
  async run(_params, { progress }) {
    for (let step = 0; step < 40; step += 1) {
      // A step that may be taken twice: it looks for what is there before making it.
      const made = await database.query(
        `insert into made (step) select $1 where not exists (select from made where step = $1) returning step`,
        [step],
      );
      if (made.length > 0) await new Promise((resolve) => setTimeout(resolve, 30));
      await progress(step + 1, 40);
    }
    return {};
  },
};
const log = { info() {}, warn() {}, error: (fields: object, words: string) => console.error(words, fields) };
const runner = createErrandRunner({
  queue: createErrandQueue(database),
  kinds: { steps },
  clock: machineClock,
  log,
  leaseMs,
});
setInterval(runner.wake, 100);
// Nobody is left to kill it when the test itself has died.
process.on('disconnect', () => process.exit(1));
