import type { DeliveryOrder, Priority } from '../../domain/delivery/delivery.ts';
import type { Outbox } from '../../domain/delivery/delivery-book.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** The column `priority`: smaller leaves first. */
export const priorityNumbers: Record<Priority, number> = { interactive: 0, bulk: 1 };

export function createOutbox(sql: Sql): Outbox {
  return {
    async put(orders) {
      if (orders.length === 0) return [];
      const rows = orders.map((order) => ({ ...order, priority: priorityNumbers[order.priority] }));
      const stored = await sql.query<{ id: string }>(
        `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, expires_at,
           not_before)
         select o.platform, o."accountId", o."chatId", o."personId", o.outgoing, o.priority,
           clock_timestamp() + o."expiresInMs" * interval '1 millisecond',
           case when o."delayMs" > 0 then clock_timestamp() + o."delayMs" * interval '1 millisecond' else now() end
         from rows from (jsonb_to_recordset($1::jsonb) as (platform text, "accountId" text, "chatId" text,
           "personId" bigint, outgoing jsonb, priority smallint, "expiresInMs" float8,
           "delayMs" float8)) with ordinality o
         order by o.ordinality
         returning id`,
        [storableJson(rows)],
      );
      return stored.map((row) => row.id);
    },
  };
}

/** Orders of a whole transaction become one statement; nobody learns their ids. */
export function gatherOrders(outbox: Outbox, beforeCommit: (write: () => Promise<void>) => void) {
  const gathered: DeliveryOrder[] = [];
  beforeCommit(async () => {
    await outbox.put(gathered);
  });
  return {
    async put(orders: readonly DeliveryOrder[]): Promise<void> {
      gathered.push(...orders);
    },
  };
}
