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

/** `deskOf` binds everything a handler may touch to the transaction of its batch. */
export function createInboxWork<Desk>(database: Database, deskOf: (sql: Sql) => Desk): InboxWork<Desk> {
  return {
    handleBatch(batch) {
      return database.transaction(async (sql) => {
        const desk = deskOf(sql);
        const failed: BatchReport['failed'] = [];
        const handled: string[] = [];
        for (const event of await take(sql, batch)) {
          const error = await attempt(sql, () => batch.handle(desk, event));
          if (error === null) handled.push(event.id);
          else failed.push({ event, error, setAside: await putOff(sql, desk, event, error, batch) });
        }
        await sql.query('update inbox set handled_at = clock_timestamp() where id = any($1)', [handled]);
        return { handled: handled.length, failed };
      });
    },
  };
}

/**
 * The lock on a chat's oldest event is the lock on the chat: whoever comes meanwhile still sees that event as
 * unhandled, so passes over the later ones, and skips the locked one.
 */
function take(
  sql: Sql,
  { platforms, size }: Pick<Batch<never>, 'platforms' | 'size'>,
): Promise<InboxEvent[]> {
  return sql.query<InboxEvent>(
    `select i.id, i.platform, i.event_id as "eventId", i.chat_key as "chatKey", i.payload, i.attempts
     from inbox i
     where i.handled_at is null
       and i.platform = any($1)
       and (i.retry_at is null or i.retry_at <= clock_timestamp())
       and not exists (select from inbox earlier
         where earlier.chat_key = i.chat_key and earlier.platform = i.platform
           and earlier.handled_at is null and earlier.id < i.id)
     order by i.id
     limit $2
     for update skip locked`,
    [platforms, size],
  );
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
async function putOff<Desk>(
  sql: Sql,
  desk: Desk,
  event: InboxEvent,
  error: unknown,
  batch: Batch<Desk>,
): Promise<boolean> {
  const next = afterFailure(event.attempts + 1);
  const setAside = next === 'set-aside';
  if (setAside) await attempt(sql, () => batch.giveUp(desk, event));
  await sql.query(
    `update inbox set attempts = attempts + 1, error = $2,
       handled_at = case when $3 then clock_timestamp() end,
       retry_at = clock_timestamp() + $4 * interval '1 millisecond'
     where id = $1`,
    [event.id, faultOf(error).code, setAside, setAside ? 0 : next],
  );
  return setAside;
}
