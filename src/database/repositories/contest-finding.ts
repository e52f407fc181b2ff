import type { ClaimedSearch, ContestFinding, FoundPost } from '../../domain/contests/finding-book.ts';
import { soughtHashtags } from '../../domain/contests/found-post.ts';
import { postUrl } from '../../domain/posts/post.ts';
import type { Sql } from '../sql.ts';
import { readContests } from './contest-book.ts';
import { storableJson } from './storable-json.ts';

export function createContestFinding(sql: Sql): ContestFinding {
  return {
    plan: (at, withWall) => plan(sql, at, withWall),
    forget: async () => (await sql.query(forgetStrangers)).length,
    claim: (at, leasedUntil, size) => claim(sql, { at, leasedUntil, size }),
    keep: (contest, found, at) => keep(sql, contest, found, at),

    async settle({ contest, place, leasedUntil }, outcome, at) {
      const isSeen = 'seenUntil' in outcome;
      await sql.query(
        `update contest_search set due_at = $4, searched_at = $5,
           seen_until = case when $6::text is null then $7 else seen_until end, trouble = $6,
           tries = case when $6::text is null then 0 else tries + 1 end
         where contest_id = $1 and place = $2 and due_at = $3`,
        [
          contest.id,
          place,
          leasedUntil,
          outcome.dueAt,
          at,
          isSeen ? null : outcome.trouble,
          isSeen ? outcome.seenUntil : null,
        ],
      );
    },
  };
}

async function plan(sql: Sql, at: Date, withWall: boolean): Promise<void> {
  const open = await readContests(
    sql,
    `where c.kind = 'post' and c.state = 'announced' and c.opens_at <= $1 and c.closes_at > $1 order by c.id`,
    [at],
  );
  const wanted = open.flatMap((contest) =>
    [...soughtHashtags(contest), ...(withWall ? [''] : [])].map((place) => ({
      contestId: contest.id,
      place,
    })),
  );
  await sql.query(
    `insert into contest_search (contest_id, place, due_at)
     select "contestId", place, $2 from jsonb_to_recordset($1::jsonb) as w("contestId" bigint, place text)
     on conflict do nothing`,
    [storableJson(wanted), at],
  );
  await sql.query(
    `delete from contest_search s using contest c
     where c.id = s.contest_id and (c.state <> 'announced' or c.id = any($2::bigint[])
       and not exists (select from jsonb_to_recordset($1::jsonb) as w("contestId" bigint, place text)
         where w."contestId" = s.contest_id and w.place = s.place))`,
    [storableJson(wanted), open.map(({ id }) => id)],
  );
}

async function claim(
  sql: Sql,
  { at, leasedUntil, size }: { at: Date; leasedUntil: Date; size: number },
): Promise<ClaimedSearch[]> {
  const rows = await sql.query<Omit<ClaimedSearch, 'contest' | 'leasedUntil'> & { contestId: string }>(
    `with due as (
       select s.contest_id, s.place from contest_search s join contest c on c.id = s.contest_id
       where s.due_at <= $1 and c.state = 'announced'
       order by s.due_at, s.contest_id, s.place limit $3 for no key update of s skip locked)
     update contest_search s set due_at = $2 from due where s.contest_id = due.contest_id and s.place = due.place
     returning s.contest_id::text as "contestId", s.place, s.seen_until as "seenUntil", s.tries`,
    [at, leasedUntil, size],
  );
  const ids = [...new Set(rows.map(({ contestId }) => contestId))];
  const contests = await readContests(sql, 'where c.id = any($1::bigint[])', [ids]);
  return rows.flatMap(({ contestId, ...row }) => {
    const contest = contests.find(({ id }) => id === contestId);
    return contest === undefined ? [] : [{ ...row, contest, leasedUntil }];
  });
}

async function keep(
  sql: Sql,
  contest: { id: string; programmeId: string },
  found: readonly FoundPost[],
  at: Date,
): Promise<number> {
  if (found.length === 0) return 0;
  const rows = found.map(({ post, nominationId, authorId }) => ({
    ...post.key,
    nominationId,
    authorId,
    communityId: post.key.ownerId < 0 ? -post.key.ownerId : null,
    link: postUrl(post.key),
    fromId: post.fromId,
    text: post.text,
    attachments: post.attachments,
    publishedAt: post.publishedAt,
    editedAt: post.editedAt,
    ...post.counters,
  }));
  const kept = await sql.query(keepNew, [contest.id, contest.programmeId, storableJson(rows), at]);
  return kept.length;
}

const forgetStrangers = `
  with gone as (
    select e.id from contest_entry e join contest c on c.id = e.contest_id
    where e.source = 'found' and e.state in ('found', 'rejected') and c.state in ('published', 'archived', 'cancelled')
      and e.submitted_at is null
    order by e.id for update of e skip locked),
  snapshots as (delete from contest_snapshot s using gone where s.entry_id = gone.id),
  counted as (delete from contest_counters k using gone where k.entry_id = gone.id),
  members as (delete from contest_member m using gone where m.entry_id = gone.id)
  delete from contest_entry e using gone where e.id = gone.id returning e.id`;

/** Handed in by somebody whose pages we know and whose it was not, and withdrawn: it can still be found. */
const strangers = `(e.state = 'withdrawn' and f."ownerId" > 0
  and exists (select from chat_account a where a.person_id = e.person_id and a.platform = 'vk')
  and not exists (select from chat_account a where a.person_id = e.person_id and a.platform = 'vk'
    and a.account_id = f."ownerId"::text))`;

/** Staff read the text where VK may show it no more; the count begins with what the search showed. */
const keepNew = `
  with f as (
    select * from jsonb_to_recordset($3::jsonb) as f("ownerId" bigint, "postId" bigint, "nominationId" bigint,
      "authorId" text, "communityId" bigint, link text, "fromId" bigint, text text, attachments jsonb,
      "publishedAt" timestamptz, "editedAt" timestamptz, likes int, reposts int, comments int, views int)),
  entry as (
    insert into contest_entry (contest_id, nomination_id, person_id, organization_id, state, source, link,
      post_owner_id, post_id, created_at)
    select $1, f."nominationId", a.person_id, o.id, 'found', 'found', f.link, f."ownerId", f."postId", $4
    from f
    left join lateral (select a.person_id from chat_account a join person p on p.id = a.person_id
      where a.platform = 'vk' and a.account_id = f."authorId" and p.programme_id = $2 and p.erased_at is null
        and not exists (select from data_request q where q.person_id = p.id and q.kind = 'erase'
          and q.state in ('open', 'farewell'))
      order by a.id limit 1) a on true
    left join lateral (
      select coalesce(
        (select c.organization_id from organization_community c join organization g on g.id = c.organization_id
         where c.community_id = f."communityId" and g.programme_id = $2 order by 1 limit 1),
        (select m.organization_id from appointment m where m.person_id = a.person_id and m.ended_at is null
         order by m.id limit 1)) as id) o on true
    where not exists (select from contest_entry e
      where e.contest_id = $1 and e.post_owner_id = f."ownerId" and e.post_id = f."postId"
        and not ${strangers})
    order by f."publishedAt", f."postId"
    on conflict do nothing
    returning id, post_owner_id, post_id),
  snapshot as (
    insert into contest_snapshot (entry_id, taken_at, text, attachments, author_id, published_at, edited_at)
    select e.id, $4, f.text, f.attachments, f."fromId", f."publishedAt", f."editedAt"
    from entry e join f on f."ownerId" = e.post_owner_id and f."postId" = e.post_id),
  counted as (
    insert into contest_counters (entry_id, at, likes, reposts, comments, views)
    select e.id, $4, f.likes, f.reposts, f.comments, f.views
    from entry e join f on f."ownerId" = e.post_owner_id and f."postId" = e.post_id)
  select id from entry`;
