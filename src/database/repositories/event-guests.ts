import type { Guest } from '../../domain/contests/event-desk.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { refOf } from './entry-list.ts';

const columns = `m.id::text, e.id::text as "entryId", ${refOf('p')} as person, o.short_name as "organizationName",
  e.team_name as "teamName", m.role = 'author' as "isAuthor", e.state = 'waitlisted' as "isWaiting",
  m.joined_at as "joinedAt", m.attended_at as "attendedAt", m.attendance_way as way`;
const tables = `contest_member m join contest_entry e on e.id = m.entry_id join person p on p.id = m.person_id
  left join organization o on o.id = e.organization_id`;
const live = `m.left_at is null and e.state in ('accepted', 'waitlisted') and p.erased_at is null`;

/** Whoever takes part in an event or waits; people with names alone. */
export function createEventGuests(sql: Sql, { organizationIds }: Pick<Reach, 'organizationIds'>) {
  const within = `($2::bigint[] is null or e.organization_id = any($2::bigint[]))`;
  return {
    list: (contestId: string) =>
      sql.query<Guest>(
        `select ${columns} from ${tables} where e.contest_id = $1 and ${within} and ${live}
         order by e.state, case when e.state = 'waitlisted' then e.submitted_at end, case when e.state = 'waitlisted' then e.id end,
           p.name_key, m.id`,
        [readId(contestId), organizationIds],
      ),
    async one(contestId: string, memberId: string): Promise<Guest | null> {
      const [guest] = await sql.query<Guest>(
        `select ${columns} from ${tables} where e.contest_id = $1 and ${within} and ${live} and m.id = $3`,
        [readId(contestId), organizationIds, readId(memberId)],
      );
      return guest ?? null;
    },
    async byTicket(programmeId: string, ticket: string) {
      const [found] = await sql.query<{ contestId: string; memberId: string }>(
        `select e.contest_id::text as "contestId", m.id::text as "memberId" from ${tables}
         join contest c on c.id = e.contest_id where m.ticket = $1 and c.programme_id = $2 and ${live}`,
        [ticket, programmeId],
      );
      return found ?? null;
    },
    /** `false` where somebody has done so already: the first mark stays. */
    async mark(memberId: string, by: { personId: string; way: 'qr' | 'list'; at: Date }): Promise<boolean> {
      const rows = await sql.query(
        `update contest_member set attended_at = $2, attended_by = $3, attendance_way = $4
         where id = $1 and attended_at is null returning id`,
        [memberId, by.at, by.personId, by.way],
      );
      return rows.length > 0;
    },
    async unmark(memberId: string): Promise<boolean> {
      const rows = await sql.query(
        `update contest_member set attended_at = null, attended_by = null, attendance_way = null
         where id = $1 and attended_at is not null returning id`,
        [memberId],
      );
      return rows.length > 0;
    },
  };
}
