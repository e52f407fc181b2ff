import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import type { InboxEvent, RawEvent } from '../../domain/delivery/inbox-book.ts';
import type { Database, Sql } from '../sql.ts';
import { createInboxBook, createInboxWork } from './inbox-book.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.query('truncate inbox, dialogue');
});

function event(eventId: string, chatKey = '1', payload: unknown = { text: eventId }): RawEvent {
  return { platform: 'telegram', eventId, chatKey, payload };
}

/** Handles one batch and returns the events handled; `handle` may fail. */
async function batch(handle: (sql: Sql, event: InboxEvent) => Promise<void> = async () => {}, size = 10) {
  const seen: string[] = [];
  const work = createInboxWork(database, (sql) => sql);
  const report = await work.handleBatch({
    platforms: ['telegram'],
    size,
    async handle(sql, taken) {
      await handle(sql, taken);
      seen.push(taken.eventId);
    },
    async giveUp(sql, taken) {
      await note(sql, `sorry:${taken.eventId}`);
    },
  });
  return { seen, report };
}

function note(sql: Sql, key: string) {
  return sql.query(`insert into dialogue (key, state, updated_at) values ($1, '{}', now())`, [key]);
}

async function notes() {
  const rows = await database.query<{ key: string }>('select key from dialogue order by key');
  return rows.map((row) => row.key);
}

async function everyChatIsDueAgain() {
  await database.query('update inbox set retry_at = now() where retry_at is not null');
}

describe('inbox', () => {
  it('stores an event once, however often and beside what it arrives', async () => {
    const inbox = createInboxBook(database);
    expect(await inbox.put([event('a'), event('b')])).toBe(2);
    expect(await inbox.put([event('b'), event('c'), event('c')])).toBe(1);
    expect(await inbox.put([])).toBe(0);
    expect(await inbox.put([{ ...event('a'), platform: 'vk' }])).toBe(1);
  });

  it('takes texts that a database can not store as they are', async () => {
    const text = 'null \0, half a smile \ud83d and another \ude00, a whole one 😀';
    await createInboxBook(database).put([event('a', '1', { text, deep: [{ text }] })]);
    const [row] = await database.query<{ payload: unknown }>('select payload from inbox');
    const stored = 'null , half a smile \ufffd and another \ufffd, a whole one 😀';
    expect(row?.payload).toEqual({ text: stored, deep: [{ text: stored }] });
  });

  it('keeps the order of each chat and takes one event per chat at a time', async () => {
    await createInboxBook(database).put([
      event('a1', 'a'),
      event('a2', 'a'),
      event('b1', 'b'),
      event('a3', 'a'),
    ]);
    expect((await batch()).seen).toEqual(['a1', 'b1']);
    expect((await batch()).seen).toEqual(['a2']);
    expect((await batch()).seen).toEqual(['a3']);
    expect((await batch()).seen).toEqual([]);
  });

  it('leaves events of platforms that are not served here', async () => {
    await createInboxBook(database).put([{ ...event('a'), platform: 'vk' }, event('a')]);
    expect((await batch()).seen).toEqual(['a']);
    expect((await batch()).seen).toEqual([]);
  });

  it('passes over a chat that another process is busy with', async () => {
    await createInboxBook(database).put([event('a1', 'a'), event('a2', 'a'), event('b1', 'b')]);
    let meanwhile: string[] = [];
    const { seen } = await batch(async () => {
      meanwhile = (await batch()).seen;
    }, 1);
    expect(seen).toEqual(['a1']);
    expect(meanwhile).toEqual(['b1']);
    expect((await batch()).seen).toEqual(['a2']);
  });

  it('undoes what a failing event wrote and nothing else, and holds up its chat until it is tried again', async () => {
    await createInboxBook(database).put([
      event('a1', 'a'),
      event('a2', 'a'),
      event('b1', 'b'),
      event('c1', 'c'),
    ]);
    const first = await batch(async (sql, { eventId }) => {
      await note(sql, eventId);
      if (eventId === 'b1') await sql.query('select no_such_column from inbox');
    });
    // Twice: the batch as a whole, then event by event.
    expect(first.seen).toEqual(['a1', 'a1', 'c1']);
    expect(first.report).toMatchObject({
      handled: 2,
      failed: [{ event: { eventId: 'b1' }, setAside: false }],
    });
    expect(await notes()).toEqual(['a1', 'c1']);
    await createInboxBook(database).put([event('b2', 'b')]);
    expect((await batch()).seen).toEqual(['a2']);
    await everyChatIsDueAgain();
    expect((await batch()).seen).toEqual(['b1']);
    expect((await batch()).seen).toEqual(['b2']);
  });

  it('sets an event aside at the fifth failure, with one last word that is kept', async () => {
    await createInboxBook(database).put([event('a1', 'a'), event('a2', 'a')]);
    const fail = async (sql: Sql) => {
      await note(sql, 'half done');
      throw new RangeError('words of a person');
    };
    for (let tries = 1; tries <= 4; tries++) {
      expect((await batch(fail)).report.failed).toMatchObject([{ setAside: false }]);
      await everyChatIsDueAgain();
    }
    expect((await batch(fail)).report.failed).toMatchObject([{ event: { eventId: 'a1' }, setAside: true }]);
    expect(await notes()).toEqual(['sorry:a1']);
    const [row] = await database.query(
      `select attempts, error, handled_at is not null as over from inbox where event_id = 'a1'`,
    );
    expect(row).toEqual({ attempts: 5, error: 'RangeError', over: true });
    expect((await batch()).seen).toEqual(['a2']);
  });

  it('sets an event aside even where the last word fails as well', async () => {
    await createInboxBook(database).put([event('a1', 'a')]);
    await note(database, 'sorry:a1');
    await database.query('update inbox set attempts = 4');
    const { report } = await batch(async () => {
      throw new Error('always');
    });
    expect(report.failed).toMatchObject([{ setAside: true }]);
    expect((await batch()).seen).toEqual([]);
  });

  it('handles nothing when the transaction is lost: the events are there again', async () => {
    await createInboxBook(database).put([event('a1', 'a'), event('b1', 'b')]);
    const broken = batch(async (sql, { eventId }) => {
      await note(sql, eventId);
      if (eventId === 'b1') await sql.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(broken).rejects.toThrow();
    expect(await notes()).toEqual([]);
    expect((await batch()).seen).toEqual(['a1', 'b1']);
  });
});
