import type { Sql } from '../sql.ts';

const bite = 10_000;

/** Bounded deletions of what nobody asks for any more, by the database's own clock. */
export function createAttic(sql: Sql) {
  const count = async (text: string, days: number) => {
    const [row] = await sql.query<{ count: number }>(
      `with gone as (${text} returning id) select count(*)::int as count from gone`,
      [days, bite],
    );
    return row?.count ?? 0;
  };
  return {
    forgetHandledEvents: (olderThanDays: number) =>
      count(
        `delete from inbox where id in (select id from inbox
           where handled_at < clock_timestamp() - $1 * interval '1 day' order by id limit $2)`,
        olderThanDays,
      ),
    forgetDeliveries: (olderThanDays: number) =>
      count(
        `delete from delivery where id in (select d.id from delivery d
           where d.state in ('sent', 'expired') and d.settled_at < clock_timestamp() - $1 * interval '1 day'
             and not exists (select from reminder r where r.delivery_id = d.id)
             and not exists (select from weekly_summary w where w.delivery_id = d.id)
             and not exists (select from delivery n where n.replaces_id = d.id)
           order by d.id limit $2)`,
        olderThanDays,
      ),
  };
}
