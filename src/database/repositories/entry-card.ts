import type { Entry, EntryCounters } from '../../domain/contests/entry.ts';
import type { EntryEvent, EntrySnapshot, EntryView, PersonRef } from '../../domain/contests/entry-desk.ts';
import type { Sql } from '../sql.ts';
import { refOf } from './entry-list.ts';

export type EntryAround = Pick<
  EntryView,
  'author' | 'organizationName' | 'mentor' | 'marksSeenAt' | 'decidedBy'
> & { team: EntryView['team']; isCommunityConfirmed: boolean };

/** What stands around an entry that lies within reach already: names, and who decided. */
export async function aroundEntry(sql: Sql, entryId: string): Promise<EntryAround> {
  const [row] = await sql.query<Omit<EntryAround, 'mentor'> & { mentor: PersonRef | null; answer: string }>(
    `select ${refOf('p')} as author, o.short_name as "organizationName", ${refOf('r')} as mentor,
       e.mentor_answer as answer, e.marks_seen_at as "marksSeenAt",
       case when d.erased_at is null then nullif(concat_ws(' ', d.surname, d.name), '') end as "decidedBy",
       exists (select from organization_community c where c.organization_id = e.organization_id
         and c.community_id = -e.post_owner_id) as "isCommunityConfirmed",
       coalesce((select jsonb_agg(${refOf('m')} || jsonb_build_object('role', x.role) order by x.role, x.id)
         from contest_member x join person m on m.id = x.person_id
         where x.entry_id = e.id and x.left_at is null and m.erased_at is null), '[]') as team
     from contest_entry e left join person p on p.id = e.person_id left join organization o on o.id = e.organization_id
       left join person r on r.id = e.mentor_id left join person d on d.id = e.decided_by
     where e.id = $1`,
    [entryId],
  );
  if (row === undefined) throw new Error('an entry that was just read is gone');
  const { answer, mentor, ...rest } = row;
  const said = answer as NonNullable<Entry['mentorAnswer']>;
  return { ...rest, mentor: mentor && { ...mentor, answer: said } };
}

export function snapshotsOf(sql: Sql, entryId: string): Promise<EntrySnapshot[]> {
  return sql.query<EntrySnapshot>(
    `select taken_at as "takenAt", text, attachments, published_at as "publishedAt", edited_at as "editedAt"
     from contest_snapshot where entry_id = $1 order by id`,
    [entryId],
  );
}

/** A year of hourly counts is more than anybody looks at. */
const mostCounts = 1000;

export function countersOf(sql: Sql, entryId: string): Promise<EntryCounters[]> {
  return sql.query<EntryCounters>(
    `select * from (select at, likes, reposts, comments, views, final from contest_counters where entry_id = $1
       order by at desc limit ${mostCounts}) k order by at`,
    [entryId],
  );
}

/** What staff did with it; the rest of its history stands in the entry itself. */
export function doneBy(sql: Sql, entryId: string): Promise<EntryEvent[]> {
  return sql.query<EntryEvent>(
    `select a.at, a.action, case when p.erased_at is null then nullif(concat_ws(' ', p.surname, p.name), '') end as by
     from audit a left join person p on p.id = a.person_id
     where a.subject_kind = 'entry' and a.subject_id = $1 and a.action like 'entry.%' order by a.id`,
    [entryId],
  );
}
