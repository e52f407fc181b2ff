import { expect, test } from 'vitest';
import { notedLog } from '../../test/helpers/delivery.ts';
import { createWaker } from './contests.ts';

test('many calls while it works are one more run', async () => {
  let runs = 0;
  let go = () => {};
  const waker = createWaker(
    () => {
      runs += 1;
      return runs > 1 ? Promise.resolve() : new Promise<void>((resolve) => (go = resolve));
    },
    { log: notedLog(), gapMs: 0 },
  );
  waker.wake();
  waker.wake();
  waker.wake();
  expect(runs).toBe(1);
  go();
  await waker.idle();
  expect(runs).toBe(2);
  await waker.stop();
  waker.wake();
  expect(runs).toBe(2);
});

test('a fault is logged, and the next call works', async () => {
  const log = notedLog();
  let runs = 0;
  const waker = createWaker(
    async () => {
      runs += 1;
      if (runs === 1) throw new TypeError('broken');
    },
    { log, gapMs: 0 },
  );
  waker.wake();
  await waker.idle();
  waker.wake();
  await waker.idle();
  expect(runs).toBe(2);
  expect(log.notes).toMatchObject([{ level: 'error', fields: { fault: 'TypeError' } }]);
});
