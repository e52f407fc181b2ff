import { expect, test } from 'vitest';
import { inFlight } from './in-flight.ts';

test('reads once for all who ask meanwhile, and anew for whoever asks later', async () => {
  const open: (() => void)[] = [];
  let reads = 0;
  const read = inFlight(async (id: string) => {
    reads += 1;
    const mine = reads;
    await new Promise<void>((resolve) => open.push(resolve));
    return `${id}:${mine}`;
  });
  const meanwhile = [read('a'), read('a'), read('b')];
  for (const end of open) end();
  expect(await Promise.all(meanwhile)).toEqual(['a:1', 'a:1', 'b:2']);
  const later = read('a');
  open.at(-1)?.();
  expect(await later).toBe('a:3');
});

test('forgets what failed', async () => {
  let reads = 0;
  const read = inFlight(async () => {
    reads += 1;
    if (reads === 1) throw new Error('lost');
    return reads;
  });
  await expect(read()).rejects.toThrow('lost');
  expect(await read()).toBe(2);
});
