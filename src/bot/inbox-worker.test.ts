import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { createInboxBook, createInboxWork } from '../database/repositories/inbox-book.ts';
import type { Database, Sql } from '../database/sql.ts';
import type { RawEvent } from '../domain/delivery/inbox-book.ts';
import type { Incoming } from '../domain/messages/incoming.ts';
import { createInboxWorker, type InboxWorker } from './inbox-worker.ts';

let database: Database;
const started: InboxWorker[] = [];
const logged: string[] = [];
const keep = (fields: object, words: string) => void logged.push(JSON.stringify({ ...fields, words }));

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  logged.length = 0;
  await database.query('truncate inbox, delivery restart identity cascade');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((worker) => worker.stop()));
});

type Update = { chat: string; text: string };

function put(...updates: Update[]) {
  const events = updates.map(
    (payload): RawEvent => ({
      platform: 'telegram',
      eventId: `${payload.chat}/${payload.text}`,
      chatKey: payload.chat,
      payload,
    }),
  );
  return createInboxBook(database).put(events);
}

function read(payload: unknown): Incoming | null {
  const { chat, text } = payload as Update;
  if (text === 'unreadable') throw new TypeError('Секрет');
  if (text === 'nothing') return null;
  return {
    platform: 'telegram',
    eventId: text,
    accountId: chat,
    chatId: chat,
    at: new Date(0),
    event: { kind: 'text', text },
  };
}

async function answer(sql: Sql, { chatId, accountId, event }: Incoming, before = '') {
  const text = event.kind === 'text' ? before + event.text : '';
  await createOutbox(sql).put([
    {
      platform: 'telegram',
      chatId,
      accountId,
      personId: null,
      outgoing: { kind: 'send', message: { text } },
      priority: 'interactive',
    },
  ]);
}

function worker(handle = answer, answered = () => {}): InboxWorker {
  const made = createInboxWorker<Sql>({
    inbox: createInboxWork(database, (sql) => sql),
    readers: new Map([['telegram', read]]),
    handle,
    apologise: (sql, incoming) => answer(sql, incoming, 'sorry: '),
    answered,
    log: { info: keep, warn: keep, error: keep },
    batchSize: 4,
  });
  started.push(made);
  return made;
}

async function answers(chat: string) {
  const rows = await database.query<{ text: string }>(
    `select outgoing->'message'->>'text' as text from delivery where chat_id = $1 order by id`,
    [chat],
  );
  return rows.map((row) => row.text);
}

const numbers = Array.from({ length: 20 }, (_, index) => String(index));

it('handles each event once and each chat in order, though several lanes work at once', async () => {
  for (const text of numbers) await put({ chat: 'a', text }, { chat: 'b', text }, { chat: 'c', text });
  const [one, two] = [worker(), worker()];
  one.start();
  two.start();
  await Promise.all([one.idle(), two.idle()]);
  for (const chat of ['a', 'b', 'c']) expect(await answers(chat)).toEqual(numbers);
});

it('begins at once when it is woken, and says when answers lie ready', async () => {
  const ready = new Promise<void>((resolve) => {
    const woken = worker(answer, resolve);
    woken.start();
    void put({ chat: 'a', text: 'hello' }).then(woken.wake);
  });
  await ready;
  expect(await answers('a')).toEqual(['hello']);
});

it('passes over updates in which nobody did anything', async () => {
  await put({ chat: 'a', text: 'nothing' }, { chat: 'a', text: 'hello' });
  await worker().idle();
  expect(await answers('a')).toEqual(['hello']);
});

it('apologises once for what it could not handle, logs where it broke but no words, and goes on', async () => {
  await put({ chat: 'a', text: 'poison' }, { chat: 'b', text: 'unreadable' }, { chat: 'a', text: 'next' });
  const picky = worker(async (sql, incoming) => {
    await answer(sql, incoming);
    if (incoming.eventId === 'poison') throw new TypeError('Секрет');
  });
  for (let tries = 0; tries < 6; tries++) {
    await picky.idle();
    await database.query('update inbox set retry_at = now() where handled_at is null');
  }
  expect(await answers('a')).toEqual(['sorry: poison', 'next']);
  expect(await answers('b')).toEqual([]);
  const aside = logged.filter((line) => line.includes('set aside'));
  expect(aside).toHaveLength(2);
  expect(aside[0]).toMatch(/"event":"1".*inbox-worker\.test\.ts/);
  expect(logged.join()).not.toContain('Секрет');
});
