import { afterFailure } from '../../domain/delivery/back-off.ts';
import { faultOf } from '../../domain/delivery/fault.ts';
import type {
  Batch,
  BatchReport,
  InboxBook,
  InboxEvent,
  InboxWork,
} from '../../domain/delivery/inbox-book.ts';
import type { Database, Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

export function createInboxBook(sql: Sql): InboxBook {
  return {
    async put(events) {
      const stored = await sql.query<{ id: string }>(
        `insert into inbox (platform, event_id, chat_key, payload)
         select e.value->>'platform', e.value->>'eventId', e.value->>'chatKey', e.value->'payload'
         from jsonb_array_elements($1::jsonb) with ordinality e (value, position)
         order by e.position
         on conflict (platform, event_id) do nothing
         returning id`,
        [storableJson(events)],
      );
      return stored.length;
    },
  };
}

/**
 * Binds everything a handler may touch to the transaction of its batch. What need not be written at once is handed to
 * `beforeCommit`: one statement for a whole batch instead of one per event.
 */
export type DeskOf<Desk> = (sql: Sql, beforeCommit: BeforeCommit) => Desk;
export type BeforeCommit = (write: () => Promise<void>) => void;

/**
 * A batch is first tried whole, since nearly always nothing fails. When something does, all of it is undone and done
 * again event by event, to find out which it was. So `handle` must touch nothing but its desk.
 */
export function createInboxWork<Desk>(database: Database, deskOf: DeskOf<Desk>): InboxWork<Desk> {
  return {
    async handleBatch(batch) {
      try {
        return await database.transaction((sql) => handleWhole(sql, deskOf, batch));
      } catch {
        return database.transaction((sql) => handleOneByOne(sql, deskOf, batch));
      }
    },
  };
}

async function handleWhole<Desk>(sql: Sql, deskOf: DeskOf<Desk>, batch: Batch<Desk>): Promise<BatchReport> {
  const events = await take(sql, batch);
  if (events.length > 0) {
    await withDesk(sql, deskOf, async (desk) => {
      for (const event of events) await batch.handle(desk, event);
    });
    await markHandled(sql, events);
  }
  return { handled: events.length, failed: [] };
}

async function handleOneByOne<Desk>(
  sql: Sql,
  deskOf: DeskOf<Desk>,
  batch: Batch<Desk>,
): Promise<BatchReport> {
  const handled: InboxEvent[] = [];
  const failed: BatchReport['failed'] = [];
  for (const event of await take(sql, batch)) {
    const error = await attempt(sql, () => withDesk(sql, deskOf, (desk) => batch.handle(desk, event)));
    if (error === null) handled.push(event);
    else {
      const setAside = await putOff(sql, event, error);
      if (setAside) await attempt(sql, () => withDesk(sql, deskOf, (desk) => batch.giveUp(desk, event)));
      failed.push({ event, error, setAside });
    }
  }
  await markHandled(sql, handled);
  return { handled: handled.length, failed };
}

async function withDesk<Desk>(
  sql: Sql,
  deskOf: DeskOf<Desk>,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const writes: (() => Promise<void>)[] = [];
  await work(deskOf(sql, (write) => writes.push(write)));
  for (const write of writes) await write();
}

async function markHandled(sql: Sql, events: readonly InboxEvent[]): Promise<void> {
  const ids = events.map((event) => event.id);
  await sql.query('update inbox set handled_at = clock_timestamp() where id = any($1)', [ids]);
}

/**
 * The lock on a chat's oldest event is the lock on the chat: whoever comes meanwhile still sees that event as
 * unhandled, so passes over the later ones, and skips the locked one.
 *
 * The planner knows nothing of a table that was filled a moment ago: `(select min …)` keeps it from joining the table
 * with itself, as it would for `not exists`, and `enable_sort` from looking at every waiting event before it takes
 * the first few.
 */
async function take(
  sql: Sql,
  { platforms, size }: Pick<Batch<never>, 'platforms' | 'size'>,
): Promise<InboxEvent[]> {
  await sql.query('set local enable_sort = off');
  const events = await sql.query<InboxEvent>(
    `select i.id, i.platform, i.event_id as "eventId", i.chat_key as "chatKey", i.payload, i.attempts
     from inbox i
     where i.handled_at is null
       and i.platform = any($1)
       and (i.retry_at is null or i.retry_at <= clock_timestamp())
       and i.id = (select min(oldest.id) from inbox oldest
         where oldest.chat_key = i.chat_key and oldest.platform = i.platform and oldest.handled_at is null)
     order by i.id
     limit $2
     for update skip locked`,
    [platforms, size],
  );
  await sql.query('set local enable_sort = on');
  return events;
}

/** Runs `work` so that its failure undoes nothing but itself. Returns the error, `null` when there was none. */
async function attempt(sql: Sql, work: () => Promise<void>): Promise<unknown> {
  await sql.query('savepoint event');
  try {
    await work();
    await sql.query('release savepoint event');
    return null;
  } catch (error) {
    await sql.query('rollback to savepoint event');
    await sql.query('release savepoint event');
    return error ?? new Error('nothing was thrown');
  }
}

/** Returns whether the event was set aside. */
async function putOff(sql: Sql, event: InboxEvent, error: unknown): Promise<boolean> {
  const next = afterFailure(event.attempts + 1);
  const setAside = next === 'set-aside';
  await sql.query(
    `update inbox set attempts = attempts + 1, error = $2,
       handled_at = case when $3 then clock_timestamp() end,
       retry_at = clock_timestamp() + $4 * interval '1 millisecond'
     where id = $1`,
    [event.id, faultOf(error).code, setAside, setAside ? 0 : next],
  );
  return setAside;
}
