import type { NoticeReader } from '../../domain/contests/notice-book.ts';
import type { Moment } from '../../domain/reminders/moment.ts';
import type { Sql } from '../sql.ts';
import { readEntries } from './entry-book.ts';
import { accountsOfPerson, writtenToNow } from './reminder-mail.ts';

/** What all queries for whom to tell something of a contest share. */

export const noticeParams = (contestId: string, occasion: string, moment: Moment) => [
  contestId,
  occasion,
  moment.at,
  moment.today,
];

export async function withEntries(sql: Sql, readers: readonly (NoticeReader & { entryId: string })[]) {
  const ids = readers.map(({ entryId }) => entryId);
  const found = await readEntries(sql, 'where e.id = any($1::bigint[])', [ids]);
  return readers.flatMap(({ entryId, ...reader }) => {
    const entry = found.find(({ id }) => id === entryId);
    return entry === undefined ? [] : [{ ...reader, entry }];
  });
}

/** $1 contest, $2 occasion, $3 instant, $4 today. */
export const mayHear = `not coalesce(p.paused_until >= $4::date, false) and p.erased_at is null and ${writtenToNow('$3')}
  and not exists (select from contest_notice n where n.contest_id = $1 and n.person_id = p.id and n.occasion = $2)
  and exists (select from chat_account o where o.person_id = p.id and o.closed_at is null)`;
export const reader = `p.id::text as "personId", p.remind_platform as preferred, ${accountsOfPerson}`;
export const people = 'person p join programme pr on pr.id = p.programme_id';
