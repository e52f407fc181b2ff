import type { CheckCase } from '../../domain/contests/check-book.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import type { CounterPoint } from '../../domain/posts/growth.ts';
import type { Sql } from '../sql.ts';
import { readContests } from './contest-book.ts';
import { entryColumns } from './entry-book.ts';

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

/** A page that can't be written to is still proven to be theirs. */
const cases = `
  select ${entryColumns}, e.check_tries as tries,
    coalesce((select jsonb_agg(a.account_id::bigint order by a.id) from chat_account a
      where a.person_id = e.person_id and a.platform = 'vk' and a.account_id ~ '^[1-9][0-9]{0,14}$'), '[]') as "vkAccountIds",
    coalesce((select jsonb_agg(o.community_id order by o.community_id) from organization_community o
      where o.organization_id = e.organization_id), '[]') as "communityIds",
    (select oc.title from contest_entry o join contest oc on oc.id = o.contest_id
     where o.post_owner_id = e.post_owner_id and o.post_id = e.post_id and o.contest_id <> e.contest_id
       and o.state in ('checking', 'mending', 'accepted') and o.submitted_at < e.submitted_at
       and oc.state <> 'cancelled'
     order by o.id limit 1) as "enteredIn",
    (select jsonb_build_object('text', s.text, 'attachments', s.attachments, 'fromId', s.author_id, 'editedAt', s.edited_at)
     from contest_snapshot s where s.entry_id = e.id order by s.id desc limit 1) as kept,
    coalesce((select jsonb_agg(jsonb_build_object('at', k.at, 'likes', k.likes, 'reposts', k.reposts,
        'comments', k.comments, 'views', k.views) order by k.at)
      from contest_counters k where k.entry_id = e.id), '[]') as series
  from contest_entry e where e.id = any($1::bigint[]) order by e.id`;
