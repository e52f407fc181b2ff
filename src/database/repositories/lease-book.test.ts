import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import type { Database } from '../sql.ts';
import { createCursorBook } from './cursor-book.ts';
import { createDialogueBook } from './dialogue-book.ts';
import { createLeaseBook } from './lease-book.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

it('a lease belongs to one holder until it is given back or runs out', async () => {
  const leases = createLeaseBook(database);
  expect(await leases.take('send:vk', 'one', 60_000)).toBe(true);
  expect(await leases.take('send:vk', 'two', 60_000)).toBe(false);
  expect(await leases.take('send:telegram', 'two', 60_000)).toBe(true);
  expect(await leases.take('send:vk', 'one', 60_000)).toBe(true);
  await leases.release('send:vk', 'two');
  expect(await leases.take('send:vk', 'two', 60_000)).toBe(false);
  await leases.release('send:vk', 'one');
  expect(await leases.take('send:vk', 'two', 0)).toBe(true);
  expect(await leases.take('send:vk', 'one', 60_000)).toBe(true);
});

it('of many who ask for a lease at once one gets it', async () => {
  const leases = createLeaseBook(database);
  const asked = Array.from({ length: 8 }, (_, index) => leases.take('poll:vk', `holder ${index}`, 60_000));
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
});

it('a cursor remembers any value under its name', async () => {
  const cursors = createCursorBook(database);
  expect(await cursors.read('vk')).toBeNull();
  await cursors.write('vk', { ts: '17', pts: [1] });
  await cursors.write('telegram', 5);
  await cursors.write('vk', { ts: '18' });
  expect(await cursors.read('vk')).toEqual({ ts: '18' });
  expect(await cursors.read('telegram')).toBe(5);
});

/** Does `work` in one transaction. */
async function inConversation<T>(work: (dialogues: DialogueBook) => Promise<T>): Promise<T> {
  const writes: (() => Promise<void>)[] = [];
  const result = await work(createDialogueBook(database, (write) => writes.push(write)));
  for (const write of writes) await write();
  return result;
}
type DialogueBook = ReturnType<typeof createDialogueBook<{ step: string }>>;

const stateOf = (key: string) => inConversation((dialogues) => dialogues.read(key));

it('a dialogue stands where it was left, until it is ended', async () => {
  await inConversation(async (dialogues) => {
    expect(await dialogues.read('person:1')).toBeNull();
    await dialogues.write('person:1', { step: 'result' });
    expect(await dialogues.read('person:1')).toEqual({ step: 'result' });
    await dialogues.write('person:1', { step: 'file \ud83d' });
    await dialogues.write('person:2', { step: 'other' });
  });
  expect(await stateOf('person:1')).toEqual({ step: 'file \ufffd' });
  expect(await stateOf('person:2')).toEqual({ step: 'other' });
  await inConversation(async (dialogues) => {
    await dialogues.write('person:1', null);
    await dialogues.write('person:2', { step: 'next' });
    expect(await dialogues.read('person:1')).toBeNull();
  });
  expect(await stateOf('person:1')).toBeNull();
  expect(await stateOf('person:2')).toEqual({ step: 'next' });
});
