import type { CheckCase } from '../../domain/contests/check-book.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import type { CounterPoint } from '../../domain/posts/growth.ts';
import type { Sql } from '../sql.ts';
import { readContests } from './contest-book.ts';
import { entryColumns } from './entry-book.ts';
import { provenColumns } from './entry-posts.ts';

type Kept = Omit<NonNullable<CheckCase['kept']>, 'editedAt'> & { editedAt: string | null };
type Row = Entry & {
  tries: number;
  vkAccountIds: number[];
  communityIds: number[];
  enteredIn: string | null;
  kept: Kept | null;
  series: (Omit<CounterPoint, 'at'> & { at: string })[];
};

/** All that checks of these entries rest on, in two statements however many there are. */
export async function readCases(sql: Sql, ids: readonly string[]): Promise<CheckCase[]> {
  if (ids.length === 0) return [];
  const rows = await sql.query<Row>(cases, [ids]);
  const contestIds = [...new Set(rows.map(({ contestId }) => contestId))];
  const contests = await readContests(sql, 'where c.id = any($1::bigint[])', [contestIds]);
  const byId = new Map(contests.map((contest) => [contest.id, contest]));
  return rows.flatMap((row) => {
    const contest = byId.get(row.contestId);
    return contest === undefined ? [] : [caseOf(row, contest)];
  });
}

function caseOf(row: Row, contest: Contest): CheckCase {
  const { tries, vkAccountIds, communityIds, enteredIn, kept, series, ...entry } = row;
  return {
    entry,
    tries,
    contest,
    author: { vkAccountIds, communityIds: contest.terms.post.communities ? communityIds : [] },
    enteredIn,
    kept: kept && { ...kept, editedAt: kept.editedAt === null ? null : new Date(kept.editedAt) },
    series: series.map((point) => ({ ...point, at: new Date(point.at) })),
  };
}

/** A stranger's that no check has accepted in another contest says nothing: their being quicker must not shut out its author. */
const cases = `
  select ${entryColumns}, e.check_tries as tries,
    ${provenColumns},
    (select oc.title from contest_entry o join contest oc on oc.id = o.contest_id
     where o.post_owner_id = e.post_owner_id and o.post_id = e.post_id and o.contest_id <> e.contest_id
       and (o.state = 'accepted' or o.state in ('checking', 'mending') and o.person_id = e.person_id)
       and o.submitted_at < e.submitted_at and oc.state <> 'cancelled'
     order by o.id limit 1) as "enteredIn",
    (select jsonb_build_object('text', s.text, 'attachments', s.attachments, 'fromId', s.author_id, 'editedAt', s.edited_at)
     from contest_snapshot s where s.entry_id = e.id order by s.id desc limit 1) as kept,
    coalesce((select jsonb_agg(jsonb_build_object('at', k.at, 'likes', k.likes, 'reposts', k.reposts,
        'comments', k.comments, 'views', k.views) order by k.at)
      from contest_counters k where k.entry_id = e.id), '[]') as series
  from contest_entry e where e.id = any($1::bigint[]) order by e.id`;
