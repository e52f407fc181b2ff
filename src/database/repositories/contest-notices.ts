import type { ContestNotices, FoundAuthor, NoticeReader } from '../../domain/contests/notice-book.ts';
import type { Sql } from '../sql.ts';
import { readContests } from './contest-book.ts';
import { createEntryBook } from './entry-book.ts';
import { createEventNotices } from './event-notices.ts';
import { mayHear, noticeParams as paramsOf, people, reader, withEntries } from './notice-readers.ts';

export function createContestNotices(sql: Sql): ContestNotices {
  const entries = createEntryBook(sql);
  return {
    ...createEventNotices(sql),
    open: (programmeId, at) =>
      readContests(
        sql,
        `where c.programme_id = $1 and c.state = 'announced' and c.opens_at <= $2 and c.closes_at > $2 order by c.id`,
        [programmeId, at],
      ),
    judged: (programmeId, at) =>
      readContests(
        sql,
        `where c.programme_id = $1 and c.state = 'announced' and c.closes_at <= $2 and c.judging_until > $2 order by c.id`,
        [programmeId, at],
      ),

    foundAuthors: (contestId, occasion, moment, size) =>
      sql.query<FoundAuthor>(foundAuthors, [...paramsOf(contestId, occasion, moment), size]),

    async unfinished(contestId, occasion, moment, { begunBefore, size }) {
      const readers = await sql.query<NoticeReader & { entryId: string }>(unfinished, [
        ...paramsOf(contestId, occasion, moment),
        begunBefore,
        size,
      ]);
      return withEntries(sql, readers);
    },

    lateJurors: (contestId, occasion, moment, size) =>
      sql.query<NoticeReader>(lateJurors, [...paramsOf(contestId, occasion, moment), size]),

    isFirst: (contestId, personId, occasion, at) =>
      entries.isFirstNotice({ contestId, personId, occasion, at }),

    noted: (programmeId) =>
      sql.query(
        `select c.id::text, c.title from contest c where c.programme_id = $1 and c.state = 'announced'
           and exists (select from contest_entry e where e.contest_id = c.id and e.noted_at is not null) order by c.id`,
        [programmeId],
      ),

    takeNoted: (contestId) =>
      sql.query(
        `update contest_entry set noted_at = null where contest_id = $1 and noted_at is not null
         returning id::text, state, title, findings, marks`,
        [contestId],
      ),
  };
}

const foundAuthors = `
  select ${reader},
    (select jsonb_agg(distinct m.role) from appointment m where m.person_id = p.id and m.ended_at is null) as roles,
    coalesce((select jsonb_agg(distinct m.organization_id::text) from appointment m
      where m.person_id = p.id and m.ended_at is null), '[]') as "organizationIds",
    (select jsonb_agg(e.link order by e.id) from contest_entry e
      where e.contest_id = $1 and e.person_id = p.id and e.state = 'found') as links
  from ${people}
  where exists (select from contest_entry e where e.contest_id = $1 and e.person_id = p.id and e.state = 'found')
    and not exists (select from contest_entry e where e.contest_id = $1 and e.person_id = p.id and e.state <> 'found')
    and exists (select from appointment m where m.person_id = p.id and m.ended_at is null)
    and ${mayHear}
  order by p.id limit $5`;

/** What is nearly done comes first. */
const unfinished = `
  select ${reader},
    (select e.id::text from contest_entry e where e.contest_id = $1 and e.person_id = p.id
       and e.state in ('draft', 'mending') and e.created_at < $5 order by e.state = 'draft', e.id limit 1) as "entryId"
  from ${people}
  where exists (select from contest_entry e where e.contest_id = $1 and e.person_id = p.id
      and e.state in ('draft', 'mending') and e.created_at < $5)
    and ${mayHear}
  order by p.id limit $6`;

/** As the panel sees it: not their own entry, nor their organization's, nor that of their pair. */
const lateJurors = `
  select ${reader}
  from contest_juror j join person p on p.id = j.person_id join programme pr on pr.id = p.programme_id
  where j.contest_id = $1 and j.removed_at is null and ${mayHear}
    and exists (select from contest_entry e where e.contest_id = $1 and e.state = 'accepted'
      and (j.nomination_ids is null or e.nomination_id = any(j.nomination_ids))
      and e.mentor_id is distinct from p.id
      and not exists (select from contest_member m where m.entry_id = e.id and m.person_id = p.id and m.left_at is null)
      and not exists (select from appointment a where a.person_id = p.id and a.ended_at is null
        and (a.organization_id = e.organization_id or a.organization_id in (
          select o.organization_id from contest_member m join appointment o on o.person_id = m.person_id
          where m.entry_id = e.id and m.left_at is null and o.ended_at is null)))
      and not exists (select from pair x join pair_mentee y on y.pair_id = x.id
        join contest_member m on m.entry_id = e.id and m.left_at is null
        where x.mentor_id = p.id and y.mentee_id = m.person_id or x.mentor_id = m.person_id and y.mentee_id = p.id)
      and not exists (select from contest_sheet h where h.juror_id = j.id and h.entry_id = e.id
        and (h.finished_at is not null or h.abstained is not null)))
  order by p.id limit $5`;
