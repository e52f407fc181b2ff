import type { LeaseBook } from '../../domain/delivery/lease.ts';
import type { Sql } from '../sql.ts';

export function createLeaseBook(sql: Sql): LeaseBook {
  return {
    async take(name, holder, ms) {
      const mine = await sql.query(
        `insert into lease (name, holder, until_at)
         values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
         on conflict (name) do update set holder = excluded.holder, until_at = excluded.until_at
           where lease.holder = excluded.holder or lease.until_at <= clock_timestamp()
         returning name`,
        [name, holder, ms],
      );
      return mine.length === 1;
    },
    async release(name, holder) {
      await sql.query('delete from lease where name = $1 and holder = $2', [name, holder]);
    },
  };
}
