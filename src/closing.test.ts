import { expect, test } from 'vitest';
import { createClosing } from './closing.ts';

test('stops in the opposite order, and together what was started together', async () => {
  const said: string[] = [];
  const closing = createClosing();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  closing.onStop(() => said.push('database'));
  closing.onStop(
    // Would wait for ever if its neighbour had to wait for it.
    () => released.then(() => said.push('sender')),
    () => {
      said.push('fetcher');
      release();
    },
  );
  await closing.stop();
  expect(said).toEqual(['fetcher', 'sender', 'database']);
});

test('stops the others when some fail, and tells of every failure', async () => {
  const said: string[] = [];
  const closing = createClosing();
  const broken = (words: string) => () => {
    throw new Error(words);
  };
  closing.onStop(() => said.push('database'));
  closing.onStop(broken('one'), () => said.push('neighbour'));
  closing.onStop(() => Promise.reject(new Error('other')));
  await expect(closing.stop()).rejects.toMatchObject({ errors: [{ message: 'other' }, { message: 'one' }] });
  expect(said).toEqual(['neighbour', 'database']);
});
