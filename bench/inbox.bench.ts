import { createInboxWorker } from '../src/bot/inbox-worker.ts';
import { createOutbox, gatherOrders } from '../src/database/repositories/delivery-outbox.ts';
import { createDialogueBook } from '../src/database/repositories/dialogue-book.ts';
import {
  type BeforeCommit,
  createInboxBook,
  createInboxWork,
} from '../src/database/repositories/inbox-book.ts';
import { createPeopleBook } from '../src/database/repositories/people-book.ts';
import type { Database, Sql } from '../src/database/sql.ts';
import type { RawEvent } from '../src/domain/delivery/inbox-book.ts';
import type { Incoming } from '../src/domain/messages/incoming.ts';
import { alternate } from './alternate.ts';
import { benchDatabase } from './bench-database.ts';
import { silentLog } from './silent-log.ts';

const chats = 500;
const eventsPerChat = 10;
const required = 1000;

type Update = { account: string; number: number };

function deskOf(sql: Sql, beforeCommit: BeforeCommit) {
  return {
    people: createPeopleBook(sql),
    dialogues: createDialogueBook<{ last: number }>(sql, beforeCommit),
    outbox: gatherOrders(createOutbox(sql), beforeCommit),
  };
}
type Desk = ReturnType<typeof deskOf>;

function read(payload: unknown): Incoming {
  const { account, number } = payload as Update;
  const at = new Date();
  return {
    platform: 'telegram',
    eventId: String(number),
    accountId: account,
    chatId: account,
    at,
    event: { kind: 'text', text: String(number) },
  };
}

/** What a step of a dialogue costs: who is it, where do they stand, where do they stand now, one answer. */
async function handle(desk: Desk, { accountId, chatId, at, event }: Incoming): Promise<void> {
  const { account, person } = await desk.people.visitor('telegram', accountId, chatId, at);
  const key = person ? `person:${person.id}` : `account:${account.id}`;
  await desk.dialogues.read(key);
  const text = event.kind === 'text' ? event.text : '';
  await desk.dialogues.write(key, { last: Number(text) });
  await desk.outbox.put([
    {
      platform: 'telegram',
      accountId,
      chatId,
      personId: person?.id ?? null,
      outgoing: { kind: 'send', message: { text } },
      priority: 'interactive',
    },
  ]);
}

/** Known people with a post, each with one chat: what an answer has to look up. */
async function prepare(database: Database): Promise<void> {
  await database.query(
    `with programme_row as (
       insert into programme (key, name) values ('bench', 'Программа') returning id
     ), school as (
       insert into organization (programme_id, kind, name, short_name)
       select id, 'school', 'Школа', 'Школа' from programme_row returning id
     ), people as (
       insert into person (programme_id, surname, name)
       select id, 'Новикова', 'Анна' from programme_row, generate_series(1, $1::int) returning id
     ), appointments as (
       insert into appointment (person_id, organization_id, role)
       select people.id, school.id, 'deputy-head' from people, school
     )
     insert into chat_account (platform, account_id, chat_id, person_id)
     select 'telegram', row_number() over (), row_number() over (), id from people`,
    [chats],
  );
}

/** Puts every event in pages of a hundred, as getUpdates hands them out, while the worker handles them. */
async function handleAll(database: Database, batchSize: number): Promise<number> {
  for (const table of ['inbox', 'delivery', 'dialogue']) await database.query(`delete from ${table}`);
  const worker = createInboxWorker<Desk>({
    inbox: createInboxWork(database, deskOf),
    readers: new Map([['telegram', read]]),
    handle,
    async apologise() {},
    log: silentLog,
    batchSize,
  });
  const inbox = createInboxBook(database);
  const began = performance.now();
  worker.start();
  for (const page of pages()) {
    await inbox.put(page);
    worker.wake();
  }
  await worker.idle();
  const tookMs = performance.now() - began;
  await worker.stop();
  await proveOrder(database);
  return (chats * eventsPerChat * 1000) / tookMs;
}

function* pages(): Generator<RawEvent[]> {
  const total = chats * eventsPerChat;
  for (let from = 0; from < total; from += 100) {
    yield Array.from({ length: 100 }, (_, index) => {
      const number = from + index;
      const account = String(1 + (number % chats));
      const payload: Update = { account, number };
      return { platform: 'telegram', eventId: String(number), chatKey: account, payload };
    });
  }
}

/** Each event has one answer, and each chat got its answers in the order of its events. */
async function proveOrder(database: Database): Promise<void> {
  const [row] = await database.query<{ answers: number; outOfOrder: number }>(
    `select count(*)::int as answers, (count(*) filter (where number < before))::int as "outOfOrder"
     from (select number, lag(number) over (partition by chat_id order by id) as before
       from (select id, chat_id, (outgoing->'message'->>'text')::int as number from delivery) answer) pair`,
  );
  if (row?.answers !== chats * eventsPerChat) throw new Error(`${row?.answers} answers`);
  if (row.outOfOrder > 0) throw new Error(`${row.outOfOrder} answers out of order`);
}

/** 5,000 updates of 500 chats, stored, handled and answered; order per chat checked after each run. */
export async function run(): Promise<void> {
  const database = await benchDatabase({ poolSize: 6 });
  try {
    await prepare(database);
    await alternate({
      ours: { name: 'many chats in one transaction', run: () => handleAll(database, 50) },
      peer: { name: 'a transaction for each update', run: () => handleAll(database, 1) },
      unit: 'updates/s',
      limit: required,
      required: 1,
    });
  } finally {
    await database.stop();
  }
}
