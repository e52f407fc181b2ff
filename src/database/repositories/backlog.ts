import type { Sql } from '../sql.ts';

/** Seconds the oldest unhandled event and the oldest due message have waited; `null` where none waits. */
export type Backlog = { oldestInboxSeconds: number | null; oldestDeliverySeconds: number | null };

export async function readBacklog(sql: Sql): Promise<Backlog> {
  const [row] = await sql.query<Backlog>(
    `select
       (select extract(epoch from clock_timestamp() - min(received_at))::float8 from inbox
        where handled_at is null) as "oldestInboxSeconds",
       (select extract(epoch from clock_timestamp() - min(not_before))::float8 from delivery
        where state = 'claimed' or state = 'planned' and not_before <= clock_timestamp()) as "oldestDeliverySeconds"`,
  );
  return row ?? { oldestInboxSeconds: null, oldestDeliverySeconds: null };
}
