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
  await desk.dialogues.write(key, { last: Number(text) }, at);
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

async function prepare(database: Database): Promise<void> {
  await database.query(
    `with p as (insert into programme (key, name) values ('bench', 'bench') returning id),
     o as (insert into organization (programme_id, kind, name, short_name) select id, 'school', 'Школа', 'Школа' from p returning id),
     people as (insert into person (programme_id, surname, name) select id, 'Новикова', 'Анна' from p, generate_series(1, $1::int) returning id),
     a as (insert into appointment (person_id, organization_id, role) select people.id, o.id, 'deputy-head' from people, o)
     insert into chat_account (platform, account_id, chat_id, person_id) select 'telegram', row_number() over (), row_number() over (), id from people`,
    [chats],
  );
}

export async function run(): Promise<void> {
  const database = await benchDatabase({ poolSize: 6 });
  await prepare(database);
  const worker = createInboxWorker<Desk>({
    inbox: createInboxWork(database, deskOf),
    readers: new Map([['telegram', read]]),
    handle,
    async apologise() {},
    log: silentLog,
    batchSize: Number(process.env.BATCH ?? 50),
    lanes: Number(process.env.LANES ?? 2),
  });
  const inbox = createInboxBook(database);
  worker.start();
  const total = chats * eventsPerChat;
  const began = performance.now();
  let batch: RawEvent[] = [];
  for (let number = 0; number < total; number++) {
    const account = String(1 + (number % chats));
    batch.push({
      platform: 'telegram',
      eventId: String(number),
      chatKey: `telegram:${account}`,
      payload: { account, number } satisfies Update,
    });
    if (batch.length === 100) {
      await inbox.put(batch);
      batch = [];
      worker.wake();
    }
  }
  const stored = performance.now() - began;
  await worker.idle();
  const took = performance.now() - began;
  await worker.stop();
  console.log({ stored, took, perSecond: (total / took) * 1000, ratio: ((total / took) * 1000) / required });
  await database.stop();
}
