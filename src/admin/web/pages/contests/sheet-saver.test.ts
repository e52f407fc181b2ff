import { expect, test } from 'vitest';
import { createSheetSaver, type Unsaved } from './sheet-saver.ts';

/** A saver whose time goes on when told, and a server that answers as told. */
function bench() {
  const calls: { change: Unsaved; ok(): void; fail(error: string): void }[] = [];
  let planned: { at: number; work: () => void }[] = [];
  let now = 0;
  const saver = createSheetSaver({
    send: (change) =>
      new Promise((ok, fail) => {
        calls.push({ change, ok: () => ok(null), fail });
      }),
    isPassing: (error) => error === 'lost',
    after(ms, work) {
      const plan = { at: now + ms, work };
      planned.push(plan);
      return () => {
        planned = planned.filter((each) => each !== plan);
      };
    },
  });
  return {
    saver,
    calls,
    async pass(ms: number) {
      now += ms;
      const due = planned.filter(({ at }) => at <= now);
      planned = planned.filter(({ at }) => at > now);
      for (const { work } of due) work();
      await settle();
    },
  };
}
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test('what is typed in one go is sent in one call', async () => {
  const { saver, calls, pass } = bench();
  saver.put({ points: { 1: 7 } });
  await pass(300);
  saver.put({ points: { 1: 7.5, 2: 3 } });
  saver.put({ comment: 'Живо' });
  expect(saver.snapshot().state).toBe('waiting');
  await pass(600);
  expect(calls.map(({ change }) => change)).toEqual([{ points: { 1: 7.5, 2: 3 }, comment: 'Живо' }]);
  calls[0]?.ok();
  await settle();
  expect(saver.snapshot()).toEqual({ state: 'saved', unsaved: { points: {} }, error: null });
});

test('nothing is lost without a connection, and the later word goes over the earlier one', async () => {
  const { saver, calls, pass } = bench();
  saver.put({ points: { 1: 7, 2: 3 }, comment: 'Жи' });
  await pass(600);
  saver.put({ points: { 1: 8 }, comment: 'Живо' });
  calls[0]?.fail('lost');
  await settle();
  expect(saver.snapshot()).toMatchObject({
    state: 'lost',
    unsaved: { points: { 1: 8, 2: 3 }, comment: 'Живо' },
  });
  await pass(2000);
  calls[1]?.fail('lost');
  await settle();
  await pass(2000);
  expect(calls).toHaveLength(2);
  saver.retry();
  expect(calls[2]?.change).toEqual({ points: { 1: 8, 2: 3 }, comment: 'Живо' });
  calls[2]?.ok();
  await settle();
  expect(saver.snapshot().state).toBe('saved');
});

test('what is typed while something is under way follows it', async () => {
  const { saver, calls, pass } = bench();
  saver.put({ comment: 'Раз' });
  await pass(600);
  saver.put({ comment: 'Раз, два' });
  calls[0]?.ok();
  await settle();
  expect(saver.snapshot().state).toBe('waiting');
  await pass(600);
  expect(calls[1]?.change).toEqual({ points: {}, comment: 'Раз, два' });
});

test('what is refused for good stays to be seen and is not sent again by itself', async () => {
  const { saver, calls, pass } = bench();
  saver.put({ comment: 'Поздно' });
  await pass(600);
  calls[0]?.fail('sheet-finished');
  await settle();
  await pass(60_000);
  expect(calls).toHaveLength(1);
  expect(saver.snapshot()).toMatchObject({ state: 'refused', unsaved: { comment: 'Поздно' } });
});

test('before the last step everything is sent and awaited', async () => {
  const { saver, calls } = bench();
  saver.put({ points: { 1: 9 } });
  const flushed = saver.flush();
  await settle();
  calls[0]?.ok();
  expect(await flushed).toBe(true);
  saver.put({ points: { 1: null } });
  const again = saver.flush();
  await settle();
  calls[1]?.fail('lost');
  expect(await again).toBe(false);
});
