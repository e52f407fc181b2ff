import type { ContestNotices, NoticeReader } from '../../domain/contests/notice-book.ts';
import type { Sql } from '../sql.ts';
import { readContests } from './contest-book.ts';
import { mayHear, noticeParams as paramsOf, people, reader, withEntries } from './notice-readers.ts';

export function createEventNotices(
  sql: Sql,
): Pick<ContestNotices, 'eventsAhead' | 'waitingEvents' | 'guests'> {
  return {
    eventsAhead: (programmeId, at) =>
      readContests(
        sql,
        `where c.programme_id = $1 and c.kind = 'event' and c.state = 'announced' and c.starts_at > $2
           and c.starts_at < $2::timestamptz + interval '2 days' order by c.id`,
        [programmeId, at],
      ),
    async waitingEvents(programmeId, at) {
      const rows = await sql.query<{ id: string }>(
        `select c.id::text from contest c where c.programme_id = $1 and c.kind = 'event' and c.state = 'announced'
           and c.starts_at > $2 and exists (select from contest_entry e
             where e.contest_id = c.id and e.state = 'waitlisted') order by c.id`,
        [programmeId, at],
      );
      return rows.map(({ id }) => id);
    },
    async guests(contestId, occasion, moment, { joinedBefore, size }) {
      const readers = await sql.query<NoticeReader & { entryId: string }>(guests, [
        ...paramsOf(contestId, occasion, moment),
        joinedBefore,
        size,
      ]);
      return withEntries(sql, readers);
    },
  };
}

const guests = `
  select ${reader}, e.id::text as "entryId"
  from ${people} join contest_member m on m.person_id = p.id and m.left_at is null
    join contest_entry e on e.id = m.entry_id and e.state = 'accepted'
  where e.contest_id = $1 and m.joined_at < $5 and ${mayHear}
  order by p.id limit $6`;
