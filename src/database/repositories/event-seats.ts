import { randomBytes } from 'node:crypto';
import type { EventSeats } from '../../domain/contests/contest-book.ts';
import type { Waiting } from '../../domain/contests/seats.ts';
import type { Sql } from '../sql.ts';

export function createEventSeats(sql: Sql): EventSeats {
  return {
    async seated(contestId) {
      const [row] = await sql.query<{ seated: number }>(
        `select count(*)::int as seated from contest_member m join contest_entry e on e.id = m.entry_id
         where e.contest_id = $1 and e.state = 'accepted' and m.left_at is null`,
        [contestId],
      );
      return row?.seated ?? 0;
    },
    waiting: (contestId) =>
      sql.query<Waiting>(
        `select e.id::text as "entryId", count(m.id)::int as members from contest_entry e
         join contest_member m on m.entry_id = e.id and m.left_at is null
         where e.contest_id = $1 and e.state = 'waitlisted' group by e.id order by e.submitted_at, e.id`,
        [contestId],
      ),
    async ticket(entryId, personId) {
      const [row] = await sql.query<{ ticket: string }>(
        `update contest_member set ticket = coalesce(ticket, $3)
         where entry_id = $1 and person_id = $2 and left_at is null returning ticket`,
        [entryId, personId, randomBytes(12).toString('base64url')],
      );
      return row?.ticket ?? null;
    },
  };
}
